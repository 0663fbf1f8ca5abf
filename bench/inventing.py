"""Invented people and what passed with them: names as unevenly spread as in life, the same at each run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from wellkept.domain.sample.people import FAMILY, GIVEN, INTERESTS, PLACES, TITLES

_STARTS = "ka be li mo ra su ta vi zo da fe ho ju ne pa ri sa to wa yo bra cle dro fri gla hel kri mar nor ste".split()
_MIDDLES = "la ri no me sa ti vo du ke ma lo ni ra be so".split()
_ENDS = "n r s l nd rt ck m th ska son berg mann ez elli ov ström field wood".split()
_FIRMS = (
    "Works Labs Partners Foods Energy Robotics Press Bank Logistics Studios Systems Health Design Group Rail".split()
)
_TOPICS = """budget|migration of the archive|the pilot in the harbour|her move to the coast|hiring for the new team|the book on tides|
school for the children|the conference in spring|a grant proposal|the train strike|open data|his knee|the choir|rust and paint|
the merger|a new roof|learning Portuguese|bird migration|paper prices|solar panels|the auction|ferries on electric drive""".replace(
    "\n", ""
).split("|")
_VERBS = "talked about|asked after|argued over|laughed about|wrote about|planned|remembered|compared notes on".split(
    "|"
)
_ENDINGS = """Will send the paper.|To be continued over coffee.|She knows somebody at the ministry.|He offered to read the draft.|
Nothing decided yet.|Both of us were tired.|Promised to call in autumn.|Was good to hear the voice again.""".replace(
    "\n", ""
).split("|")


class Names(NamedTuple):
    given: list[str]
    family: list[str]
    organizations: list[str]


def names(dice: random.Random, organizations: int) -> Names:
    given = [*GIVEN, *{_word(dice) for _ in range(600)}]
    family = [*FAMILY, *{_word(dice) for _ in range(5000)}]
    firms = list({f"{_word(dice)} {dice.choice(_FIRMS)}" for _ in range(organizations * 2)})
    return Names(sorted(given), sorted(family), sorted(firms)[:organizations])


def _word(dice: random.Random) -> str:
    middle = "".join(dice.choice(_MIDDLES) for _ in range(dice.randrange(3)))
    return (dice.choice(_STARTS) + middle + dice.choice(_ENDS)).capitalize()


def uneven(dice: random.Random, values: Sequence[str]) -> str:
    """Few are frequent, many are rare."""
    return values[int(len(values) * dice.random() ** 2.2)]


_WORDS = [_word(random.Random(number)).lower() for number in range(9000)]


def talk(dice: random.Random) -> str:
    """A few dozen words: some that many talks have, and some of a vocabulary of thousands, the rare ones rarely."""
    told = " ".join(_WORDS[int(len(_WORDS) * dice.random() ** 2.5)] for _ in range(dice.randint(6, 20)))
    ending = dice.choice(_ENDINGS) if dice.random() < 0.2 else ""
    return f"We {dice.choice(_VERBS)} {uneven(dice, _TOPICS)}: {told}. {ending}".strip()


def title(dice: random.Random) -> str:
    return uneven(dice, TITLES)


def place(dice: random.Random) -> str:
    return uneven(dice, PLACES)


def interest(dice: random.Random) -> str:
    return dice.choice(INTERESTS)


def day(dice: random.Random, today: date, years: float) -> date:
    """A day of the last so many years, newer ones more often; none of the last eight days, so that this week is open."""
    return today - timedelta(days=8 + int(years * 365 * dice.random() ** 1.2))
