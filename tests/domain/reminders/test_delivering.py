"""A digest is never lost, and comes again only under the same Message-ID."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.reminders import delivering
from wellkept.domain.reminders.delivering import deliver, deliver_now, send_trial
from wellkept.domain.reminders.mail_server import Unsent
from wellkept.domain.reminders.models import Delivery
from wellkept.domain.reminders.settling import end_pause, pause, settle
from wellkept.domain.timeline.promising import settle_promise

DAY = timedelta(days=1)
KILLS = int(os.environ.get("WELLKEPT_DIGEST_KILLS", "30"))


def states():
    return [(row.period, row.state) for row in Delivery.objects.order_by("period")]


def test_the_digest_goes_to_its_user_and_says_what_the_week_says(post, promised, daily, now):
    deliver(now=now)

    (mail,) = post.messages
    assert mail["To"] == "Ada Quill <ada@example.org>"
    assert mail["Subject"] == "Your week: 1 person, 5 minutes"
    assert mail["Auto-Submitted"] == "auto-generated"
    for kind in ("plain", "html"):
        text = mail.get_body((kind,)).get_content()
        assert "Ana Souza" in text
        assert "Send the paper on wells" in text
        assert "/mail/answer/" in text
    assert states() == [(date(2026, 11, 18), "sent")]


def test_one_a_day_however_often_it_is_looked(post, promised, daily, now):
    for minutes in range(0, 60 * 20, 45):
        deliver(now=now + timedelta(minutes=minutes))

    assert len(post.messages) == 1


def test_three_days_of_downtime_give_one_mail(post, promised, daily, now):
    deliver(now=now - 4 * DAY)
    deliver(now=now)

    assert len(post.messages) == 2
    assert [period for period, _state in states()] == [date(2026, 11, 14), date(2026, 11, 18)]


def test_nothing_to_say_is_no_mail(post, promised, daily, ada, ana, today, now):
    decide(contacts=[ana], kind="never", by=ada, today=today)
    settle_promise(promise=promised, on=today, by=ada)

    deliver(now=now)

    assert post.messages == []
    assert states() == [(date(2026, 11, 18), "empty")]


def test_without_a_mail_server_nothing_is_sent_and_nothing_waits(settings, tmp_path, promised, daily, now):
    settings.HOME = tmp_path

    deliver(now=now)

    assert states() == []


def test_a_mail_server_that_is_away_is_tried_again_later_and_later_under_the_same_id(post, promised, daily, now):
    post.answers += ["451 come back later", "451 come back later"]
    waits = []
    for _again in range(3):
        deliver(now=now)
        row = Delivery.objects.get()
        waits.append((row.state, row.next_try_at - now))
        now = row.next_try_at

    assert [state for state, _wait in waits] == ["waiting", "waiting", "sent"]
    assert waits[1][1] > waits[0][1] > timedelta(0)
    assert post.messages[0]["Message-ID"] == row.message_id


def test_it_is_not_tried_before_its_time(post, promised, daily, now):
    post.answers.append("451 come back later")
    deliver(now=now)
    deliver(now=now + timedelta(minutes=1))

    assert post.messages == []


def test_what_the_server_refuses_for_good_is_given_up_and_says_why(post, promised, daily, now):
    post.refused = "550 no such mailbox"

    deliver(now=now)

    row = Delivery.objects.get()
    assert row.state == "failed"
    assert "no such mailbox" in row.problem


def test_what_waited_is_replaced_by_the_next_day(post, promised, daily, now):
    post.answers.append("451 come back later")
    deliver(now=now)
    deliver(now=now + DAY)

    assert states() == [(date(2026, 11, 18), "replaced"), (date(2026, 11, 19), "sent")]
    assert len(post.messages) == 1


def test_what_a_killed_process_left_half_sent_goes_again_under_the_same_id(post, promised, daily, now, monkeypatch):
    sent = []

    def killed(message, **_how):
        sent.append(message["Message-ID"])
        raise KeyboardInterrupt

    with monkeypatch.context() as at_the_end:
        at_the_end.setattr(delivering, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            deliver(now=now)
    assert Delivery.objects.get().state == "sending"

    deliver(now=now)

    assert [mail["Message-ID"] for mail in post.messages] == sent


def test_one_process_at_a_time(post, promised, daily, now, settings):
    with delivering._alone() as mine:
        assert mine
        assert deliver(now=now) == []
    assert post.messages == []


def test_a_mail_that_cannot_be_written_keeps_nobody_else_from_theirs(post, promised, daily, ben, now, monkeypatch):
    digest_of = delivering.digest_of

    def stumbles(*, network, on):
        if network.owner_id == ben.user.pk:
            raise RuntimeError("stumbled")
        return digest_of(network=network, on=on)

    from wellkept.domain.accounts.tenancy import inside

    with inside(network_of(ben)):
        settle(network=network_of(ben), by_mail=True, often="morning", days=range(7), weekday=0, at=450, now=now - DAY)
    monkeypatch.setattr(delivering, "digest_of", stumbles)

    deliver(now=now)

    assert [mail["To"] for mail in post.messages] == ["Ada Quill <ada@example.org>"]
    with inside(network_of(ben)):
        assert Delivery.objects.get(network=network_of(ben)).state == "waiting"


def test_on_a_pause_nothing_goes_and_after_it_there_is_one(post, promised, daily, network, today, now):
    pause(network=network, until=today + 3 * DAY, today=today)
    for days in range(4):
        deliver(now=now + days * DAY)

    assert states() == [(date(2026, 11, 21), "sent")]


def test_ending_a_pause_brings_nothing_of_before(post, promised, daily, network, today, now):
    pause(network=network, until=today + 3 * DAY, today=today)
    end_pause(network=network, now=now)

    deliver(now=now)

    assert post.messages == []


@pytest.mark.parametrize(
    ("days", "sent"),
    [((date(2026, 3, 28), date(2026, 3, 31)), 3), ((date(2026, 10, 24), date(2026, 10, 27)), 3)],
    ids=["forward", "back"],
)
def test_when_the_clock_jumps_a_day_has_exactly_one(post, promised, network, ada, now, days, sent):
    from datetime import UTC, datetime

    at = datetime.combine(days[0], datetime.min.time(), UTC)
    promised.due_on = None
    promised.created_at = at - 60 * DAY
    promised.save()
    settle(network=network, by_mail=True, often="morning", days=range(7), weekday=0, at=150, now=at - DAY)
    deliver(now=at)
    post.messages.clear()
    while at < datetime.combine(days[1], datetime.min.time(), UTC):
        at += timedelta(minutes=20)
        deliver(now=at)

    assert len(post.messages) == sent


def test_sent_by_hand_it_is_the_days_one(post, promised, daily, network, now):
    assert deliver_now(network=network, now=now - timedelta(hours=3)).state == "sent"
    deliver(now=now)

    assert len(post.messages) == 1
    with pytest.raises(Refusal, match="sent already"):
        deliver_now(network=network, now=now)


def test_without_a_mail_server_sending_by_hand_is_refused(settings, tmp_path, network, now):
    settings.HOME = tmp_path

    with pytest.raises(Refusal, match="No mail server"):
        deliver_now(network=network, now=now)


def test_a_test_mail_holds_nobody(post, promised, network, now):
    send_trial(network=network, now=now)

    (mail,) = post.messages
    assert mail["To"] == "ada@example.org"
    assert "Ana" not in mail.as_string()


def test_a_test_mail_that_does_not_arrive_says_why(post, network, now):
    post.refused = "550 not here"

    with pytest.raises(Unsent, match="not here"):
        send_trial(network=network, now=now)


def test_killed_at_any_moment_none_is_missing_and_repeats_have_the_same_id(tmp_path, mailbox):
    env = os.environ | {
        "WELLKEPT_HOME": str(tmp_path), "WELLKEPT_SMTP_HOST": "127.0.0.1", "WELLKEPT_SMTP_PORT": str(mailbox.port),
        "WELLKEPT_SMTP_TLS": "none", "WELLKEPT_SMTP_FROM": "well@example.org", "WELLKEPT_LOG": "CRITICAL",
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.domain.reminders.killed", str(KILLS), "4"]
    told = json.loads(subprocess.run(command, env=env, check=True, capture_output=True, timeout=3600).stdout)

    taken = Counter((mail["To"], mail["Message-ID"]) for mail in mailbox.messages)
    rows = told["rows"]
    print(told["killed"], "kills,", told["cut_off"], "found half-sent,", len(rows), "due,", taken.total(), "taken")
    assert {state for _network, _period, state, _id in rows} == {"sent"}
    assert sorted(message_id for _to, message_id in taken) == sorted(
        row[3] for row in rows
    )  # none missing, none unknown
    days = Counter(network for network, *_rest in rows)
    assert set(days.values()) == {told["days"] + 1}  # each user, each day
