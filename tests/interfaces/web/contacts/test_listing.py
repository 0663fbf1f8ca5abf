"""The page of the list."""

from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.models import SavedView
from wellkept.domain.contacts.saved_views import keep_view
from wellkept.domain.timeline.recording import record_interaction
from wellkept.formats.person import Name, Person, Position


def test_an_empty_network_is_shown_the_way_in(page, network):
    answer = page.get("/contacts/")
    assert "Nobody is here yet" in answer.text and "/contacts/add" in answer.text


def test_the_list_shows_who_is_where_and_what_is_next(page, ada, network):
    add_contact(network=network, person=Person(name=Name(given="Ana"), positions=[Position("Blue Kettle")]), by=ada)
    answer = page.get("/contacts/")
    assert "Blue Kettle" in answer.text and "not decided" in answer.text and "none yet" in answer.text
    assert answer.context["tabs"][1].count == 1


def test_typing_gives_the_list_alone_under_a_clean_address(page, ana, bruno):
    headers = {"HX-Request": "true", "HX-Target": "listed"}
    answer = page.get("/contacts/?words=souza&circle=&sort=", headers=headers)
    assert "Ana Souza" in answer.text and "Bruno" not in answer.text and "<html" not in answer.text
    assert answer.headers["HX-Replace-Url"] == "/contacts/?words=souza"


def test_nobody_of_a_stranger_is_listed(page, ana, ben):
    contact(network_of(ben), ben, "Zoe", "Zimmer")
    assert "Zoe" not in page.get("/contacts/").text


def test_what_an_address_says_is_shown_as_text(page, ana):
    answer = page.get("/contacts/?words=%3Cscript%3Ealert(1)%3C/script%3E&page=x&sort=%27")
    assert answer.status_code == 200 and "<script>alert" not in answer.text


def test_a_page_of_many_takes_a_fixed_number_of_questions(page, ada, network, django_assert_max_num_queries):
    people = [
        Person(name=Name(given="Ana", family=str(n)), positions=[Position(f"Kettle {n}")], groups=["x"])
        for n in range(60)
    ]
    for person in people:
        add_contact(network=network, person=person, by=ada)
    page.get("/contacts/")
    with django_assert_max_num_queries(22):
        answer = page.get("/contacts/?page=2")
    assert len(answer.context["lines"]) == 10


@pytest.mark.parametrize(
    ("key", "first", "then"), [("name", "ascending", "descending"), ("strength", "descending", "ascending")]
)
def test_a_second_press_on_a_heading_turns_the_order_round(page, ana, key, first, then):
    def heading(query):
        name = {"name": "Name", "strength": "Tie"}[key]
        return next(each for each in page.get(f"/contacts/?{query}").context["headings"] if each.name == name)

    once = heading(f"sort={key}")
    assert (once.sorted, once.query) == (first, f"sort=-{key}")
    assert heading(once.query).sorted == then


def test_the_state_of_a_tie_stands_in_the_list_and_what_it_means_below(page, network, ana, ada):
    record_interaction(network=network, contacts=[ana], kind="call", on=network.today(), by=ada, today=network.today())
    told = page.get("/contacts/").text
    assert "</svg>Resting</span>" in told and "What the marks of the ties mean" in told


def test_a_list_is_kept_under_a_name_and_taken_away(page, ana, network):
    page.post("/contacts/views", {"name": "Graz", "query": "words=graz&evil=1"})
    view = SavedView.objects.get()
    assert view.query == "words=graz"
    assert "Graz" in page.get("/contacts/").text
    answer = page.post(f"/contacts/views/{view.pk}/drop")
    assert answer.status_code == 302 and not SavedView.objects.exists()


@pytest.mark.parametrize("name", ["", "x" * 81])
def test_a_view_without_a_fit_name_is_refused_with_a_word(page, ana, network, name):
    answer = page.post("/contacts/views", {"name": name, "query": "words=graz"}, follow=True)
    assert "A view needs a name" in answer.text and not SavedView.objects.exists()


def test_a_view_of_a_stranger_is_not_found(client, ada, ben, network):
    view = keep_view(network=network, name="Graz", query="", by=ada)
    client.force_login(ben.user)
    assert client.post(f"/contacts/views/{view.pk}/drop").status_code == 404
    assert SavedView.objects.filter(pk=view.pk).exists()
