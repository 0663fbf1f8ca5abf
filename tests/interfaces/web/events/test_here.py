"""Event mode without JavaScript, and what a phone keeps of it."""

from __future__ import annotations

from django.test import Client

from wellkept.domain.capture.models import Captured
from wellkept.domain.events.listing import list_contacts


def test_as_the_phone_keeps_it_the_page_knows_the_events_name_and_nothing_else(page, ada, fair, ana) -> None:
    list_contacts(event=fair, contacts=[ana], by=ada)
    page.post(f"/events/{fair.pk}/people", {"contact": str(ana.pk), "do": "want"})
    text = page.get(f"/events/{fair.pk}/here?kept=1").content.decode()
    assert "Fair of small presses" in text
    for word in ("Souza", "Quill", "ada@example.org", "csrfmiddlewaretoken"):
        assert word not in text


def test_the_seat_is_the_same_for_one_network_and_another_for_the_next(page, fair, ben) -> None:
    def seat(answer):
        return answer.content.decode().partition('data-seat="')[2][:32]

    mine = seat(page.get(f"/events/{fair.pk}/here"))
    assert mine == seat(page.get(f"/events/{fair.pk}/here?kept=1"))
    assert len(mine) == 32
    other = Client()
    other.force_login(ben.user)
    assert other.get(f"/events/{fair.pk}/here").status_code == 404


def test_a_line_of_a_browser_without_javascript_is_sent_at_once_and_once(page, fair) -> None:
    form = {"key": "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "text": "met Dora", "on": "2026-11-20", "event": fair.pk}
    for _again in range(2):
        answer = page.post(f"/events/{fair.pk}/here", form, follow=True)
        assert "Sent. It waits in the inbox." in answer.content.decode()
    row = Captured.objects.get()
    assert (row.text, row.event, row.on.isoformat()) == ("met Dora", fair, "2026-11-20")


def test_a_line_that_is_none_is_refused_in_words(page, fair) -> None:
    answer = page.post(f"/events/{fair.pk}/here", {"key": "3f2504e0", "text": " ", "event": fair.pk})
    assert answer.status_code == 422
    assert "There is nothing to capture" in answer.content.decode()
