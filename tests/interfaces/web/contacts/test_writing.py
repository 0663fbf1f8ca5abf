"""The form of a contact, without JavaScript."""

from __future__ import annotations

import pytest

from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.person import Labelled, Name, Person


def fields_of(answer):
    """What a browser would send of the form as it is shown."""
    said = {}
    for form in [answer.context["form"], *(f for rows in answer.context["rows"].values() for f in rows)]:
        for field in form:
            value = field.value()
            if value not in (None, "", False):
                said[field.html_name] = value if not isinstance(value, bool) else "on"
    for rows in answer.context["rows"].values():
        for field in rows.management_form:
            said[field.html_name] = field.value()
    return said


def written(page, path="/contacts/add", **more):
    return page.post(path, fields_of(page.get(path)) | more)


def test_a_name_is_enough(page, network):
    answer = written(page, given="Ana", family="Souza")
    ana = Contact.objects.get(given="Ana")
    assert answer.url == f"/contacts/{ana.pk}" and ana.source == "hand" and not ana.positions.exists()


def test_a_new_family_name_is_shown_unless_the_name_was_written_as_a_whole(page, network, ana, bruno):
    bruno.display = "Bruno the Baker"
    bruno.save()
    for person in (ana, bruno):
        written(page, f"/contacts/{person.pk}/edit", family="Lind")
        person.refresh_from_db()

    assert (ana.display, bruno.display) == ("Ana Lind", "Bruno the Baker")


def test_everything_can_be_written_in_at_once(page, network, bruno):
    family = Circle.objects.get(key="family")
    written(
        page,
        given="Ana",
        met_on="March 2019",
        met_through="Bruno Keller",
        tags="choir, rowing",
        interests="sailing; soup",
        circles=[family.pk],
        about="*Soup*",
        **{
            "emails-0-address": "ana@example.org",
            "emails-1-address": "a.souza@example.org",
            "emails-1-label": "work",
            "phones-0-number": "01 5550100",
            "links-0-url": "linkedin.com/in/ana-souza",
            "positions-0-organization": "Blue Kettle",
            "positions-0-started": "May 2019",
            "positions-1-organization": "University of Graz",
            "positions-1-kind": "education",
            "positions-1-ended": "2014",
            "dates-0-kind": "birthday",
            "dates-0-date": "29 February",
            "addresses-0-city": "Graz",
            "custom-0-name": "colour",
            "custom-0-value": "blue",
        },
    )
    ana = Contact.objects.get(given="Ana")
    assert [e.address for e in ana.emails.all()] == ["ana@example.org", "a.souza@example.org"]
    assert [(p.organization.name, p.kind, p.current) for p in ana.positions.all()] == [
        ("Blue Kettle", "job", True),
        ("University of Graz", "education", False),
    ]
    assert (ana.met_on_year, ana.met_on_month, ana.met_through) == (2019, 3, bruno)
    assert {t.tag.name for t in ana.taggings.all()} == {"choir", "rowing"} and ana.interests == ["sailing", "soup"]
    assert (ana.dates.get().month, ana.links.get().url) == (2, "https://linkedin.com/in/ana-souza")
    assert (ana.addresses.get().city, ana.custom_fields.get().value) == ("Graz", "blue")
    assert Act.objects.filter(summary="Added Ana").count() == 1


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("emails-0-address", "no address", "is no e-mail address"),
        ("phones-0-number", "call me", "is no telephone number"),
        ("links-0-url", "javascript:alert(1)", "is no web address"),
        ("positions-0-title", "Cook", "Which organization"),
        ("positions-0-started", "99-Nov-99", "is no date"),
        ("dates-0-date", "31 February", "is no date"),
        ("dates-0-label", "name day", "Which day is it"),
        ("custom-0-value", "blue", "What is this called"),
        ("met_on", "2999", "still to come"),
        ("met_through", "Nobody Known", "No contact is named so"),
        ("given", "x" * 151, "150"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(page, network, field, text, word):
    answer = written(page, **{"family": "Souza", "about": "my words", field: text})
    assert answer.status_code == 422 and word in answer.text and "my words" in answer.text
    assert 'role="alert"' in answer.text and not Contact.objects.active().exists()


def test_nothing_at_all_is_refused(page, network):
    answer = written(page)
    assert answer.status_code == 422 and "A contact needs a name" in answer.text


def test_how_close_one_is_can_be_said_in_the_form_and_taken_back(page, network, ana):
    written(page, f"/contacts/{ana.pk}/edit", closeness="4")
    ana.refresh_from_db()
    assert ana.closeness == 4
    assert written(page, f"/contacts/{ana.pk}/edit", closeness="6").status_code == 422
    written(page, f"/contacts/{ana.pk}/edit", closeness="")
    ana.refresh_from_db()
    assert ana.closeness is None


def test_saving_untouched_changes_nothing(page, ada, network):
    person = Person(
        name=Name(given="Ana"), emails=[Labelled("odd one")], phones=[Labelled("ask")], links=[Labelled("urn:x")]
    )
    ana = add_contact(network=network, person=person, by=ada, source="vcard")
    acts = Act.objects.count()
    answer = written(page, f"/contacts/{ana.pk}/edit")
    assert answer.status_code == 302 and Act.objects.count() == acts
    assert ana.emails.get().address == "odd one"


def test_a_row_that_is_emptied_goes_and_comes_back_by_undo(page, ada, network):
    ana = add_contact(
        network=network, person=Person(name=Name(given="Ana"), emails=[Labelled("ana@example.org")]), by=ada
    )
    written(page, f"/contacts/{ana.pk}/edit", **{"emails-0-address": "", "emails-0-label": ""})
    assert not ana.emails.exists()
    undo(act=Act.objects.latest("pk"), by=ada)
    assert ana.emails.get().address == "ana@example.org"


def test_the_own_card_is_edited_at_its_own_address(page, network):
    answer = written(page, "/me", **{"positions-0-organization": "Harbour Analytics", "positions-0-ended": "2019"})
    assert answer.url == "/me"
    assert own_card(network=network).positions.get().organization.name == "Harbour Analytics"


def test_add_another_leads_back_to_an_empty_form(page, network):
    assert written(page, given="Ana", again="1").url == "/contacts/add"


def test_more_rows_than_any_person_has_are_refused(page, network):
    answer = written(page, given="Ana", **{"emails-TOTAL_FORMS": "100000"})
    assert answer.status_code in (400, 422) and not Contact.objects.active().exists()


def test_a_circle_of_a_stranger_is_no_choice(page, ben, network):
    theirs = Circle._base_manager.exclude(network=network).first()
    assert written(page, given="Ana", circles=[theirs.pk]).status_code == 422


def test_somebody_of_that_name_is_told_of_and_nothing_is_blocked(page, network, ana):
    said = page.get(written(page, given="Ana", family="Souza").url).content.decode()
    twin = Contact.objects.latest("pk")

    assert twin.pk != ana.pk and "Ana Souza is there already." in said
    assert f'href="/contacts/{ana.pk}/merge?with={twin.pk}"' in said


def test_a_new_name_is_told_of_nobody(page, network, ana):
    assert "there already" not in page.get(written(page, given="Bea", family="Lind").url).content.decode()
