"""The mail server: what is kept where, and what is said when it does not work."""

import smtplib
import socket
import ssl
import stat
from email.message import EmailMessage

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.reminders.mail_server import MailServer, Unsent, mail_server, send, settle_mail_server

USUAL = {
    "host": "smtp.example.org", "port": None, "tls": "starttls", "user": "ada", "password": "pass phrase", "sender": "well@example.org",
}  # fmt: skip


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def letter():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "well@example.org", "ada@example.org", "A word"
    message.set_content("One line.")
    return message


def test_without_one_nothing_is_sent():
    assert mail_server() is None
    with pytest.raises(Unsent, match="No mail server"):
        send(letter(), to="ada@example.org")


def test_it_is_kept_beside_the_database_for_its_owner_alone(home):
    settle_mail_server(**USUAL)

    assert str(mail_server()) == "smtp.example.org:587"
    assert stat.S_IMODE((home / "mail.json").stat().st_mode) == 0o600


def test_an_empty_password_keeps_the_one_of_the_same_server_and_user(home):
    settle_mail_server(**USUAL)
    settle_mail_server(**USUAL | {"password": "", "sender": "other@example.org"})
    assert mail_server().password == "pass phrase"

    settle_mail_server(**USUAL | {"password": "", "host": "elsewhere.example.org"})
    assert mail_server().password == ""


def test_an_empty_host_turns_it_off(home):
    settle_mail_server(**USUAL)
    settle_mail_server(**USUAL | {"host": ""})

    assert mail_server() is None
    assert not (home / "mail.json").exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"host": "two words"}, "host"),
        ({"host": "http://smtp.example.org"}, "host"),
        ({"tls": "ssl3"}, "tls"),
        ({"port": 70000}, "port"),
        ({"sender": "nobody"}, "sender"),
        ({"sender": "a@example.org\nBcc: x@example.org"}, "sender"),
        ({"tls": "none"}, "tls"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(wrong, field):
    with pytest.raises(Refusal) as refused:
        settle_mail_server(**USUAL | wrong)

    assert refused.value.field == field
    assert mail_server() is None


def test_what_the_environment_says_is_not_changed_here(settings):
    settings.SMTP = settings.SMTP | {"host": "smtp.example.org", "port": 465, "tls": "tls", "sender": "w@example.org"}

    assert str(mail_server()) == "smtp.example.org:465"
    with pytest.raises(Refusal, match="environment"):
        settle_mail_server(**USUAL)


def test_a_server_without_starttls_gets_nothing_in_the_clear(mailbox):
    server = MailServer("127.0.0.1", mailbox.port, "starttls", "ada", "pass phrase", "well@example.org")

    with pytest.raises(Unsent, match="Nothing was sent in the clear"):
        send(letter(), to="ada@example.org", server=server)

    assert mailbox.messages == []


def test_nobody_at_the_port_is_said(mailbox):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    with pytest.raises(Unsent, match=f"Nobody answers at port {port} of 127.0.0.1"):
        send(letter(), to="a@example.org", server=MailServer("127.0.0.1", port, "none", "", "", "w@example.org"))


@pytest.mark.parametrize(
    ("error", "words", "for_good"),
    [
        (smtplib.SMTPAuthenticationError(535, b"no"), "does not accept the user and password", False),
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user")}), "no such user", True),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"busy")}), "busy", False),
        (smtplib.SMTPDataError(554, b"spam"), "spam", True),
        (smtplib.SMTPServerDisconnected("gone"), "broke off", False),
        (ssl.SSLError("wrong version"), "does not speak TLS", False),
        (socket.gaierror(-2, "unknown"), "no host called", False),
        (TimeoutError(), "does not answer", False),
    ],
)
def test_each_way_to_fail_has_words_of_its_own(monkeypatch, error, words, for_good):
    def fails(server):
        raise error

    monkeypatch.setattr("wellkept.domain.reminders.mail_server._connected", fails)
    with pytest.raises(Unsent, match=words) as unsent:
        send(letter(), to="a@example.org", server=MailServer("smtp.example.org", 25, "none", "", "", "w@example.org"))

    assert unsent.value.for_good is for_good
