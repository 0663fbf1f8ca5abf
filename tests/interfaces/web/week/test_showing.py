from wellkept.domain.correspondence.channels import Channel
from wellkept.domain.plan.cards import Proposal
from wellkept.interfaces.web.week.showing import ways_of


def proposal(*channels):
    return Proposal(
        key="cadence.1", contact=1, name="Ana Souza", kind="cadence", subject="", why="", due=None, last="", last_on=None,
        last_kind="", act="", minutes=3, opening="How is the lake?", evidence="", mail_subject="Hello",
        draft="Dear Ana,\n\nHow is the lake?", short="Hi Ana! How is the lake?", channels=channels,
    )  # fmt: skip


MAIL = Channel("email", "ana@example.org", "mailto:ana@example.org", "", 3, "email")
CALL = Channel("call", "+1 202 555 0100", "tel:+12025550100", "", 8, "call")
CHAT = Channel("whatsapp", "+1 202 555 0100", "https://wa.me/12025550100?text=x", "", 2, "message")
TEXT = Channel("sms", "+1 202 555 0100", "sms:+12025550100?body=x", "", 2, "message")
POST = Channel("letter", "1 Quay Lane", "", "", 5, "letter")


def test_each_way_has_the_words_that_fit_it():
    ways = {way.kind: way.words for way in ways_of(proposal(MAIL, CALL, CHAT))}

    assert ways == {
        "email": "Dear Ana,\n\nHow is the lake?",
        "call": "How is the lake?",
        "message": "Hi Ana! How is the lake?",
    }


def test_the_best_channel_decides_which_way_comes_first_and_messengers_share_one():
    ways = ways_of(proposal(CHAT, MAIL, TEXT))

    assert [way.kind for way in ways] == ["message", "email"]
    assert [door.label for door in ways[0].doors] == ["WhatsApp", "SMS"]
    assert [door.carries for door in ways[0].doors] == ["text", "body"]


def test_a_postal_address_is_shown_and_opens_nothing():
    (way,) = ways_of(proposal(POST))

    assert (way.to, way.doors, way.records) == ("1 Quay Lane", [], "letter")


def test_without_any_channel_there_are_still_words_to_copy():
    (way,) = ways_of(proposal())

    assert way.words == "Hi Ana! How is the lake?"
