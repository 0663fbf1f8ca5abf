from datetime import timedelta

import pytest

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.timeline.recording import record_interaction


def record(network, ada, contact, on, today, body="We spoke of the lake."):
    return record_interaction(network=network, contacts=[contact], kind="call", on=on, body=body, by=ada, today=today)


def test_a_newcomer_is_offered_to_import_to_add_or_to_look_around(page, network):
    text = page.get("/").content.decode()

    assert 'href="/imports/"' in text
    assert 'href="/contacts/add"' in text
    assert 'action="/sample"' in text


def test_a_card_says_who_why_now_what_was_last_said_and_gives_words_and_doors(page, network, ada, today, ana):
    from wellkept.domain.contacts.editing import edit_contact  # noqa: F401
    from wellkept.domain.contacts.models import Email
    from wellkept.domain.history.acting import acting

    with acting(ada, network, "edit", summary="Edited") as act:
        act.add(Email(contact=ana, address="ana@example.org", key="ana@example.org"))
    record(network, ada, ana, today - timedelta(days=60), today)
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today - timedelta(days=50))

    text = page.get("/").content.decode()

    assert "Ana Souza" in text
    assert "We spoke of the lake." in text
    assert 'href="mailto:ana@example.org?subject=' in text
    assert "Keep in touch" in text


def test_what_was_said_cannot_write_into_the_page(page, network, ada, today, ana):
    record(network, ada, ana, today - timedelta(days=60), today, body="</textarea><script>alert(1)</script>")
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today - timedelta(days=50))

    text = page.get("/").content.decode()

    assert "<script>alert" not in text
    assert "Ana Souza" in text


def test_when_both_goals_are_kept_and_nobody_waits_the_well_is_full(page, network, ada, today, crowd):
    network.touch_goal, network.new_goal = 1, 0
    network.save()
    (person,) = crowd(1)
    record(network, ada, person, today, today)

    assert "The well is full" in page.get("/").content.decode()


def test_the_counters_say_that_nobody_decided_is_without_a_step_and_how_many_are_not_decided(page, network, crowd):
    crowd(3)

    text = page.get("/").content.decode()

    assert "0 of 0 without" in text
    assert "3 are not decided" in text


def test_more_promised_than_the_goal_carries_is_told_with_a_way_out(page, network, ada, today, crowd):
    decide(contacts=crowd(6), kind="own", days=7, by=ada, today=today)

    text = page.get("/").content.decode()

    assert "6.0 touches a week" in text
    assert "/week/relief" in text


def test_the_address_of_another_day_leads_to_its_week(page, network, today, ana):
    earlier = today - timedelta(days=30)

    assert page.get(f"/?on={earlier}")["Location"] == f"/week/{earlier}"
    assert page.get(f"/week/{today}")["Location"] == "/"


@pytest.mark.parametrize("address", ["/?on=yesterday", "/week/2026-13-01", "/week/1700-01-01", "/?on=2026-02-31"])
def test_a_day_that_is_none_is_not_found(page, network, address):
    assert page.get(address).status_code == 404


def test_a_week_gone_by_shows_who_was_touched_and_offers_no_acts(page, network, ada, today, ana):
    earlier = today - timedelta(days=30)
    record(network, ada, ana, earlier, today)

    text = page.get(f"/week/{earlier}").content.decode()

    assert "Ana Souza" in text
    assert "/week/done" not in text


def test_a_week_to_come_shows_who_would_be_proposed(page, network, ada, today, ana):
    record(network, ada, ana, today, today)
    decide(contacts=[ana], kind="own", days=14, by=ada, today=today)

    text = page.get(f"/week/{today + timedelta(days=21)}").content.decode()

    assert "Ana Souza" in text
    assert "/week/done" not in text


def test_the_page_asks_as_few_questions_for_many_as_for_a_few(page, network, crowd, django_assert_max_num_queries):
    crowd(12)
    with django_assert_max_num_queries(48) as few:
        page.get("/")
    crowd(60, start=12)
    with django_assert_max_num_queries(len(few)):
        assert page.get("/").context["shown"].cards


def test_the_whole_of_a_week_gone_by_is_shown_whatever_its_day_the_address_names(page, network, ada, today, ana, bruno):
    from wellkept.domain.plan.weeks import week_of

    dates = week_of(today - timedelta(days=30), network.week_start)
    record(network, ada, ana, dates.starts, today)
    record(network, ada, bruno, dates.ends, today)

    text = page.get(f"/week/{dates.starts}").content.decode()

    assert "Ana Souza" in text
    assert "Bruno Keller" in text


def test_the_rest_can_be_seen_and_stays_folded(page, network, ada, today, crowd):
    decide(contacts=crowd(40), kind="own", days=1, by=ada, today=today - timedelta(days=9))

    text = page.get("/").content.decode()

    assert "they can wait" in text
    assert '<details class="disclose"><summary>' in text
    assert page.get("/").context["shown"].week.minutes.planned <= network.budget_minutes
