"""The history in the browser: what was done, and taking it back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Contact, Email, File, Phone
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.editing import edit_interaction
from wellkept.domain.timeline.recording import record_interaction


def last() -> Act:
    return Act.objects.latest("pk")


@pytest.fixture
def renamed(ada, network, ana):
    with acting(ada, network, "edit", summary="Renamed Ana") as act:
        act.edit(ana, given="Anna", display="Anna Souza")
    return act.row


@pytest.fixture
def imported(ada, network):
    file = File.objects.create(network=network, sha256="0" * 64, name="people.csv", media_type="text/csv", size=1)
    run = ImportRun.objects.create(network=network, file=file, upload="u1", state="done")
    for part in range(3):
        with acting(ada, network, "import", summary=f"Imported part {part}", batch=run.batch) as act:
            act.add_all([Contact(display=f"P{part}-{n}", sort_key="p") for n in range(20)])
    return run


def test_the_history_says_what_was_done_by_whom_and_through_which_door(page, renamed):
    text = page.get(reverse("history")).text
    assert "Renamed Ana" in text and "you, in the browser" in text and "given name" in text
    assert reverse("undo", args=[renamed.pk]) in text


def test_an_import_is_called_by_all_its_rows_and_one_of_several_files_leads_to_the_whole(page, imported):
    ImportRun.objects.update(rows=60, kind="vcard", name="people.vcf")
    shown = page.get(reverse("history")).text
    assert "Imported 60 rows of people.vcf" in shown and "Undo all" in shown
    beside = ImportRun.objects.get()
    ImportRun.objects.create(network=beside.network, upload="u1", kind="vcard", state="done", name="more.vcf")
    shown = page.get(reverse("history")).text
    assert "Import of 2 files" in shown and "Undo all" not in shown
    assert reverse("import-run", args=[beside.pk]) in shown


def test_an_act_is_undone_and_done_again(page, renamed, ana):
    answer = page.post(reverse("undo", args=[renamed.pk]), {"next": reverse("history")}, follow=True)
    ana.refresh_from_db()
    assert ana.given == "Ana" and "Undid: Renamed Ana" in answer.text
    page.post(reverse("undo", args=[last().pk]))
    ana.refresh_from_db()
    assert ana.given == "Anna"


def test_undoing_twice_is_told(page, renamed, ana):
    page.post(reverse("undo", args=[renamed.pk]))
    assert "undone already" in page.post(reverse("undo", args=[renamed.pk]), follow=True).text


def test_a_clash_asks_side_by_side_and_nothing_is_changed_before_the_answer(page, ada, network, renamed, ana):
    with acting(ada, network, "edit", summary="again") as act:
        act.edit(ana, given="Anita")
    answer = page.post(reverse("undo", args=[renamed.pk]))
    assert answer.status_code == 409
    ((question, person),) = answer.context["asked"]
    assert (question.left, question.now, question.before, person) == ("Anna", "Anita", "Ana", ana)
    assert f'name="clash-{question.key}"' in answer.text and reverse("contact", args=[ana.pk]) in answer.text
    assert page.get(reverse("undo", args=[renamed.pk])).context["asked"] == answer.context["asked"]
    ana.refresh_from_db()
    assert (ana.given, ana.display) == ("Anita", "Anna Souza")


def test_what_was_answered_is_done_and_all_else_taken_back(page, ada, network, renamed, ana):
    with acting(ada, network, "edit", summary="again") as act:
        act.edit(ana, given="Anita")
    ((question, _person),) = page.get(reverse("undo", args=[renamed.pk])).context["asked"]
    page.post(reverse("undo", args=[renamed.pk]), {f"clash-{question.key}": "keep"})
    ana.refresh_from_db()
    assert (ana.given, ana.display) == ("Anita", "Ana Souza")


@pytest.fixture
def merged_twice(ada, network, ana, bruno, chen):
    """Bruno with three addresses and a number was merged into Ana, and she into Chen; answers the first merge."""
    with acting(ada, network, "mail", summary="Wrote addresses") as act:
        act.add_all([Email(contact=bruno, address=f"b{n}@example.org", key=f"b{n}@example.org") for n in range(3)])
        act.add(Phone(contact=bruno, number="+1 555 0100"))
    merge_contacts(kept=ana, gone=bruno, by=ada)
    first = last()
    merge_contacts(kept=chen, gone=ana, by=ada)
    return first


def test_what_was_moved_together_is_asked_about_once_with_each_to_unfold(page, merged_twice):
    answer = page.get(reverse("undo", args=[merged_twice.pk]))
    (group,) = [question for question, _person in answer.context["asked"] if "e-mail" in question.name]
    assert (group.name, group.left, group.now, group.before) == (
        "3 e-mail addresses", "Ana Souza", "Chen Wei", "Bruno Keller",
    )  # fmt: skip
    assert answer.text.count("Which ones") == 1 and all(f"<li>b{n}@example.org</li>" in answer.text for n in range(3))
    assert answer.context["count"] == len(answer.context["asked"]) + 2


@pytest.mark.parametrize(("said", "whose"), [("anyway", "Bruno Keller"), ("keep", "Chen Wei")])
def test_the_answer_to_a_group_holds_for_each_in_it(page, merged_twice, said, whose):
    asked = page.get(reverse("undo", args=[merged_twice.pk])).context["asked"]
    answers = {f"clash-{each.key}": said if "e-mail" in each.name else "keep" for each, _person in asked}
    page.post(reverse("undo", args=[merged_twice.pk]), answers)
    assert Contact.objects.filter(display="Bruno Keller").exists()
    assert {mail.contact.display for mail in Email.objects.filter(address__startswith="b")} == {whose}
    assert Phone.objects.get().contact.display == "Chen Wei"


def test_of_an_import_whose_people_were_merged_what_was_moved_is_asked_about_once(page, ada, network, imported, ana):
    person = Contact.objects.get(display="P0-3")
    with acting(ada, network, "import", summary="Imported addresses", batch=imported.batch) as act:
        act.add_all([Email(contact=person, address=f"p{n}@example.org", key=f"p{n}@example.org") for n in range(3)])
    merge_contacts(kept=ana, gone=person, by=ada)
    answer = page.get(reverse("undo", args=[Act.objects.filter(batch=imported.batch).latest("pk").pk]))
    assert [question.name for question, _person in answer.context["asked"]] == ["3 e-mail addresses"]
    ((group, _person),) = answer.context["asked"]
    assert set(group.parts) == {f"p{n}@example.org" for n in range(3)}


def test_an_answer_that_is_none_is_refused(page, ada, network, renamed, ana):
    answer = page.post(reverse("undo", args=[renamed.pk]), {"all": "burn"}, follow=True)
    ana.refresh_from_db()
    assert "Choose" in answer.text and ana.given == "Anna"


def test_undoing_that_somebody_was_added_does_not_lead_to_their_page(page, ana):
    answer = page.post(reverse("undo", args=[last().pk]), {"next": reverse("contact", args=[ana.pk])})
    assert answer.url == reverse("history") and not Contact.objects.filter(pk=ana.pk).exists()


def test_undo_leads_back_but_never_elsewhere(page, renamed, ana):
    address = reverse("contact", args=[ana.pk])
    assert page.post(reverse("undo", args=[renamed.pk]), {"next": address}).url == address
    assert page.post(reverse("undo", args=[last().pk]), {"next": "//example.org/"}).url == reverse("history")


def test_an_import_is_one_entry_and_undone_as_a_whole(page, imported):
    text = page.get(reverse("history")).text
    assert text.count("data-item") == 1 and "3 steps" in text and "60 changes" in text and "Undo all" in text
    page.post(reverse("undo", args=[last().pk]))
    imported.refresh_from_db()
    assert not Contact.objects.filter(is_me=False).exists() and imported.state == "undone"
    page.post(reverse("undo", args=[last().pk]))
    assert Contact.objects.filter(is_me=False).count() == 60


def test_of_an_import_that_was_built_upon_only_that_is_kept(page, ada, network, imported):
    with acting(ada, network, "mail", summary="mail") as act:
        person = Contact.objects.get(display="P0-3")
        act.add(Email(contact=person, address="p@example.org", key="p@example.org"))
    address = reverse("undo", args=[Act.objects.filter(batch=imported.batch).latest("pk").pk])
    answer = page.post(address)
    assert answer.status_code == 409 and "1 e-mail address" in answer.text
    imported.refresh_from_db()
    assert Contact.objects.filter(is_me=False).count() == 60 and imported.state == "done"
    assert "1 kept as it is now" in page.post(address, {"all": "keep"}, follow=True).text
    imported.refresh_from_db()
    assert Contact.objects.get(is_me=False) == person and imported.state == "undone"


def test_all_changes_of_an_entry_can_be_read(page, imported):
    text = page.get(reverse("act", args=[last().pk])).text
    assert text.count("contact added:") == 60


def test_the_history_of_one_contact(page, ada, network, ana, bruno, today):
    call = record_interaction(network=network, contacts=[ana, bruno], kind="call", on=today, by=ada, today=today)
    edit_interaction(interaction=call, body="Now with words", by=ada, today=today)
    text = page.get(reverse("history"), {"contact": bruno.pk}).text
    assert "Added Bruno Keller" in text and "Now with words" in text and "Added Ana Souza" not in text


def test_older_acts_are_on_the_next_page(page, ada, network, ana):
    for number in range(31):
        with acting(ada, network, "edit", summary=f"Edit {number}.") as act:
            act.edit(ana, nickname=f"N{number}")
    first = page.get(reverse("history"))
    assert "Edit 30." in first.text and "Edit 0." not in first.text
    assert "Edit 0." in page.get(reverse("history"), {"before": first.context["older"]}).text
    assert "Edit 30." in page.get(reverse("history"), {"before": "x"}).text


def test_the_history_costs_few_queries(page, ada, network, ana, bruno, today, django_assert_max_num_queries):
    for _number in range(20):
        record_interaction(network=network, contacts=[ana, bruno], kind="call", on=today, by=ada, today=today)
    with django_assert_max_num_queries(18):
        shown = page.get(reverse("history")).content.decode()
    assert shown.count("data-item") >= 20


def test_what_others_did_is_not_there(page, ben, ana):
    theirs = network_of(ben)
    person = contact(theirs, ben, "Bea", "Stone")
    with scope(network=theirs):
        act = last()
    assert page.get(reverse("act", args=[act.pk])).status_code == 404
    assert page.post(reverse("undo", args=[act.pk])).status_code == 404
    assert page.get(reverse("history"), {"contact": person.pk}).status_code == 404
    assert "Bea" not in page.get(reverse("history")).text
    with scope(network=theirs):
        assert Contact.objects.filter(pk=person.pk).exists()


def test_looking_at_an_undo_does_nothing(page, renamed, ana):
    answer = page.get(reverse("undo", args=[renamed.pk]))
    ana.refresh_from_db()
    assert "Nothing stands in the way" in answer.text and ana.given == "Anna"
