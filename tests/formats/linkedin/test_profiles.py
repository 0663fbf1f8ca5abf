import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.linkedin.profiles import is_profile_text, person_of_slug, read_profile_text

ENGLISH = """Ana Souza
Ana Souza
She/Her
· 2nd
Head of Data at Acme GmbH | Speaker
São Paulo, Brazil
Contact info
500+ connections
Message
About
I lead the data team."""
GERMAN = """Karl Huber
· 1.
Projektleiter bei Beispielwerk AG
Wien, Österreich · Kontaktinfo
312 Kontakte
Nachricht"""
SHORT = """Tom Baker  · 3rd+
Product Manager
Berlin, Germany · Contact info
1,234 followers
Connect"""


@pytest.mark.parametrize(
    ("text", "name", "title", "house", "place", "unsure"),
    [
        (ENGLISH, "Ana Souza", "Head of Data", "Acme GmbH", "São Paulo, Brazil", ()),
        (GERMAN, "Karl Huber", "Projektleiter", "Beispielwerk AG", "Wien, Österreich", ()),
        (SHORT, "Tom Baker", "Product Manager", "", "Berlin, Germany", ()),
        (ENGLISH.replace("Head of Data at Acme GmbH | Speaker", "Turning data into joy"), "Ana Souza", "Turning data into joy", "", "São Paulo, Brazil", ("title",)),
    ],
)  # fmt: skip
def test_the_top_of_a_profile_is_read(text, name, title, house, place, unsure):
    assert is_profile_text(text)
    person, asked = read_profile_text(text)
    (job,) = person.positions
    assert (person.name.display, job.title, job.organization, person.location, asked) == (
        name,
        title,
        house,
        place,
        unsure,
    )


@pytest.mark.parametrize(
    "text", ["", "Dear Tom,\n\nplease send me a message.\n\nAna", "Ana Souza\nHead of Data\nAcme GmbH\n10115 Berlin"]
)
def test_a_mail_or_a_signature_is_no_profile(text):
    assert not is_profile_text(text)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("linkedin.com/in/ana-souza-1a2b3c", "Ana Souza"),
        ("https://de.linkedin.com/in/karl-huber/", "Karl Huber"),
        ("linkedin.com/in/xqzt", ""),
    ],
)
def test_an_address_names_somebody_as_far_as_it_does(url, name):
    person = person_of_slug(url)
    assert person.name.display == name and person.links[0].value.startswith("https://www.linkedin.com/in/")


@given(
    st.text(max_size=300) | st.lists(st.sampled_from([*ENGLISH.split("\n"), "", "@", "·", "1st", "at"])).map("\n".join)
)
def test_any_text_is_read(text):
    is_profile_text(text)
    read_profile_text(text)
