"""The way of a file through the pages, without JavaScript: chosen, previewed, read, reported, taken back."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.domain.exchange.conftest import ANA, BRUNO, CHEN, connections
from tests.domain.exchange.linkedin.export import export
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import CircleMembership, Contact
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.exchange.models import ImportRow, ImportRun

MAPPED = "Who;Where;Reach\nAna Souza;Blue Kettle;ana@example.org\nBruno Keller;Quiet Mills;bruno@example.org\n"


@pytest.fixture(autouse=True)
def at_once(settings):
    """Jobs run when they are queued."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def upload(page, network):
    def upload(*files: tuple[str, bytes | str], **more):
        sent = [SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data) for name, data in files]
        return page.post(reverse("imports"), {"file": sent}, follow=True, **more)

    return upload


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def run() -> ImportRun:
    return ImportRun.objects.exclude(kind="").earliest("pk")


def started(page):
    return page.post(reverse("import-start", args=[run().pk]), {"region": "AT"}, follow=True)


def test_the_page_says_how_to_ask_linkedin_and_what_to_do_meanwhile(page, network):
    said = text(page.get(reverse("imports")))
    for words in ("Get a copy of your data", "24 hours", "iPhone", "Android"):
        assert words in said


def test_a_file_is_previewed_and_nothing_is_written(upload):
    response = upload(("Connections.csv", connections(ANA, BRUNO)))
    said = text(response)
    assert "2 would be added" in said
    assert "Ana Souza" in said and "Blue Kettle GmbH" in said
    assert not Contact.objects.filter(is_me=False).exists()


def test_one_click_starts_it_and_the_report_tells_of_each_row(upload, page):
    upload(("Connections.csv", connections(ANA, BRUNO, ",,,,,,07 Jun 2022")))
    report = started(page)
    said = text(report)
    assert Contact.objects.filter(is_me=False).count() == 2
    assert "See this week" in said and "Decide who matters" in said
    ana = Contact.objects.get(given="Ana")
    assert f'href="{reverse("contact", args=[ana.pk])}"' in report.content.decode()
    refused = text(page.get(reverse("import-run", args=[run().pk]), {"show": "refused"}))
    assert "gives only the date of this connection" in refused
    assert ",,,,,,07 Jun 2022" in refused


def test_a_whole_export_shows_each_file_and_proposes_circles_to_accept(upload, page):
    upload(("export.zip", export(Connections__csv=connections(ANA, BRUNO, CHEN))))
    said = text(started(page))
    assert "LinkedIn messages" in said and "Your positions" in said
    assert "1 person from Blue Kettle" in said
    assert "1 entry of the archive is not used" in said
    proposal = {
        "circle": "present-co-workers",
        "organization": Contact.objects.get(given="Ana").positions.get().organization_id,
    }
    page.post(reverse("import-circle", args=[run().pk]), proposal)
    assert CircleMembership.objects.get().contact.given == "Ana"
    page.post(reverse("import-circle", args=[run().pk]), {"circle": "alumni", "organization": "no number"})
    assert CircleMembership.objects.count() == 1


def test_the_rows_of_one_file_can_be_seen_alone(upload, page):
    upload(("export.zip", export()))
    started(page)
    messages = ImportRun.objects.get(kind="linkedin.messages")
    response = page.get(reverse("import-run", args=[run().pk]), {"show": "refused", "file": messages.pk})
    assert {row.run_id for row in response.context["page"]} == {messages.pk}


def test_the_import_is_undone_with_one_click(upload, page):
    upload(("Connections.csv", connections(ANA, BRUNO)))
    started(page)
    response = page.post(reverse("import-undo", args=[run().pk]), follow=True)
    assert "This import was undone" in text(response)
    assert not Contact.objects.filter(is_me=False).exists()


def test_an_undo_that_clashes_leads_to_the_page_that_asks(upload, page, network, ada):
    from wellkept.domain.history.acting import acting
    from wellkept.domain.timeline.models import Note

    upload(("Connections.csv", connections(ANA)))
    started(page)
    with acting(ada, network, "note", summary="Noted") as act:
        act.add(Note(contact=Contact.objects.get(given="Ana"), body="x", on="2026-01-01"))
    response = page.post(reverse("import-undo", args=[run().pk]), follow=True)
    assert "Undo the import of Connections.csv?" in text(response) and "1 thing has changed since" in text(response)
    assert response.resolver_match.url_name == "undo"
    assert Contact.objects.filter(given="Ana").exists()


def test_unknown_columns_are_mapped_by_hand_and_remembered(upload, page):
    response = upload(("people.csv", MAPPED))
    assert "What the columns of people.csv are" in text(response)
    chosen = {"column-0": "name", "column-1": "organization", "column-2": "email"}
    mapped = text(page.post(reverse("import-mapping", args=[run().pk]), chosen, follow=True))
    assert "Ana Souza" in mapped and "Start the import" in mapped
    started(page)
    ana = Contact.objects.get(given="Ana")
    assert (ana.positions.get().organization.name, ana.emails.get().address) == ("Blue Kettle", "ana@example.org")
    again = text(upload(("newer.csv", MAPPED)))
    assert "Start the import" in again and "2 known already" in again


