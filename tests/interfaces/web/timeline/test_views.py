"""Logging, editing and reading in the browser, without JavaScript."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.cadence.models import NextStep
from wellkept.domain.cadence.stepping import reschedule
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Interaction, Note, Promise
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def now(network):
    return network.today()


@pytest.fixture
def log(page, now):
    def post(follow=False, **fields):
        given = {"kind": "call", "on": now.isoformat(), "direction": "both"} | fields
        return page.post(reverse("log"), given, follow=follow)

    return post


@pytest.fixture
def call(ada, network, ana, now):
    return record_interaction(
        network=network, contacts=[ana], kind="call", on=now, by=ada, today=now, body="About *wells*."
    )


@pytest.fixture
def bens(ben, now):
    """A call of ben's with a contact of his."""
    network = network_of(ben)
    person = contact(network, ben, "Bea", "Stone")
    with scope(network=network):
        return record_interaction(network=network, contacts=[person], kind="call", on=now, by=ben, today=now)


def test_the_log_begins_with_today_and_whom_the_address_names(page, ana, now):
    answer = page.get(reverse("log"), {"contact": ana.pk, "body": "Hello"})
    assert answer.status_code == 200
    assert f'value="{now.isoformat()}"' in answer.text and "Ana Souza" in answer.text and "Hello" in answer.text


def test_a_name_that_is_clear_is_enough(log, ana, bruno):
    assert log(who="ana souza, Bruno", body="We met.").status_code == 302
    call = Interaction.objects.get()
    assert set(call.contact_ids()) == {ana.pk, bruno.pk} and call.body == "We met."


def test_all_is_one_act_that_is_undone_at_once(log, ada, network, ana, now):
    log(
        contact=ana.pk,
        new_name="Dora Lind",
        new_organization="Acme",
        **{"promise-0-text": "send the map", "promise-0-by": "me", "promise-0-due": now.isoformat()},
        step="14",
        step_what="Ask about the map",
    )
    act = Act.objects.latest("pk")
    dora = Contact.objects.get(display="Dora Lind")
    assert network.today(dora.met_at) == now and str(dora.positions.get().organization) == "Acme"
    assert set(NextStep.objects.values_list("contact", "on")) == {
        (ana.pk, now + timedelta(days=14)),
        (dora.pk, now + timedelta(days=14)),
    }
    assert Promise.objects.filter(text="send the map", due_on=now).count() == 2
    undo(act=act, by=ada)
    assert not Interaction.objects.exists() and not Promise.objects.exists() and not NextStep.objects.exists()
    assert not Contact.objects.filter(display="Dora Lind").exists()


def test_a_name_of_several_people_is_asked_and_nothing_is_kept(log, ada, network, ana):
    other = contact(network, ada, "Ana", "Lind")
    answer = log(who="Ana")
    assert answer.status_code == 422 and not Interaction.objects.exists()
    assert "Who is “Ana”?" in answer.text and "Ana Lind" in answer.text and "Ana Souza" in answer.text
    log(**{"name-0": "Ana", "which-0": other.pk})
    assert Interaction.objects.get().contact_ids() == (other.pk,)


def test_a_question_without_an_answer_is_asked_again(log, ada, network, ana):
    contact(network, ada, "Ana", "Lind")
    answer = log(**{"name-0": "Ana", "contact": ana.pk})
    assert answer.status_code == 422 and "Who is “Ana”?" in answer.text and not Interaction.objects.exists()


def test_a_name_of_nobody_can_be_added_or_left_out(log, ana):
    assert "Nobody here is called “Zoe Quist”" in log(who="Zoe Quist").text
    log(**{"contact": ana.pk, "name-0": "Zoe Quist", "which-0": "nobody"})
    assert Interaction.objects.get().contact_ids() == (ana.pk,)
    log(**{"name-0": "Zoe Quist", "which-0": "new"})
    assert Contact.objects.filter(display="Zoe Quist").exists()


def test_somebody_new_of_a_known_name_is_asked_about(log, ana):
    answer = log(new_name="ana souza")
    assert answer.status_code == 422 and "Who is “ana souza”?" in answer.text
    assert Contact.objects.filter(display__iexact="ana souza").count() == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"who": ""}, "Say with whom it was."),
        ({"kind": ""}, "Pick one."),
        ({"kind": "fax"}, "Select a valid choice"),
        ({"on": "31 February"}, "Enter a valid date"),
        ({"on": "2999-01-01"}, "has not come yet"),
        ({"promise-0-text": "x", "promise-0-due": "2026-02-31"}, "2026-02-31 is no day."),
        ({"promise-0-text": "x", "promise-0-by": "you"}, "mine or theirs"),
        ({"step": "on"}, "Say on which day."),
        ({"step_on": "2001-01-01"}, "has passed already"),
        ({"new_name": "Dora", "new_email": "dora at example"}, "valid email"),
    ],
)
def test_bad_input_is_told_and_nothing_is_kept(log, ana, fields, told):
    acts = Act.objects.count()
    answer = log(**{"who": "Ana Souza", **fields})
    assert answer.status_code == 422 and told in answer.text
    assert not Interaction.objects.exists() and Act.objects.count() == acts


