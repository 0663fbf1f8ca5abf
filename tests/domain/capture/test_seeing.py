from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tests.cards.designs import classic, coded, night
from tests.cards.people import PEOPLE
from tests.cards.photographing import clean, photographed
from wellkept.domain.capture.cards import card_of
from wellkept.domain.capture.seeing import Eye, engine_is_there

ANA, JURGEN, ELODIE, *_OTHERS = PEOPLE
needs_engine = pytest.mark.skipif(
    not engine_is_there(), reason="the engine that reads cards is not installed: make setup-cards"
)


@pytest.fixture(scope="module")
def eye():
    with Eye() as eye:
        yield eye


def encoded(picture: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


@needs_engine
@pytest.mark.parametrize(
    ("person", "data"),
    [
        (ANA, lambda: clean(classic(ANA))),
        (JURGEN, lambda: photographed(night(JURGEN), 11, hard=0.7)),
        (ELODIE, lambda: photographed(classic(ELODIE), 4, hard=1.0)),
    ],
    ids=["clean", "white on dark, photographed", "from the side"],
)  # fmt: skip
def test_cards_are_read(eye, person, data):
    card = card_of(eye.read(data()))

    assert (card.name, card.organization) == (person.name, person.organization)
    assert (card.emails, sorted(card.phones)) == ([person.email], sorted(person.numbers))


@needs_engine
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_card_that_lies_on_its_side_is_read_and_kept_upright(eye, degrees):
    upright = classic(ANA)

    seen = eye.read(encoded(upright.rotate(degrees, expand=True)), encode=True)

    assert card_of(seen).name == "Ana Souza"
    with Image.open(io.BytesIO(seen.jpeg)) as kept:
        assert kept.size == upright.size


@needs_engine
def test_a_card_is_read_with_its_code(eye):
    seen = eye.read(clean(coded(JURGEN)))

    assert seen.codes[0].startswith("MECARD:N:Jürgen Müller")
    assert card_of(seen).unsure == []


@needs_engine
def test_a_picture_of_no_card_says_nothing(eye):
    cat = Image.effect_noise((800, 600), 60).convert("RGB")

    seen = eye.read(encoded(cat, "JPEG"))

    assert seen.problem == "" and card_of(seen).empty


def test_a_picture_is_made_small_upright_and_bare(eye):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Maker"

    seen = eye.made_small(encoded(Image.new("RGB", (3000, 2000), "#884422"), "JPEG", exif=exif))

    with Image.open(io.BytesIO(seen.jpeg)) as kept:
        assert kept.format == "JPEG" and kept.size == (1333, 2000) and not kept.getexif()


def test_sixty_four_megapixels_are_reduced_on_reading(eye):
    seen = eye.made_small(encoded(Image.new("L", (9248, 6936), 200), "JPEG", quality=30))

    assert seen.problem == "" and seen.jpeg


def test_heic_is_read(eye):
    import pillow_heif

    heif = pillow_heif.from_pillow(Image.new("RGB", (640, 480), "#336699"))
    out = io.BytesIO()
    heif.save(out, quality=60)

    assert eye.made_small(out.getvalue()).problem == ""


def polyglot() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "hello")
    return encoded(Image.new("RGB", (40, 30)), "JPEG") + out.getvalue()


def two_hundred_megapixels() -> bytes:
    """A PNG that says so; its pixels are never asked for."""
    data = bytearray(encoded(Image.new("1", (8, 8))))
    data[16:24] = (20_000).to_bytes(4, "big") + (10_000).to_bytes(4, "big")
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (polyglot, "polyglot"), (two_hundred_megapixels, "pixels"), (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (lambda: b"", "empty"), (lambda: b"hello", "kind"), (lambda: encoded(Image.effect_noise((400, 300), 50), "JPEG")[:900], "broken"),
    ],
    ids=["polyglot", "200 megapixels", "svg", "empty", "text", "cut off"],
)  # fmt: skip
def test_bad_pictures_are_refused_with_a_reason(eye, data, problem):
    assert eye.read(data()).problem == problem


def test_a_picture_that_takes_too_long_is_given_up_and_the_next_is_read():
    with Eye(seconds=0.0) as eye:
        assert eye.made_small(encoded(Image.new("RGB", (40, 30)))).problem == "time"
        eye.seconds = 60

        assert eye.made_small(encoded(Image.new("RGB", (40, 30)))).problem == ""


def test_a_process_that_died_is_started_anew():
    with Eye() as eye:
        eye.made_small(encoded(Image.new("RGB", (40, 30))))
        assert eye.process is not None
        eye.process.kill()
        eye.process.wait()

        assert eye.made_small(encoded(Image.new("RGB", (40, 30)))).problem == ""


def test_the_process_ends_with_the_with():
    with Eye() as eye:
        eye.made_small(encoded(Image.new("RGB", (40, 30))))
        process = eye.process

    assert process is not None and process.poll() is not None
