"""The first sentence of a letter, made of true facts of this contact, and unlike anybody else's. Pure.

Lines are tried in an order that is always the same for one contact: the most specific fact first, its wordings from a
place that a hash of the contact picks, then the same with a second fact beside it. The first that is not ``taken`` stands.
Where something ever passed, each line says when it was and, if that is known, about what: so two contacts can only come to
the same line if they share the day and the words, and then the second fact, or another wording, tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from wellkept.domain.correspondence.asides import Aside, asides
from wellkept.domain.correspondence.known import Known, Named, Purpose, Said
from wellkept.domain.correspondence.phrases import about, nameless, pick, place, spot, told, when, would, written, yours
from wellkept.domain.correspondence.topics import Topic, topic_of

Source = Callable[[Known, Purpose, date], Iterator["Opening"]]
NEW_POSITION = 120  # days for which a new position is news
WORTH_RECALLING = 5  # how many of the newest interactions are looked through for words,
NOT_OLDER = 400  # and how many days they may lie before the newest


@dataclass(frozen=True, slots=True)
class Opening:
    """``fact`` names the kind of fact it rests on, ``evidence`` the fact itself, for the user to check."""

    line: str
    fact: str
    evidence: str


def opening(known: Known, purpose: Purpose, today: date, taken: Collection[str] = ()) -> Opening:
    """The line for one contact. ``taken`` holds lines of others, as ``nameless`` gives them."""
    first: Opening | None = None
    for candidate in candidates(known, purpose, today):
        first = first or candidate
        if nameless(candidate.line, known) not in taken:
            return candidate
    assert first is not None  # there is always a last resort
    return first


def openings(people: list[tuple[Known, Purpose]], today: date) -> list[Opening]:
    """Lines for many contacts at once, no two alike as long as their facts differ at all."""
    taken: set[str] = set()
    lines = []
    for known, purpose in people:
        line = opening(known, purpose, today, taken)
        taken.add(nameless(line.line, known))
        lines.append(line)
    return lines


def candidates(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    mains = []
    for source in _sources(purpose):
        for main in source(known, purpose, today):  # one by one: mostly the first is taken
            mains.append(main)
            yield main
    for aside in asides(known, today):
        for main in mains:
            if main.fact != aside.fact:
                yield Opening(
                    f"{main.line} {aside.line}", f"{main.fact}+{aside.fact}", f"{main.evidence}; {aside.evidence}"
                )


def recalled(known: Known) -> tuple[Said, Topic | None] | None:
    """The newest interaction with something to say of it, else the newest of all."""
    if not known.said:
        return None
    for said in known.said[:WORTH_RECALLING]:
        if (known.said[0].on - said.on).days > NOT_OLDER:
            break
        topic = topic_of(said, known)
        if topic:
            return said, topic
    return known.said[0], None


def _sources(purpose: Purpose) -> list[Source]:
    special: dict[str, list[Source]] = {
        "promise_mine": [_promised],
        "promise_theirs": [_promised],
        "birthday": [_wished],
        "anniversary": [_wished],
        "occasion": [_wished],
        "work": [_wished],
        "met": [_wished],
        "followup": [_met],
        "thanks": [_thanked],
        "referral": [_asked_to_introduce],
        "visit": [_near],
    }
    return [*special.get(purpose, []), _new_position, _talked, _met_once, _unspoken]


def _turned(known: Known, lines: list[str], fact: str, evidence: str, *salt: object) -> Iterator[Opening]:
    """The wordings of one fact, beginning where the contact's hash says."""
    start = pick(lines, known.key, fact, *salt)
    for line in lines[start:] + lines[:start]:
        yield Opening(_polish(line), fact, evidence)


def _polish(line: str) -> str:
    line = " ".join(line.split())
    return line[0].upper() + line[1:]