def test_nonsense_for_a_column_is_not_taken(upload, page):
    upload(("people.csv", MAPPED))
    page.post(reverse("import-mapping", args=[run().pk]), {"column-0": "password", "column-9": "name"})
    assert run().options["mapping"] == {}


def test_of_very_many_columns_those_with_something_in_them_are_shown_and_the_rest_read_as_proposed(upload, page):
    wide = ["Who", *(f"Nothing {number}" for number in range(150)), *(f"Thing {number}" for number in range(300))]
    row = ["Ana Souza", *("" for _ in range(150)), *(f"value {number}" for number in range(300))]
    response = upload(("wide.csv", ";".join(wide) + "\n" + ";".join(row) + "\n"))
    fields = re.findall(r'name="(column-\d+)"', response.content.decode())
    assert len(fields) == 200 and fields[0] == "column-0" and fields[1] == "column-151"
    assert "251 more columns are not shown" in text(response)
    chosen = dict.fromkeys(fields, "ignore") | {"column-0": "name"}
    page.post(reverse("import-mapping", args=[run().pk]), chosen)
    mapping = run().options["mapping"]
    assert (mapping["0"], mapping["151"], mapping["450"]) == ("name", "ignore", "custom")


def test_a_preview_can_be_left(upload, page):
    upload(("Connections.csv", connections(ANA)))
    page.post(reverse("import-discard", args=[run().pk]))
    assert not ImportRun.objects.exists()
    assert not Contact.objects.filter(is_me=False).exists()