def test_what_was_typed_is_still_there_after_a_refusal(log, ana):
    text = log(who="Ana Souza", kind="", body="Kept words", **{"promise-1-text": "their map"}).text
    assert "Kept words" in text and "their map" in text and f'name="contact" value="{ana.pk}"' in text


def test_a_step_that_this_was_is_done_with_it(log, ada, network, ana, now):
    step = reschedule(contact=ana, on=now + timedelta(days=3), what="Call Ana", by=ada, today=now)
    log(contact=ana.pk)
    assert NextStep.objects.exists()
    log(contact=ana.pk, did=step.pk)
    assert not NextStep.objects.exists()


def test_a_log_leads_back_to_where_it_was_begun_but_never_elsewhere(log, ana):
    assert log(contact=ana.pk, next=reverse("history")).url == reverse("history")
    assert log(contact=ana.pk, next="https://example.org/").url == reverse("contact", args=[ana.pk])


def test_suggestions_leave_out_who_is_picked_already(page, ana, ada, network):
    other = contact(network, ada, "Ana", "Lind")
    text = page.get(reverse("log-people"), {"who": "Bruno, ana", "contact": ana.pk}).text
    assert "Ana Lind" in text and "Ana Souza" not in text
    text = page.get(reverse("log-who"), {"contact": ana.pk, "add": other.pk}).text
    assert text.count('name="contact"') == 2


def test_an_interaction_is_edited(page, call, ana, bruno, now):
    address = reverse("interaction", args=[call.pk])
    assert "About *wells*." in page.get(address).text
    answer = page.post(
        address,
        {
            "kind": "coffee", "on": (now - timedelta(days=1)).isoformat(), "direction": "mine", "body": "More wells",
            "at": "09:30", "touch": "on", "contact": [bruno.pk],
        },
    )  # fmt: skip
    assert answer.status_code == 302
    call.refresh_from_db()
    assert (call.kind, call.on, call.body, call.direction) == ("coffee", now - timedelta(days=1), "More wells", "mine")
    assert call.contact_ids() == (bruno.pk,) and call.at.astimezone(call.network.zone).hour == 9


def test_an_edit_that_leaves_nobody_is_refused(page, call, now):
    answer = page.post(
        reverse("interaction", args=[call.pk]), {"kind": "call", "on": now.isoformat(), "direction": "both"}
    )
    assert answer.status_code == 422 and "Say with whom it was." in answer.text


def test_an_interaction_is_removed_and_the_flash_offers_undo(page, call, ana):
    answer = page.post(reverse("interaction-remove", args=[call.pk]), follow=True)
    assert answer.status_code == 200 and reverse("undo", args=[Act.objects.latest("pk").pk]) in answer.text
    assert not Interaction.objects.exists()


def test_one_line_becomes_a_note_or_an_interaction(page, ana):
    address = reverse("timeline", args=[ana.pk])
    page.post(address, {"kind": "note", "body": "Climbs."})
    page.post(address, {"kind": "message", "body": "Said hello."})
    page.post(address, {"kind": "note", "body": "  "})
    assert Note.objects.get().body == "Climbs." and Interaction.objects.get().body == "Said hello."


def test_a_timeline_shows_markdown_but_no_script(page, ada, ana, call, now):
    add_note(contact=ana, body="<script>alert(1)</script> **bold**", on=now, by=ada, today=now)
    text = page.get(reverse("timeline", args=[ana.pk])).text
    assert "<em>wells</em>" in text and "<strong>bold</strong>" in text and "<script>alert" not in text


def test_a_timeline_is_filtered_and_paged(page, ada, network, ana, call, now):
    for days in range(30):
        record_interaction(
            network=network, contacts=[ana], kind="lunch", on=now - timedelta(days=days), by=ada, today=now
        )
    address = reverse("timeline", args=[ana.pk])
    first = page.get(address)
    assert first.text.count('<article class="moment"') == 20
    older = page.get(address, {"before": first.context["older"]}, headers={"HX-Request": "true"})
    assert older.text.count('<article class="moment"') == 11 and "<html" not in older.text
    written = page.get(address, {"only": "written"}, headers={"HX-Request": "true"}).text
    assert "Nothing of this kind yet." in written and 'id="moments"' in written


