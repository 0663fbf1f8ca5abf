"""Taking photos in, reading and keeping them, taken back in every order: nothing is left over, and what comes back is read."""

from __future__ import annotations

import contextlib
import io

import pytest
from PIL import Image

from tests.domain.capture.test_photos import CARD, Blind, photo
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture import photos
from wellkept.domain.capture.choosing import Choice, ChosenPerson
from wellkept.domain.capture.jobs import read_photos_job
from wellkept.domain.capture.keeping import keep
from wellkept.domain.capture.models import Captured, in_use
from wellkept.domain.capture.people import from_json
from wellkept.domain.capture.photos import read_photos, take_photos, unread
from wellkept.domain.capture.seeing import Seen
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.history.acting import acting
from wellkept.domain.history.asking import Clash
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


def upright() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 320), "#336699").save(out, "JPEG")
    return out.getvalue()


class Turning(Blind):
    """As the real one: what it gives back is turned upright, so another file."""

    def read(self, data, *, encode=False):
        return Seen(CARD.lines, (), upright() if encode else b"")


@pytest.fixture
def turning(monkeypatch):
    monkeypatch.setattr(photos, "Eye", Turning)
    monkeypatch.setattr(photos, "engine_is_there", lambda: True)


@pytest.fixture
def taken(network, ada, today, turning):
    return take_photos(network=network, photos=[("ana.jpg", photo())], on=today, by=ada).captured[0]


@pytest.fixture
def capture_act(taken):
    return Act.objects.get(verb="capture")


@pytest.fixture
def asked(monkeypatch):
    """The networks whose photos were to be read."""
    networks = []
    monkeypatch.setattr(type(read_photos_job), "enqueue", lambda _self, network_id: networks.append(network_id))
    return networks


def kept(taken, ada, today):
    taken.refresh_from_db()
    return keep(captured=taken, choice=Choice(people=[ChosenPerson(from_json(taken.read)[0])]), by=ada, today=today)


def left_over() -> list[File]:
    return [file for file in File.objects.all() if not in_use(file)]


def last_act() -> Act:
    return Act.objects.latest("pk")


def test_taken_back_before_it_was_read_nothing_is_left(network, ada, taken, capture_act):
    undo(act=capture_act, by=ada)
    assert not Captured.objects.exists() and not File.objects.exists()
    assert read_photos(network=network, by=ada) == 0


def test_taken_back_after_it_was_read_nothing_is_left(network, ada, taken, capture_act):
    read_photos(network=network, by=ada)
    undo(act=capture_act, by=ada, otherwise="anyway")
    assert not Captured.objects.exists() and not File.objects.exists()


def test_done_again_it_stands_there_as_it_was_read(network, ada, taken, capture_act):
    read_photos(network=network, by=ada)
    before = dump(network)
    undo(act=capture_act, by=ada, otherwise="anyway")
    undo(act=last_act(), by=ada)
    assert dump(network) == before


def test_taken_back_after_it_was_kept_the_contact_stays_and_nothing_else(network, ada, today, taken, capture_act):
    read_photos(network=network, by=ada)
    kept(taken, ada, today)
    undo(act=capture_act, by=ada, otherwise="anyway")
    assert not Captured.objects.exists() and left_over() == []
    assert Contact.objects.get(is_me=False).display == "Ana Souza"


def test_keeping_taken_back_after_that_is_asked_and_leaves_nothing(network, ada, today, taken, capture_act):
    read_photos(network=network, by=ada)
    keeping = kept(taken, ada, today).act
    undo(act=capture_act, by=ada, otherwise="anyway")
    with pytest.raises(Clash):
        undo(act=keeping, by=ada)
    undo(act=keeping, by=ada, otherwise="keep")
    assert not Contact.objects.filter(is_me=False).exists()
    assert not Captured.objects.exists() and not File.objects.exists()


def test_all_of_it_taken_back_the_last_first_and_done_again(network, ada, today, taken, capture_act):
    states = [dump(network)]
    read_photos(network=network, by=ada)
    states.append(dump(network))
    kept(taken, ada, today)
    states.append(dump(network))
    acts = list(Act.objects.filter(verb__in=["capture", "read", "keep"]).order_by("pk"))
    undone = []
    for act, state in zip(reversed(acts[1:]), [states[1], states[0]], strict=True):
        undone.append(undo(act=act, by=ada))
        assert dump(network) == state
    undone.append(undo(act=acts[0], by=ada))
    assert not Captured.objects.exists() and not File.objects.exists()
    for act, state in zip(reversed(undone), states, strict=True):
        undo(act=act, by=ada)
        assert dump(network) == state


def test_kept_as_it_is_when_asked_it_can_still_be_read_and_kept(network, ada, today, taken, capture_act):
    read_photos(network=network, by=ada)
    with contextlib.suppress(Refusal):
        undo(act=capture_act, by=ada, otherwise="keep")
    taken.refresh_from_db()
    with open_file(taken.picture) as opened:
        assert opened.read() == upright()
    assert kept(taken, ada, today).contacts[0].display == "Ana Souza"


def test_the_same_photo_taken_in_again_meanwhile_is_there_once(network, ada, today, taken, capture_act):
    read_photos(network=network, by=ada)
    undo(act=capture_act, by=ada, otherwise="anyway")
    again = take_photos(network=network, photos=[("ana.jpg", photo())], on=today, by=ada).captured[0]
    undone = Act.objects.get(undo_of=capture_act)
    with contextlib.suppress(Clash):
        undo(act=undone, by=ada)
    assert list(Captured.objects.values_list("pk", flat=True)) == [again.pk]
    undo(act=undone, by=ada, otherwise="anyway")
    assert Captured.objects.get() == again


def test_a_picture_that_somebody_else_shows_stays(network, ada, today, taken, capture_act):
    read_photos(network=network, by=ada)
    contact = kept(taken, ada, today).contacts[0]
    taken.refresh_from_db()
    with acting(ada, network, "photo") as act:
        act.edit(contact, photo=taken.picture)
    undo(act=capture_act, by=ada, otherwise="anyway")
    contact.refresh_from_db()
    assert not Captured.objects.exists()
    assert list(File.objects.all()) == [contact.photo]


@pytest.mark.parametrize("order", ["undo", "undo redo", "read undo", "read undo redo"])
def test_what_comes_back_unread_is_read(
    network, ada, taken, capture_act, order, asked, django_capture_on_commit_callbacks
):
    """Nobody is left looking at 'Being read' for ever."""
    acts = [capture_act]
    for step in order.split():
        asked.clear()
        if step == "read":
            read_photos(network=network, by=ada)
            acts = [Act.objects.get(verb="read")]
            continue
        with django_capture_on_commit_callbacks(execute=True):
            acts.append(undo(act=acts[-1], by=ada))
    assert asked == ([network.pk] if unread(network).exists() else [])
