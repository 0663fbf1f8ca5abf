"""The pages of organizations."""

from __future__ import annotations

import pytest

from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.models import Organization
from wellkept.formats.person import Name, Person, Position


@pytest.fixture
def kettle(ada, network):
    for given, current in [("Ana", True), ("Bruno", False)]:
        position = Position("Blue Kettle", title="Cook", current=current)
        add_contact(network=network, person=Person(name=Name(given=given), positions=[position]), by=ada)
    return Organization.objects.get()


def test_the_list_counts_and_is_filtered_while_typing(page, ada, network, kettle):
    add_contact(network=network, person=Person(name=Name(given="Chen"), positions=[Position("Red Pot")]), by=ada)
    assert "1 there now, 2 in all" in page.get("/organizations/").text
    part = page.get("/organizations/?words=kett", headers={"HX-Request": "true", "HX-Target": "listed"}).text
    assert "Blue Kettle" in part and "Red Pot" not in part and "<html" not in part


def test_nothing_yet_teaches_and_nothing_found_is_said(page, network):
    assert "No organization yet" in page.get("/organizations/").text
    assert "No organization like that" in page.get("/organizations/?words=x").text


def test_a_page_says_who_is_there_and_who_was(page, kettle, django_assert_max_num_queries):
    page.get(f"/organizations/{kettle.pk}")
    with django_assert_max_num_queries(14):
        text = page.get(f"/organizations/{kettle.pk}").text
    assert text.index("There now") < text.index("Ana") < text.index("There before") < text.index("Bruno")


def test_it_is_edited_and_shown_safely(page, kettle):
    said = {"name": "Blue Kettle Ltd", "website": "javascript:alert(1)", "about": "*Soup* <script>alert(1)</script>"}
    text = page.post(f"/organizations/{kettle.pk}/edit", said, follow=True).text
    assert "Edited Blue Kettle Ltd" in text and "<em>Soup</em>" in text
    assert 'href="javascript' not in text and "<script>alert" not in text


def test_a_name_that_is_taken_or_missing_is_refused_and_what_was_typed_stays(page, ada, network, kettle):
    add_contact(network=network, person=Person(name=Name(given="Chen"), positions=[Position("Red Pot")]), by=ada)
    for name in ["Red Pot GmbH", ""]:
        answer = page.post(f"/organizations/{kettle.pk}/edit", {"name": name, "about": "my words"})
        assert answer.status_code == 422 and "my words" in answer.text
    kettle.refresh_from_db()
    assert kettle.name == "Blue Kettle"


@pytest.mark.parametrize("path", ["", "/edit"])
def test_a_stranger_finds_nothing(client, ben, kettle, path):
    client.force_login(ben.user)
    assert client.get(f"/organizations/{kettle.pk}{path}").status_code == 404
    assert client.post(f"/organizations/{kettle.pk}/edit", {"name": "Mine"}).status_code == 404
