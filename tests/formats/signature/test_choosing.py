from wellkept.formats.signature.choosing import choose, shipped
from wellkept.formats.signature.features import NAMES


def test_below_the_delimiter_stands_the_signature():
    assert choose(["Hi", "", "-- ", "Tom"]).start == 3


def test_a_delimiter_with_nothing_or_too_much_below_is_none():
    assert choose(["I will be there at nine and bring all that we need.", "-- "]).start is None
    lines = ["Hi", "-- ", *["A line of a list that somebody ruled off with two strokes, and that goes on and on."] * 40]
    assert choose(lines).start is None


def test_an_empty_mail_has_none():
    assert choose([]).start is None and choose(["", " "]).start is None


def test_the_sender_makes_a_name_surer():
    lines = ["Please send it over when you are back in the office.", "", "Zephyrin"]
    assert choose(lines, "Zephyrin Quist <zq@acme.example>").sure > choose(lines).sure


def test_the_shipped_weights_are_of_the_features_there_are():
    assert set(shipped().of) == set(NAMES) and 0 < shipped().threshold < 1
