"""Photos are taken in small, read once, and say why when nothing can be read."""

from __future__ import annotations

import io

import pytest
from django_scopes import scope
from PIL import Image

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture import photos
from wellkept.domain.capture.keeping import drop
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import from_json, unsure_of
from wellkept.domain.capture.photos import read_again, read_photos, take_photos, unread
from wellkept.domain.capture.seeing import Seen
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.history.asking import Clash
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.card.lines import Line

CARD = Seen(
    lines=(
        Line("Acme Analytics Ltd", 0.99, 60, 40, 500, 80, 40), Line("Ana Souza", 0.99, 60, 150, 420, 210, 60), Line("Head of Data", 0.99, 60, 225, 300, 255, 30),
        Line("T +44 20 7946 0123", 0.7, 60, 320, 380, 350, 30), Line("ana.souza@acme-analytics.example", 0.99, 60, 360, 560, 390, 30),
    )
)  # fmt: skip


def photo(colour: str = "#336699", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(out, kind)
    return out.getvalue()


class Blind:
    """Looks at pictures without an engine: each is a card of Ana."""

    says = CARD

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    def made_small(self, data):
        return Seen(jpeg=data)

    def read(self, data, *, encode=False):
        return Seen(self.says.lines, self.says.codes, data if encode else b"", self.says.problem)


@pytest.fixture
def blind(monkeypatch):
    monkeypatch.setattr(photos, "Eye", Blind)
    monkeypatch.setattr(photos, "engine_is_there", lambda: True)
    return monkeypatch


@pytest.fixture
def taken(network, ada, today, blind):
    return take_photos(network=network, photos=[("ana.jpg", photo())], on=today, by=ada).captured[0]


def test_a_photo_waits_and_is_no_contact(taken, network):
    assert (taken.state, taken.way, taken.read) == ("waiting", "card", {})
    assert list(unread(network)) == [taken]
    assert not Contact.objects.filter(is_me=False).exists()


def test_what_is_stored_is_our_own_small_encoding(network, ada, today):
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    out = io.BytesIO()
    Image.new("RGB", (3000, 1500), "#336699").save(out, "JPEG", exif=exif)

    taken = take_photos(network=network, photos=[("ana.jpeg", out.getvalue())], on=today, by=ada)

    (row,) = taken.captured
    assert (row.picture.name, row.picture.media_type) == ("ana.jpg", "image/jpeg")
    with open_file(row.picture) as opened, Image.open(opened) as kept:
        assert kept.size == (2000, 1000) and not kept.getexif()


def test_of_a_bad_picture_nothing_is_written_and_the_others_are_taken(network, ada, today):
    files = [
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("both.jpg", photo() + b"<html><script>1</script>"),
        ("ana.jpg", photo()),
    ]

    taken = take_photos(network=network, photos=files, on=today, by=ada)

    assert [row.picture.name for row in taken.captured] == ["ana.jpg"]
    assert [word.partition(":")[0] for word in taken.refused] == ["x.svg", "both.jpg"]


def test_where_all_are_bad_there_is_no_act(network, ada, today):
    before = Act.objects.count()

    taken = take_photos(network=network, photos=[("notes.txt", b"hello")], on=today, by=ada)

    assert taken.captured == [] and Act.objects.count() == before


def test_the_same_photo_twice_is_there_once(network, ada, today, taken):
    again = take_photos(network=network, photos=[("copy.jpg", photo())], on=today, by=ada)

    assert again.captured == [taken] and Captured.objects.count() == 1


def test_a_photo_is_read_once(network, ada, taken):
    assert read_photos(network=network, by=ada) == 1
    taken.refresh_from_db()

    (person,) = from_json(taken.read)
    assert (person.name.display, person.positions[0].organization) == ("Ana Souza", "Acme Analytics Ltd")
    assert unsure_of(taken.read) == ["+442079460123"]
    assert read_photos(network=network, by=ada) == 0


def test_a_code_without_words_is_a_code(network, ada, taken, blind):
    blind.setattr(Blind, "says", Seen(codes=("MECARD:N:Souza,Ana;EMAIL:ana@acme.example;;",)))
    read_photos(network=network, by=ada)
    taken.refresh_from_db()

    assert taken.way == "code" and from_json(taken.read)[0].name.display == "Ana Souza"


@pytest.mark.parametrize(("seen", "word"), [(Seen(), "Nothing"), (Seen(problem="broken"), "broken")])
def test_a_photo_of_a_cat_says_so_and_is_not_read_for_ever(network, ada, taken, blind, seen, word):
    blind.setattr(Blind, "says", seen)

    assert read_photos(network=network, by=ada) == 1
    taken.refresh_from_db()
    assert word in taken.problem and from_json(taken.read) == []
    assert not unread(network).exists()


def test_without_the_engine_the_photo_waits_to_be_typed(network, ada, taken, blind):
    blind.setattr(Blind, "says", Seen())
    blind.setattr(photos, "engine_is_there", lambda: False)
    read_photos(network=network, by=ada)
    taken.refresh_from_db()

    assert "make setup-cards" in taken.problem


def test_a_photo_can_be_read_again(network, ada, taken):
    read_photos(network=network, by=ada)
    taken.refresh_from_db()

    read_again(captured=taken, by=ada)

    assert list(unread(network)) == [taken]


def test_a_photo_that_was_let_go_is_not_read_again(network, ada, taken):
    Captured.objects.update(state="dropped")
    taken.refresh_from_db()

    with pytest.raises(Refusal):
        read_again(captured=taken, by=ada)


def test_a_photo_that_is_let_go_while_it_is_looked_at_stays_as_it_is(network, ada, taken, blind):
    def read(self, data, *, encode=False):
        drop(captured=Captured.objects.get(pk=taken.pk), by=ada)
        return CARD

    blind.setattr(Blind, "read", read)
    acts = Act.objects.count()

    read_photos(network=network, by=ada)
    taken.refresh_from_db()

    assert (taken.state, taken.read) == ("dropped", {})
    assert Act.objects.count() == acts + 1  # the drop, and nothing after it


def test_the_picture_is_looked_at_before_the_database_is_taken(network, ada, taken, blind):
    """Nobody can write while an act is open, and an engine takes seconds."""
    begun = []
    blind.setattr(photos, "acting", lambda *said, **more: begun.append(said[2]) or acting(*said, **more))
    blind.setattr(Blind, "read", lambda self, data, *, encode=False: begun.append("looked") or CARD)

    read_photos(network=network, by=ada)

    assert begun == ["looked", "read"]


def test_taking_photos_in_can_be_undone_after_they_were_read(network, ada, taken):
    act = Act.objects.get(verb="capture")
    read_photos(network=network, by=ada)

    with pytest.raises(Clash):
        undo(act=act, by=ada)
    assert Captured.objects.exists()

    undo(act=act, by=ada, otherwise="anyway")
    assert not Captured.objects.exists()


def test_a_stranger_takes_and_reads_nothing_here(network, ben, today, taken):
    with pytest.raises(Refusal):
        take_photos(network=network, photos=[("ben.jpg", photo("#993366"))], on=today, by=ben)
    with pytest.raises(Refusal):
        read_again(captured=taken, by=ben)
    with scope(network=network_of(ben)):
        assert not unread(network_of(ben)).exists()
