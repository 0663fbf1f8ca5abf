from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from tests.cast import contact
from wellkept.domain.contacts.likening import search_all
from wellkept.domain.contacts.models import Contact, CustomField, Email
from wellkept.domain.contacts.sameness import Likeness, Likening, NotTheSame
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act


@pytest.fixture
def other(network, ada, ana):
    """Ana again, from another list, with the same private address."""
    twin = contact(network, ada, "Ana Maria", "Souza", location="Vienna")
    with acting(ada, network, "edit", summary="Addresses") as act:
        for person in (ana, twin):
            act.add(Email(contact=person, address="ana@home.example", key="ana@home.example"))
        act.edit(ana, location="Lisbon")
    return twin


@pytest.fixture
def pair(network, other, bruno, chen):
    search_all(network=network)
    return Likeness.objects.get(network=network)


def test_a_pair_stands_side_by_side_with_its_reasons(page, pair):
    shown = page.get(reverse("duplicates")).content.decode()
    for words in ("Almost certainly the same", "Same e-mail", "Lisbon", "Vienna", "ana@home.example"):
        assert words in shown


def test_dates_and_sources_are_written_for_a_reader(page, network, ada, ana, other, pair):
    with acting(ada, network, "edit", summary="Connected") as act:
        for person, day in ((ana, "2019-03-04"), (other, "2020-05-06")):
            act.edit(person, connected_on=date.fromisoformat(day), source="linkedin")
    shown = page.get(reverse("duplicates")).content.decode()
    assert date_format(date(2019, 3, 4), "DATE_FORMAT") in shown and "2019-03-04" not in shown
    assert "from LinkedIn," in shown


def test_a_merge_keeps_what_was_chosen_and_offers_to_undo(page, network, ana, other, pair):
    form = {"kept": ana.pk, "gone": other.pk, "choice-location": "gone", "choice-name": "kept"}
    shown = page.post(reverse("duplicates-merge"), form, follow=True).content.decode()
    ana.refresh_from_db()

    assert (ana.display, ana.location) == ("Ana Souza", "Vienna")
    assert CustomField.objects.filter(contact=ana, value="Lisbon").exists()
    assert "Merged Ana Maria Souza into Ana Souza: same e-mail" in shown
    assert "All caught up" in shown
    assert reverse("undo", args=[Act.objects.latest("pk").pk]) in shown


def test_not_the_same_is_remembered(page, network, ana, other, pair):
    page.post(reverse("duplicates-not-the-same"), {"kept": other.pk, "gone": ana.pk})
    search_all(network=network)

    assert NotTheSame.objects.get().one_id == min(ana.pk, other.pk)
    assert not Likeness.objects.exists()


def test_later_puts_the_pair_aside_for_this_sitting(page, ana, other, pair):
    shown = page.post(reverse("duplicates-later"), {"kept": ana.pk, "gone": other.pk}, follow=True).content.decode()
    assert "put aside for later" in shown
    shown = page.post(reverse("duplicates-again"), follow=True).content.decode()
    assert "Side by side" in shown


def test_with_htmx_the_next_pair_is_answered(page, ana, other, pair):
    answer = page.post(
        reverse("duplicates-not-the-same"), {"kept": ana.pk, "gone": other.pk}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200
    assert 'id="sitting"' in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_the_sure_ones_are_merged_at_one_word_and_undone_at_one(page, network, ada, ana, other, pair):
    shown = page.get(reverse("duplicates")).content.decode()
    assert "1 pair leaves no doubt" in shown
    page.post(reverse("duplicates-sure"))
    assert Contact.objects.filter(is_me=False).count() == 3

    act = Act.objects.filter(verb="merge").get()
    page.post(reverse("undo", args=[act.pk]))
    assert Contact.objects.filter(is_me=False).count() == 4


def test_a_merge_that_is_listed_is_undone_alone(page, ana, other, pair):
    page.post(reverse("duplicates-sure"))
    assert "Merged Ana" in page.get(reverse("duplicates-merged")).content.decode()
    page.post(reverse("duplicates-undo", args=[Act.objects.get(verb="merge").pk]))

    assert Contact.objects.filter(pk__in=[ana.pk, other.pk]).count() == 2


def test_only_merges_are_undone_here(page, ana):
    assert page.post(reverse("duplicates-undo", args=[Act.objects.latest("pk").pk])).status_code == 404


def test_the_first_search_is_offered_and_shows_how_far_it_is(page, network, ana):
    assert "Nobody was compared yet" in page.get(reverse("duplicates")).content.decode()
    page.post(reverse("duplicates-search"))

    assert Likening.objects.get(network=network).state == "waiting"
    answer = page.get(reverse("duplicates"), headers={"HX-Request": "true", "HX-Target": "state"})
    assert "every 1s" in answer.content.decode()
    Likening.objects.update(state="done")
    answer = page.get(reverse("duplicates"), headers={"HX-Request": "true", "HX-Target": "state"})
    assert answer.headers["HX-Refresh"] == "true"


def test_a_contact_of_a_stranger_is_not_there(client, ben, ana, other, pair):
    client.force_login(ben.user)
    for name in ("duplicates-merge", "duplicates-not-the-same", "duplicates-later"):
        assert client.post(reverse(name), {"kept": ana.pk, "gone": other.pk}).status_code == 404
    assert Contact.objects.filter(pk=other.pk).exists()


def test_the_counter_is_in_the_frame_and_over_the_contacts(page, pair):
    shown = page.get(reverse("contacts")).content.decode()
    assert 'data-count="duplicates">1<' in shown
    assert "1 duplicate" in shown


def test_a_page_takes_few_questions(page, pair, django_assert_max_num_queries):
    page.get(reverse("duplicates"))
    with django_assert_max_num_queries(67):
        assert "data-merge" in page.get(reverse("duplicates")).content.decode()


def test_the_pair_put_aside_last_can_be_gone_back_to(page, ana, other, pair):
    shown = page.post(reverse("duplicates-later"), {"kept": ana.pk, "gone": other.pk}, follow=True).content.decode()
    assert "1 pair is put aside for later" in shown and "data-undo" in shown
    shown = page.post(reverse("duplicates-again"), {"last": "duplicates-aside"}, follow=True).content.decode()
    assert "data-merge" in shown and "put aside" not in shown
