"""The page that gives everything back."""

from __future__ import annotations

import io
import zipfile

import pytest
from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, Tag
from wellkept.domain.contacts.saved_views import keep_view
from wellkept.domain.contacts.tagging import tag
from wellkept.domain.exchange.exporting.ordering import archive_of, order_export
from wellkept.domain.exchange.exporting.writers import FORMATS
from wellkept.domain.exchange.models import ExportRun
from wellkept.formats.vcard import people
from wellkept.interfaces.web.export import people as web_people

HTMX = {"HX-Request": "true"}


@pytest.fixture
def at_once(settings):
    """Background jobs run where they are ordered."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def test_the_page_says_what_would_be_in_it(page, network, ana, bruno):
    text = page.get("/export").content.decode()

    assert "2 contacts" in text and "Make the archive" in text


def test_the_archive_is_made_and_fetched(page, network, ana, at_once):
    assert page.post("/export", follow=True).status_code == 200

    run = ExportRun.objects.get()
    shown = page.get("/export").content.decode()
    assert f"/export/{run.pk}/archive" in shown

    answer = page.get(f"/export/{run.pk}/archive")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith('attachment; filename="wellkept-20')
    assert answer["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as zipped:
        assert b"Ana Souza" in zipped.read("contacts.vcf")


def test_while_it_is_made_the_page_asks_again_and_offers_no_second_one(page, network):
    page.post("/export")
    page.post("/export")

    assert ExportRun.objects.count() == 1
    whole = page.get("/export").content.decode()
    assert 'hx-trigger="every 1s"' in whole and "Make it again" not in whole
    part = page.get("/export", headers=HTMX).content.decode()
    assert part.strip().startswith('<div id="making"') and "<h1" not in part


def test_when_it_is_done_the_page_is_shown_anew(page, network, at_once):
    page.post("/export")

    assert page.get("/export", headers=HTMX)["HX-Refresh"] == "true"


def test_what_could_not_be_made_says_why(page, network):
    order_export(network=network)
    ExportRun.objects.update(state="failed", problem="No space left on device.")

    text = page.get("/export").content.decode()

    assert "No space left on device." in text and "Make it again" in text


def test_an_archive_that_is_not_ready_or_gone_is_not_there(page, network, at_once):
    run, _new = order_export(network=network)
    assert page.get(f"/export/{run.pk}/archive").status_code == 404
    ExportRun.objects.update(state="done")
    assert not archive_of(run).exists()
    assert page.get(f"/export/{run.pk}/archive").status_code == 404


def test_a_stranger_gets_nothing(page, ben, settings):
    theirs = network_of(ben)
    with scope(network=theirs):
        run, _new = order_export(network=theirs)
        ExportRun.objects.update(state="done")
        archive_of(run).parent.mkdir(parents=True)
        archive_of(run).write_bytes(b"secret")

    assert page.get(f"/export/{run.pk}/archive").status_code == 404
    assert page.get("/export").content.decode().count(f"/export/{run.pk}/") == 0


def _people(answer):
    return list(people(answer.content))


def test_a_contact_is_saved_as_a_vcard(page, ana, bruno):
    assert f'name="contact" value="{ana.pk}"' in page.get(f"/contacts/{ana.pk}").content.decode()
    answer = page.post("/export/people", {"contact": ana.pk, "format": "vcard3"})

    assert answer["Content-Disposition"] == 'attachment; filename="ana-souza.vcf"'
    assert [one.name.display for one in _people(answer)] == ["Ana Souza"]


def test_a_selection_of_the_list_is_exported(page, network, ada, ana, bruno, chen):
    shown = page.get("/contacts/").content.decode()
    assert 'formaction="/export/people" name="format" value="google"' in shown
    some = page.post("/export/people", {"contact": [ana.pk, bruno.pk], "format": "vcard4", "query": ""})
    all_found = page.post("/export/people", {"everything": "1", "format": "vcard4", "query": "words=chen"})

    assert [one.name.display for one in _people(some)] == ["Bruno Keller", "Ana Souza"]
    assert [one.name.display for one in _people(all_found)] == ["Chen Wei"]


def test_the_page_exports_everybody_a_circle_a_tag_or_a_view(page, network, ada, ana, bruno):
    family = Circle.objects.get(name="Family")
    put_in_circle(contacts=[ana], circle=family, by=ada)
    tag(contacts=[bruno], name="sailors", by=ada, network=network)
    view = keep_view(network=network, name="At home", query=f"circle={family.pk}", by=ada)
    wanted = {
        "all": ["Bruno Keller", "Ana Souza"],
        f"circle:{family.pk}": ["Ana Souza"],
        f"tag:{Tag.objects.get().pk}": ["Bruno Keller"],
        f"view:{view.pk}": ["Ana Souza"],
    }
    shown = page.get("/export").content.decode()
    for who, names in wanted.items():
        assert f'<option value="{who}">' in shown
        assert [
            one.name.display for one in _people(page.post("/export/people", {"who": who, "format": "vcard3"}))
        ] == names


def test_the_archived_are_left_out_unless_wanted(page, ada, ana, bruno):
    archive(contacts=[ana], by=ada)
    without = page.post("/export/people", {"who": "all", "format": "vcard3"})
    with_them = page.post("/export/people", {"who": "all", "format": "vcard3", "archived": "1"})
    assert (len(_people(without)), len(_people(with_them))) == (1, 2)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_can_be_had(page, ana, name):
    answer = page.post("/export/people", {"who": "all", "format": name})
    assert answer["Content-Type"] == FORMATS[name].media_type
    assert answer["Content-Disposition"].endswith(f'.{FORMATS[name].ending}"') and b"Souza" in answer.content


def test_many_are_written_in_the_background_and_fetched(page, network, ana, at_once, monkeypatch):
    monkeypatch.setattr(web_people, "AT_ONCE", 0)
    answer = page.post("/export/people", {"who": "all", "format": "csv"})
    assert answer["Location"] == "/export#people"
    run = ExportRun.objects.get()
    shown = page.get("/export").content.decode()
    assert f"/export/{run.pk}/archive" in shown and "1 contact is ready as CSV with everything" in shown

    fetched = page.get(f"/export/{run.pk}/archive")
    assert fetched["Content-Disposition"].endswith('.csv"') and "contacts-20" in fetched["Content-Disposition"]
    assert b"Souza" in b"".join(fetched.streaming_content)


def test_while_they_are_written_the_page_asks_for_them_alone(page, network, ana, monkeypatch):
    monkeypatch.setattr(web_people, "AT_ONCE", 0)
    for _twice in range(2):
        page.post("/export/people", {"who": "all", "format": "csv"})
    assert ExportRun.objects.count() == 1

    part = page.get("/export", headers={**HTMX, "HX-Target": "making-people"}).content.decode()
    assert part.strip().startswith('<div id="making-people"')
    assert page.get("/export", headers={**HTMX, "HX-Target": "making"})["HX-Refresh"] == "true"


def test_nobody_is_no_file(page, ana):
    answer = page.post("/export/people", {"format": "csv", "query": "words=ana"}, follow=True)
    assert answer.redirect_chain[0][0] == "/contacts/?words=ana" and "Nobody is chosen" in answer.content.decode()


def test_a_choice_of_nobody_stays_chosen(page, network, ana):
    friends = Circle.objects.get(key="friends")
    answer = page.post(
        "/export/people", {"who": f"circle:{friends.pk}", "format": "jcard", "archived": "1"}, follow=True
    )
    shown = answer.content.decode()
    assert answer.redirect_chain[0][0].endswith("#people") and "Nobody is chosen" in shown
    assert f'<option value="circle:{friends.pk}" selected>' in shown and '<option value="jcard" selected>' in shown
    assert 'name="archived" value="1" checked' in shown


@pytest.mark.parametrize(
    "posted", [{"format": "xls"}, {"format": "csv", "who": "table:1"}, {"format": "csv", "who": "circle:x"}]
)
def test_what_is_not_offered_is_not_there(page, ana, posted):
    assert page.post("/export/people", posted).status_code == 404


def test_a_strangers_people_are_exported_to_nobody(page, network, ben):
    theirs = network_of(ben)
    with scope(network=theirs):
        zelda = contact(theirs, ben, "Zelda", "Berg")
        circle = Circle.objects.first()
    assert page.post("/export/people", {"contact": zelda.pk, "format": "csv"}).status_code in (302, 404)
    assert page.post("/export/people", {"who": f"circle:{circle.pk}", "format": "csv"}).status_code == 404