def test_what_is_set_aside_is_added_with_one_click(upload, page):
    upload(("people.csv", "Name,E-mail\nAna Souza,ana@example.org\nBlue Kettle,info@blue-kettle.example\n"))
    started(page)
    row = ImportRow.objects.get(rule="set aside")
    address = reverse("import-anyway", args=[row.run_id, row.pk])
    here = reverse("import-run", args=[row.run_id]) + "?show=aside"
    assert page.post(address, {"next": here}).url == here
    assert Contact.objects.filter(display="Blue Kettle").exists()
    assert page.post(address, {"next": "https://evil.example/"}).url == reverse("import-run", args=[row.run_id])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "photo.png: This is not a CSV: it is a picture."),
        ("cut.zip", export()[:-30], "or it was cut off"),
        ("empty.csv", b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_leaves_nothing(page, network, name, data, words):
    response = page.post(reverse("imports"), {"file": SimpleUploadedFile(name, data)})
    assert response.status_code == 422
    assert words in text(response)
    assert not ImportRun.objects.exists()


def test_a_file_above_the_limit_is_refused_in_words(page, network, settings):
    settings.UPLOAD_LIMIT = 100
    response = page.post(reverse("imports"), {"file": SimpleUploadedFile("a.csv", b"x" * 200)})
    assert response.status_code == 422
    assert "at most" in text(response)


def test_no_file_is_asked_for_again(page, network):
    response = page.post(reverse("imports"), {})
    assert response.status_code == 422
    assert "Choose a file first" in text(response)


def test_of_several_files_the_readable_ones_go_on_and_the_other_is_told(upload):
    response = upload(("Connections.csv", connections(ANA)), ("photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90))
    said = text(response)
    assert "Start the import" in said and "it is a picture" in said


def card(name: str) -> str:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name.split()[1]};{name.split()[0]};;;\r\nEND:VCARD\r\n"


def test_of_several_files_of_one_kind_each_is_called_by_its_name(upload, page):
    names = ["ana souza", "bruno keller", "chen wei", "dora lund"]
    said = text(upload(*[(f"{name[:3]}.vcf", card(name.title())) for name in names]))
    assert "ana.vcf and 3 more files" in said and "vCards: che.vcf" in said
    report = text(started(page))
    assert "Dora Lund dor.vcf" in report and "vCards: bru.vcf" in report
    assert "ana.vcf and 3 more files" in text(page.get(reverse("imports")))


def test_files_that_came_together_are_one_address_book_of_which_nobody_is_missing(upload, page):
    upload(*[(f"{name[:3]}.vcf", card(name)) for name in ("Ana Souza", "Bruno Keller", "Chen Wei")])
    started(page)
    assert not ImportRow.objects.filter(outcome="missing").exists()


def test_from_another_address_book_nobody_is_missing(upload, page):
    for book in (("Ana Souza", "Bruno Keller"), ("Chen Wei", "Dora Lund", "Emre Aydin")):
        upload((f"{len(book)}.vcf", "".join(map(card, book))))
        page.post(reverse("import-start", args=[ImportRun.objects.latest("pk").pk]), {"region": "AT"})
    assert Contact.objects.filter(is_me=False).count() == 5
    assert not ImportRow.objects.filter(outcome="missing").exists()


def test_more_files_than_are_taken_at_once_are_refused_and_none_is_passed_over(upload, network):
    response = upload(*[(f"{number}.vcf", card(f"P{number} Quist")) for number in range(101)])
    assert response.status_code == 422 and "These are 101 files. Choose at most 100 at once" in text(response)
    assert not ImportRun.objects.exists()


def test_while_it_runs_the_page_asks_again_with_and_without_javascript(upload, page):
    upload(("Connections.csv", connections(ANA)))
    ImportRun.objects.update(state="running", rows=10, rows_done=4)
    address = reverse("import-run", args=[run().pk])
    whole = page.get(address).content.decode()
    assert 'http-equiv="refresh"' in whole and 'hx-trigger="every 1s"' in whole
    part = page.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<div id="import-progress"') and 'value="4"' in part and "<html" not in part
    ImportRun.objects.update(state="done")
    assert page.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_starting_twice_runs_once(upload, page):
    upload(("Connections.csv", connections(ANA)))
    started(page)
    started(page)
    assert ImportRow.objects.count() == 1


def test_the_report_takes_the_same_queries_for_many_rows(upload, page, django_assert_max_num_queries):
    many = [ANA.replace("ana", f"ana{n}").replace("Souza", f"Souza{n}") for n in range(60)]
    upload(("Connections.csv", connections(*many)))
    started(page)
    with django_assert_max_num_queries(24):
        answer = page.get(reverse("import-run", args=[run().pk]))
    assert len(answer.context["page"]) == 50


def test_past_imports_are_listed(upload, page):
    upload(("Connections.csv", connections(ANA)))
    started(page)
    assert "1 row: 1 added" in text(page.get(reverse("imports")))


def test_a_stranger_sees_none_of_it(upload, page, ben, client):
    upload(("Connections.csv", connections(ANA)))
    started(page)
    key = run().pk
    client.force_login(ben.user)
    assert client.get(reverse("import-run", args=[key])).status_code == 404
    for name in ("import-start", "import-mapping", "import-discard", "import-undo", "import-circle"):
        assert client.post(reverse(name, args=[key])).status_code == 404
    assert "Connections.csv" not in text(client.get(reverse("imports")))


def test_a_large_import_is_undone_by_a_job_and_a_clash_is_told_on_its_page(upload, page, network, ada, monkeypatch):
    from wellkept.domain.history.acting import acting
    from wellkept.domain.timeline.models import Note
    from wellkept.interfaces.web.imports import after

    monkeypatch.setattr(after, "AT_ONCE", 0)
    upload(("Connections.csv", connections(ANA, BRUNO)))
    started(page)
    with acting(ada, network, "note", summary="Noted") as act:
        note = act.add(Note(contact=Contact.objects.get(given="Ana"), body="x", on="2026-01-01"))
    told = text(page.post(reverse("import-undo", args=[run().pk]), follow=True))
    assert "It was not undone" in told and "has come in between" in told
    assert run().state == "done"
    with acting(ada, network, "note", summary="Removed") as act:
        act.remove(note)
    page.post(reverse("import-undo", args=[run().pk]))
    assert run().state == "undone"
    assert not Contact.objects.filter(is_me=False).exists()


def test_while_it_is_being_undone_the_page_waits(upload, page):
    upload(("Connections.csv", connections(ANA)))
    ImportRun.objects.update(state="undoing")
    assert "Taking the import back" in text(page.get(reverse("import-run", args=[run().pk])))


def test_the_report_leads_to_whom_a_row_is_about_though_they_were_merged_since(upload, page, ada):
    upload(("Connections.csv", connections(ANA, BRUNO)))
    started(page)
    ana, bruno = (Contact.objects.get(given=name) for name in ("Ana", "Bruno"))
    merge_contacts(kept=bruno, gone=ana, by=ada)

    answer = page.get(reverse("import-run", args=[run().pk]))

    assert answer.content.decode().count(f'href="/contacts/{bruno.pk}"') == 2
    assert "now Bruno Keller: the two were merged" in text(answer)


def test_who_was_deleted_is_reported_so_and_taken_with_one_click(upload, page, ada):
    upload(("Connections.csv", connections(ANA, BRUNO)))
    started(page)
    remove_contacts(contacts=[Contact.objects.get(given="Ana")], by=ada)
    upload(("Connections.csv", connections(ANA, BRUNO)))
    second = ImportRun.objects.exclude(kind="").latest("pk")
    page.post(reverse("import-start", args=[second.pk]))

    said = text(page.get(reverse("import-run", args=[second.pk]) + "?show=aside"))
    assert "deleted by you" in said and "Add anyway" in said

    page.post(reverse("import-anyway", args=[second.pk, ImportRow.objects.get(rule="deleted by you").pk]))
    assert Contact.objects.filter(given="Ana").exists()