def _talked(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    found = recalled(known)
    if not found:
        return
    yield from _of_talk(known, *found, purpose, today)
    for said in known.said:  # of older talks too, before anything else is said to somebody with whom one talked
        topic = topic_of(said, known)
        if topic and said is not found[0]:
            yield from _of_talk(known, said, topic, purpose, today)


def _of_talk(known: Known, said: Said, topic: Topic | None, purpose: Purpose, today: date) -> Iterator[Opening]:
    evidence = f"{said.kind}, {said.on.day} {said.on:%B %Y}" + (f": {topic.words}" if topic else "")
    if topic is None:
        lines = _without_words(said, purpose, today)
    elif topic.quoted:
        lines = _with_quote(said, topic, today)
    else:
        lines = _with_topic(said, topic, purpose, today)
    yield from _turned(known, lines, "last", evidence, said.on)


def _with_topic(said: Said, topic: Topic, purpose: Purpose, today: date) -> list[str]:
    began, since, words = f"{told(said, today)} about {topic.words}", spot(said, today), topic.words
    if purpose == "reconnect":
        return [
            f"{began}. It has been far too long, and I would like to hear how that turned out.",
            f"{began}; so much must have happened since, and I would be glad to catch up.",
            f"It has been a long time. {began}; how did that go on?",
        ]
    lines = [
        f"{began}, and I would love to hear how that went on.",
        f"{began}; what has become of it?",
        f"{began}. How has that been going?",
    ]
    if words.split()[0] not in {"how", "why", "whether", "what"}:
        lines += [
            f"I have been wondering about {words} since {since}.",
            f"How did it go on with {words} after {since.rstrip(',')}?",
        ]
    return lines


def _with_quote(said: Said, topic: Topic, today: date) -> list[str]:
    day, since = when(said.on, today), spot(said, today).rstrip(",")
    if topic.whose == "theirs":
        return [
            f"You wrote {day}: “{topic.words}”. How did that go on?",
            f"I came back to what you wrote {day}, “{topic.words}”, and would like to hear more.",
            f"Rereading what you wrote {day} (“{topic.words}”), I wondered where that stands now.",
        ]
    if topic.whose == "mine":
        return [
            f"I wrote to you {day}: “{topic.words}”. I would like to pick that up again.",
            f"I would like to take up again what I wrote to you {day}: “{topic.words}”.",
            f"When I wrote to you {day} (“{topic.words}”), we left it there; how are things now?",
        ]
    return [
        f"I still have my note from {since}: “{topic.words}”. Where does that stand now?",
        f"After {since} I noted “{topic.words}”, and I would like to hear how it went on.",
        f"“{topic.words}” is what I noted after {since}; how have things gone since?",
    ]


def _without_words(said: Said, purpose: Purpose, today: date) -> list[str]:
    since = spot(said, today).rstrip(",")
    lines = [
        f"Since {since} I have been meaning to ask how you are getting on.",
        f"How have you been since {since}?",
        f"I would like to hear what has happened on your side since {since}.",
        f"Much will have happened since {since}, and I would be glad to hear of it.",
    ]
    if purpose == "reconnect":
        return [
            f"It has been a long time since {since}, and I would be glad to hear how you are.",
            f"Far too much time has passed since {since}; how have you been?",
            f"I noticed how long it has been since {since}, and thought it was time to write.",
        ]
    return lines


def _promised(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    mine = purpose == "promise_mine"
    pledges = [pledge for pledge in known.pledges if (pledge.by == "me") == mine and not pledge.thanks]
    if not pledges:
        return
    pledge = pledges[0]
    deed, day = would(pledge.text), when(pledge.made_on, today)
    said = pledge.text.strip().rstrip(".!")
    if mine and deed:
        lines = [
            f"I said {day} that I would {deed}, and here I am.",
            f"As I promised {day}, I want to {deed}.",
            f"I have not forgotten that I said {day} I would {deed}.",
        ]
    elif mine:
        lines = [
            f"I have not forgotten what I promised {day}: {said}.",
            f"What I promised you {day} is still on my list: {said}.",
        ]
    elif deed:
        lines = [
            f"You kindly said {day} that you would {deed}; is there anything I can do to make that easier?",
            f"You offered {day} to {deed}, which I was glad of. No hurry: I only wanted to ask where it stands.",
        ]
    else:
        lines = [
            f"We left it {day} that you would see to this: {said}. No hurry; I only wanted to ask where it stands."
        ]
    yield from _turned(known, lines, "promise", f"promised {when(pledge.made_on, today)}: {said}", pledge.key)


def _wished(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    years = today.year - known.met_on.year if known.met_on else 0
    wish = {
        "work": [f"Congratulations on another year at {known.organization}!"] if known.organization else [],
        "met": [f"It is {years} year{'s' * (years > 1)} this week since we first met."] if years > 0 else [],
        "birthday": ["Happy birthday!", "All the best on your birthday!", "I wish you a very happy birthday!"],
        "anniversary": ["Happy anniversary!", "All the best on your anniversary!"],
    }.get(purpose) or ["I am thinking of you on this day."]
    rests: Iterator[Opening | Aside] = chain(
        _talked(known, purpose, today), _met_once(known, purpose, today), asides(known, today)
    )
    for rest in rests:
        for line in _turned(known, wish, purpose, purpose):
            yield Opening(f"{line.line} {rest.line}", f"{purpose}+{rest.fact}", rest.evidence)
    yield from _turned(known, wish, purpose, purpose)


def _met(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    found = recalled(known)
    said, topic = found if found else (None, None)
    day = known.met_on or (said.on if said else None)
    if day is None:
        return
    where = place(known.met_where or (said.place if said and said.on == day else ""))
    met = " ".join(filter(None, [where, when(day, today)]))
    more = about(topic) if topic and said and said.on == day and not topic.quoted else ""
    evidence = f"met {met}" + (f": {topic.words}" if more and topic else "")
    lines = (
        [
            f"It was good to meet you {met} and to talk{more}.",
            f"I enjoyed meeting you {met} and our talk{more}.",
            f"Thank you for the talk{more} {met}; it was good to meet you.",
        ]
        if more
        else [
            f"It was good to meet you {met}.",
            f"I was glad to meet you {met}.",
            f"Thank you for your time when we met {met}.",
        ]
    )
    yield from _turned(known, lines, "met", evidence, day)


def _met_once(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    """How, where, when and through whom we met."""
    where, through = place(known.met_where), known.met_through
    day = when(known.met_on, today) if known.met_on else f"in {known.met_year}" if known.met_year else ""
    if not (where or through or known.met_on):
        return
    met = " ".join(filter(None, ["we met", f"through {through}" if through else "", where, day]))
    lines = [
        f"I was thinking back to how {met}, and would like to hear how you are.",
        f"Since {met} I have been meaning to write to you properly.",
        f"I remember well that {met}; what are you working on these days?",
    ]
    yield from _turned(known, lines, "met", met)


def _new_position(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    since = known.position_since
    if since is None or not 0 <= (today - since).days <= NEW_POSITION or not known.organization:
        return
    if purpose not in {"keep", "reconnect", "second", "introduce"}:
        return
    what = (
        f"your new position as {known.title} at {known.organization}"
        if known.title
        else f"your start at {known.organization}"
    )
    past = (
        f" The last time was {spot(known.said[0], today).rstrip(',')}, so there is much to catch up on."
        if known.said
        else ""
    )
    lines = [
        f"Congratulations on {what}!{past}",
        f"I saw {what} and was glad for you; congratulations!{past}",
        f"Congratulations! I just saw {what}.{past}",
    ]
    yield from _turned(known, lines, "position", f"{what}, first seen {written(since)}", since)


def _asked_to_introduce(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    if known.mentioned is not None:
        yield from _asked_after(known, known.mentioned, today)
        return
    for named in known.named[:1]:
        who = f"{named.name} ({named.about})" if named.about else named.name
        day = when(named.on, today)
        lines = [
            f"You mentioned {who} {day}, and I would like to get to know them.",
            f"I have been thinking of {who}, whom you named {day}.",
            f"{day[0].upper()}{day[1:]} you told me of {who}; I would be glad to talk with them.",
        ]
        yield from _turned(known, lines, "referral", f"named {written(named.on)}: {who}", named.key)


def _asked_after(known: Known, named: Named, today: date) -> Iterator[Opening]:
    """Says no more than that the name was noted: who spoke it is not known."""
    name, day = named.name, when(named.on, today)
    lines = [
        f"I noted the name {name} {day}, and would like to get to know them, if they are somebody you know.",
        f"{day[0].upper()}{day[1:]} I wrote down the name {name}; if you know them, I would be glad to talk with them.",
    ]
    yield from _turned(known, lines, "mention", f"noted {written(named.on)}: {name}", name)


def _near(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    if known.visit is None:
        return
    where, day = known.visit
    on = "today" if day == today else f"on {day:%A}, {day.day} {day:%B}"
    rests: list[Opening | Aside | None] = [*_talked(known, purpose, today), None]
    for rest in rests:
        lines = [f"I will be in {where} {on} and thought of you.", f"I am in {where} {on}; will you be there?"]
        for line in _turned(known, lines, "visit", f"in {where} on {written(day)}", where, day):
            more = f" {rest.line}" if rest else ""
            yield Opening(f"{line.line}{more}", "visit", line.evidence)


SAY_THANKS = "Say thank you for "  # as timeline/thanking.py words it


def _thanked(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    owed = [pledge for pledge in known.pledges if pledge.thanks]
    plain = {f"{SAY_THANKS}{what}" for what in ("the help", "the introduction", "the gift", "it")}  # said better below
    for pledge in owed:
        what = pledge.text.removeprefix(SAY_THANKS).rstrip(".!")
        if what != pledge.text and pledge.text not in plain and (what := yours(what)):
            lines = [f"Thank you for {what}.", f"I want to thank you properly for {what}."]
            yield from _turned(known, lines, "thanks", f"owed since {written(pledge.made_on)}: {what}", pledge.key)
    for said in known.said:
        if said.kind in {"help", "introduction", "gift"}:
            what = {"help": "your help", "introduction": "the introduction", "gift": "the gift"}[said.kind]
            topic = topic_of(said, known)
            more = f" with {topic.words}" if topic and not topic.quoted and said.kind == "help" else ""
            lines = [
                f"Thank you for {what}{more} {when(said.on, today)}.",
                f"I want to thank you properly for {what}{more} {when(said.on, today)}.",
            ]
            yield from _turned(known, lines, "thanks", f"{said.kind} on {written(said.on)}", said.on)
            return


def _unspoken(known: Known, purpose: Purpose, today: date) -> Iterator[Opening]:
    """For somebody with whom nothing ever passed, or as a last resort: what is known besides."""
    connected = (
        f"We have been connected since {known.connected_on.day} {known.connected_on:%B %Y}"
        if known.connected_on
        else ""
    )
    found = list(asides(known, today))
    for aside in found:
        if connected:
            tails = ["and I would like to make something of it."]
            if not known.said:
                tails += ["and have never really talked.", "without ever talking properly."]
            lines = [f"{connected} {tail} {aside.line}" for tail in tails]
            yield from _turned(known, lines, f"connected+{aside.fact}", f"{connected}; {aside.evidence}")
        yield Opening(f"I would like to be in touch more than we are. {aside.line}", aside.fact, aside.evidence)
    if connected:
        again = "again" if known.said else "to you properly"
        yield Opening(f"{connected}, and it is time that I wrote {again}.", "connected", connected)
    yield Opening(
        "I would like to be in touch again, and to hear what you are working on.", "none", "nothing is known yet"
    )
