import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.formats.mails import Mail, is_mail, read_mail

CORPUS = Path(os.environ.get("WELLKEPT_CORPORA") or Path(__file__).resolve().parents[3] / "shared" / "corpora") / "mail"
PLAIN = b"From: Ana Souza <ana@acme.example>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHallo\r\n"


def test_a_mail_is_told_from_text():
    assert is_mail(PLAIN) and is_mail(b"From x@y Mon Nov  9 2026\n" + PLAIN)
    assert not is_mail(b"Hi Tom,\n\nFrom: here to there\n") and not is_mail(b"From: only\n\nx") and not is_mail(b"")


def test_the_head_is_decoded():
    mail = read_mail(PLAIN)
    assert (mail.sender, mail.sender_name, mail.sender_email) == (
        "Ana Souza <ana@acme.example>",
        "Ana Souza",
        "ana@acme.example",
    )
    assert mail.subject == "Grüße" and mail.text.strip() == "Hallo"


def test_plain_text_is_a_mail_without_a_head():
    assert read_mail("Hallo\nJürgen".encode("cp1252")) == Mail("Hallo\nJürgen")


def test_letters_are_read_by_the_charset_that_is_named():
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=%s\nContent-Transfer-Encoding: quoted-printable\n\n%s"
    for charset, body in (
        (b"iso-8859-1", b"Gr=FC=DFe"),
        (b"utf-8", b"Gr=C3=BC=C3=9Fe"),
        (b"iso-8859-2", b"Gr=FC=DFe"),
        (b"none-such", b"Gr=C3=BC=C3=9Fe"),
    ):
        assert read_mail(head % (charset, body)).text == "Grüße"


MIXED = b"""From: Ana <ana@acme.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain

Plain words.
--inner
Content-Type: text/html

<p>HTML <b>words</b>.</p>
--inner--
--outer
Content-Type: text/vcard; name=ana.vcf
Content-Disposition: attachment

BEGIN:VCARD
FN:Ana Souza
END:VCARD
--outer
Content-Type: message/rfc822

From: Tom <tom@quoted.example>
Content-Type: text/plain

Somebody else's words.
--outer--
"""


def test_plain_words_go_before_html_cards_are_kept_and_an_attached_mail_is_not_read():
    mail = read_mail(MIXED)
    assert mail.text.strip() == "Plain words."
    assert len(mail.cards) == 1 and b"FN:Ana Souza" in mail.cards[0]


def test_html_alone_is_read_line_by_line():
    mail = read_mail(MIXED.replace(b"text/plain", b"text/x-none"))
    assert mail.text == "HTML words."


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of mails is not here (WELLKEPT_CORPORA)")
def test_real_and_awkward_mails_are_read():
    from wellkept.formats.signature import read_signature

    files = [file for file in CORPUS.rglob("*") if file.is_file() and file.stat().st_size < 300_000]
    assert len(files) > 300
    for file in files:
        mail = read_mail(file.read_bytes())
        read_signature(mail.text, region="US", sender=mail.sender)


@settings(max_examples=60)
@given(
    st.binary(max_size=400)
    | st.binary(max_size=300).map(lambda body: PLAIN[:60] + body)
    | st.binary(max_size=300).map(lambda body: MIXED[:200] + body)
)
def test_any_octets_are_read(data):
    assert isinstance(read_mail(data).text, str)