def test_the_timeline_costs_few_queries(page, ada, network, ana, bruno, now, django_assert_max_num_queries):
    for days in range(30):
        record_interaction(
            network=network, contacts=[ana, bruno], kind="lunch", on=now - timedelta(days=days), by=ada, today=now
        )
    with django_assert_max_num_queries(15):
        answer = page.get(reverse("timeline", args=[ana.pk]))
    assert answer.content.decode().count("Bruno Keller") >= 20


def test_notes_are_edited_pinned_and_removed(page, ada, ana, now):
    note = add_note(contact=ana, body="Climbs.", on=now, by=ada, today=now)
    address = reverse("note", args=[note.pk])
    assert "Climbs." in page.get(address).text
    assert page.post(address, {"body": " ", "on": now.isoformat()}).status_code == 422
    page.post(address, {"body": "Climbs on Sundays.", "on": now.isoformat()})
    page.post(reverse("note-pin", args=[note.pk]))
    note.refresh_from_db()
    assert (note.body, note.pinned) == ("Climbs on Sundays.", True)
    page.post(reverse("note-remove", args=[note.pk]))
    assert not Note.objects.exists()


def test_promises_are_made_edited_kept_let_go_and_removed(page, ana, now):
    address = reverse("promise-add", args=[ana.pk])
    assert page.get(address).status_code == 200
    assert page.post(address, {"text": "", "by_whom": "me"}).status_code == 422
    page.post(address, {"text": "send the map", "by_whom": "me", "due_on": now.isoformat()})
    promise = Promise.objects.get()
    page.post(reverse("promise", args=[promise.pk]), {"text": "send both maps", "by_whom": "them"})
    promise.refresh_from_db()
    assert (promise.text, promise.by, promise.due_on) == ("send both maps", "them", None)
    for act, expected in [("settle", (now, None)), ("forgive", (None, now)), ("reopen", (None, None))]:
        page.post(reverse(f"promise-{act}", args=[promise.pk]))
        promise.refresh_from_db()
        assert (promise.settled_on, promise.forgiven_on) == expected
    page.post(reverse("promise-remove", args=[promise.pk]))
    assert not Promise.objects.exists()


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("interaction", "get"), ("interaction", "post"), ("interaction-remove", "post"), ("timeline", "get"), ("timeline", "post"),
        ("promise-add", "get"), ("promise-add", "post"), ("note", "get"), ("note", "post"), ("note-pin", "post"),
        ("note-remove", "post"), ("promise", "get"), ("promise", "post"), ("promise-settle", "post"),
        ("promise-forgive", "post"), ("promise-reopen", "post"), ("promise-remove", "post"),
    ],
)  # fmt: skip
def test_what_is_somebody_elses_is_not_there(page, ben, bens, now, name, method):
    from wellkept.domain.timeline.promising import make_promise

    with scope(network=bens.network):
        person = bens.participations.get().contact
        note = add_note(contact=person, body="secret", on=now, by=ben, today=now)
        promise = make_promise(contact=person, by_whom="me", text="secret", by=ben)
        acts = Act.objects.count()
    keys = {"interaction": bens, "timeline": person, "promise-add": person, "note": note, "promise": promise}
    row = keys.get(name) or keys[name.split("-")[0]]
    answer = getattr(page, method)(reverse(name, args=[row.pk]), {"kind": "note", "body": "x", "text": "x"})
    assert answer.status_code == 404
    with scope(network=bens.network):
        assert Act.objects.count() == acts


def test_nobody_logs_with_somebody_elses_contact(page, log, bens, ana):
    with scope(network=bens.network):
        theirs = bens.participations.get().contact_id
    assert log(contact=theirs).status_code == 404
    assert log(contact="x").status_code == 404
    assert log(**{"name-0": "Bea", "which-0": theirs}).status_code == 404
    assert "Nobody here is called" in log(who="Bea Stone").text
    assert page.get(reverse("log"), {"contact": theirs}).status_code == 404
    assert page.get(reverse("log-who"), {"add": theirs}).status_code == 404
    assert "Bea" not in page.get(reverse("log-people"), {"who": "Bea"}).text.replace("“Bea”", "")


def test_acts_need_a_post(page, call):
    assert page.get(reverse("interaction-remove", args=[call.pk])).status_code == 405
