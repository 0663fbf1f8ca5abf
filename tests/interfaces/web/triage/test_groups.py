import pytest

from wellkept.domain.cadence.models import Decision
from wellkept.domain.contacts.models import Organization
from wellkept.domain.history.models import Act


@pytest.mark.parametrize("by", ["organization", "circle", "connected", "message"])
def test_each_way_of_grouping_shows_its_groups_with_their_number_and_the_first(page, network, crowd, by):
    crowd(3)

    text = page.get(f"/triage/groups?by={by}").content.decode()

    assert "3 contacts" in text
    assert "first:" in text


def test_a_way_that_is_none_is_not_found(page, network):
    assert page.get("/triage/groups?by=moon").status_code == 404


def said(key, cadence="180", **more):
    return {"by": "organization", "key": key, "label": "Harbour Analytics", "cadence": cadence} | more


def test_a_small_group_is_decided_at_once_in_one_act(page, network, crowd):
    crowd(5)
    house = Organization.objects.get()

    response = page.post("/triage/groups/decide", said(house.pk))

    assert response["Location"] == "/triage/groups?by=organization"
    assert Decision.objects.filter(kind="own", days=180).count() == 5
    assert Act.objects.filter(verb="decide").count() == 1


def test_a_large_group_is_asked_about_with_its_number_first(page, network, crowd):
    crowd(21)
    house = Organization.objects.get()

    asked = page.post("/triage/groups/decide", said(house.pk))

    assert "for 21 people" in asked.content.decode()
    assert Decision.objects.count() == 0
    page.post("/triage/groups/decide", said(house.pk, confirmed="21"))
    assert Decision.objects.count() == 21


def test_a_number_that_has_changed_since_is_asked_again(page, network, crowd):
    crowd(21)
    house = Organization.objects.get()
    crowd(1)

    asked = page.post("/triage/groups/decide", said(house.pk, confirmed="21"))

    assert "for 22 people" in asked.content.decode()
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    "form",
    [
        {"by": "moon", "key": "1", "cadence": "30"},
        {"by": "organization", "key": "x", "cadence": "30"},
        {"by": "organization", "key": "", "cadence": ""},
        {},
    ],
)
def test_what_is_no_group_or_no_cadence_is_refused_in_words(page, network, crowd, form):
    crowd(2)

    response = page.post("/triage/groups/decide", form, follow=True)

    assert "flash-error" in response.content.decode()
    assert Decision.objects.count() == 0


def test_bens_group_has_nobody_in_it(page, network, ben, today, crowd):
    from django_scopes import scope

    from tests.cast import network_of
    from wellkept.domain.contacts.adding import add_contacts
    from wellkept.formats.person import Name, Person, Position

    crowd(1)
    theirs = network_of(ben)
    with scope(network=theirs):
        stranger = Person(name=Name(display="Sam Stone"), positions=[Position("Stone Works")])
        add_contacts(network=theirs, people=[(stranger, None)], by=ben, source="hand")
        house = Organization.objects.get()

    page.post("/triage/groups/decide", said(house.pk))

    with scope(network=theirs):
        assert Decision.objects.count() == 0
    assert Decision.objects.count() == 0


def test_many_groups_ask_no_more_questions_than_one(page, network, crowd, django_assert_max_num_queries):
    crowd(2)
    with django_assert_max_num_queries(10) as few:
        page.get("/triage/groups")
    for number in range(12):
        crowd(2, organization=f"House {number}")
    with django_assert_max_num_queries(len(few)):
        assert "House 11" in page.get("/triage/groups").content.decode()
