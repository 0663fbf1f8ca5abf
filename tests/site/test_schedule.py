from __future__ import annotations

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups import planning
from wellkept.domain.exchange.forgetting import scrubbing
from wellkept.domain.reminders import delivering
from wellkept.site import schedule


def begun(monkeypatch, due: bool) -> tuple[schedule.Schedule, list]:
    done: list = []
    clock = [0.0]
    monkeypatch.setattr(schedule.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(scrubbing, "is_wanted", lambda: False)  # another test may have left a wish in the folder
    monkeypatch.setattr(delivering, "deliver", lambda now: [])
    monkeypatch.setattr(planning, "is_due", lambda now: due)
    monkeypatch.setattr(planning, "back_up", lambda now: done.append(clock[0]))
    made = schedule.Schedule()
    made.clock = clock  # type: ignore[attr-defined]
    return made, done


def test_nothing_begins_right_after_the_start(monkeypatch):
    made, done = begun(monkeypatch, due=True)
    for made.clock[0] in (0, 1, schedule.SETTLED - 1):
        made.look()
    assert done == []
    made.clock[0] = schedule.SETTLED
    made.look()
    made.look()
    assert done == [schedule.SETTLED]


def test_nothing_is_done_that_is_not_due(monkeypatch):
    made, done = begun(monkeypatch, due=False)
    made.clock[0] = schedule.SETTLED * 2
    made.look()
    assert done == []


def test_a_backup_that_is_refused_stops_nothing(monkeypatch, caplog):
    made, _done = begun(monkeypatch, due=True)

    def refused(now):
        raise Refusal("The disk is full.")

    monkeypatch.setattr(planning, "back_up", refused)
    made.clock[0] = schedule.SETTLED * 2
    made.look()
    assert "The disk is full" in caplog.text


def test_reminders_are_looked_after_once_a_minute_and_not_at_the_start(monkeypatch):
    made, _done = begun(monkeypatch, due=False)
    looked: list = []
    monkeypatch.setattr(delivering, "deliver", lambda now: looked.append(made.clock[0]))
    for made.clock[0] in (0, schedule.LOOK_AGAIN, schedule.LOOK_AGAIN + 1, 2 * schedule.LOOK_AGAIN + 1):
        made.look()

    assert looked == [schedule.LOOK_AGAIN, 2 * schedule.LOOK_AGAIN + 1]
