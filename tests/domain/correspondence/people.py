"""A generated network with realistic facts, many of them equal."""

from __future__ import annotations

import random
from datetime import date, timedelta

from wellkept.domain.correspondence.known import Known, Pledge, Said, Shared

GIVEN = "Ana Bruno Chen Dora Emil Farah Goran Hana Ivo Jana Kofi Lena Mira Noor Otto Pia".split()
FAMILY = "Souza Keller Wei Lind Haddad Novak Okafor Berg Moreau Tanaka Rossi Quist".split()
BODIES = [
    "Talked about the move to Linz.",
    "Talked about her move to Linz and the new flat.",
    "Discussed hiring for the data team; she will send the profile.",
    "Had lunch. He told me about the pilot with the hospital in Graz, and the delays.",
    "Showed me the workshop in Graz; wants a supplier by spring.",
    "**Great** talk about [pricing](https://example.org) for small customers.",
    "The new lab",
    "Spoke about how to price the course",
    "She is thinking of leaving.",
    "Quick call about the conference programme",
    "Catch-up on the book he is writing",
    "Sent the slides.",
    "",
    "",
]
PLACES = ["", "", "Café Central", "in Linz", "the fair"]
KINDS = ["call", "lunch", "coffee", "met", "email", "message", "video", "event", "letter", "other"]
COMPANIES = ["Hooli", "Initech", "Acme Tools", "Globex", "Umbra Labs"]
TITLES = ["Data Engineer", "Head of Sales", "Founder", ""]


def network_of_known(seed: int, count: int, today: date, *, history: bool = True) -> list[Known]:
    dice = random.Random(seed)
    days = [today - timedelta(days=dice.randint(1, 900)) for _ in range(40)]
    return [_one(dice, number, days, history) for number in range(count)]


def _one(dice: random.Random, number: int, days: list[date], history: bool) -> Known:
    given, family = dice.choice(GIVEN), dice.choice(FAMILY)
    said = (
        sorted((_said(dice, days) for _ in range(dice.randint(1, 4))), key=lambda s: s.on, reverse=True)
        if history
        else []
    )
    pledges = (
        (Pledge(number, dice.choice(["me", "them"]), "Send the plan", dice.choice(days), None),)
        if dice.random() < 0.2
        else ()
    )
    return Known(
        contact=number,
        key=f"{number:032x}",
        display=f"{given} {family}",
        first_name=given,
        given=given,
        family=family,
        said=tuple(said),
        pledges=pledges,
        title=dice.choice(TITLES),
        organization=dice.choice([*COMPANIES, ""]),
        position_since=dice.choice([None, None, days[0]]),
        shared=(Shared("Hooli", "job", True),) if dice.random() < 0.3 else (),
        interests=("sailing",) if dice.random() < 0.2 else (),
        city=dice.choice(["", "Linz", "Graz"]),
        connected_on=dice.choice([None, *days[:5]]),
        emails=(f"p{number}@example.org",) if dice.random() < 0.5 else (),
        me_first="Ada",
        me_display="Ada Quill",
    )


def _said(dice: random.Random, days: list[date]) -> Said:
    kind = dice.choice(KINDS)
    direction = dice.choice(["mine", "theirs", "both"])
    written = kind in {"email", "message", "letter"}
    return Said(
        dice.choice(days),
        kind,
        direction,
        dice.choice(BODIES),
        "" if written else dice.choice(PLACES),
        int(written and direction != "theirs"),
        int(written and direction != "mine"),
    )
