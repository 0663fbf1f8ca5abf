"""Whole letters around an opening line: short, warm, asking for nothing. Never sent unread. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from wellkept.domain.correspondence.known import Known, Purpose
from wellkept.domain.correspondence.phrases import pick

INVITATION = 300  # characters LinkedIn takes in an invitation's note


@dataclass(frozen=True, slots=True)
class Draft:
    """``body`` is the letter with greeting and name below; ``short`` says it in at most 300 characters."""

    subject: str
    body: str
    short: str


_KEEP = (
    "What are you working on these days? I would be glad to hear, and if there is anything I can help with, just say so.",
    "If you have a moment, tell me how you are doing. And if there is something I could do for you, I would like to know.",
    "No occasion, I only wanted to say hello and hear how you are. Is there anything I can help you with at the moment?",
)
_RECONNECT = (
    "There is no reason for this letter but that I would like to know how you are. A line or two would make me happy.",
    "Nothing is urgent and nothing is asked; I would simply like to hear how life has been. Shall we talk for a quarter of an hour some day?",
    "If you feel like it, let us have a coffee or a short call and catch up.",
)
REST: dict[str, tuple[str, ...]] = {
    "followup": (
        "I would like to stay in touch. If there is anything I can do for you, let me know.",
        "Let us keep in touch; and if I can be of help with what you are working on, just say so.",
    ),
    "second": (
        "I would like to hear more of what you are working on. Shall we have a coffee or a short call in the coming weeks?",
        "Would you like to continue our talk over a coffee or a short call?",
    ),
    "promise_mine": ("Tell me if you need anything else with it.", "Let me know whether that is what you needed."),
    "promise_theirs": ("Thank you, and all the best until then.", "Thank you again for offering."),
    "birthday": ("I hope the day is a good one, and the year after it too.", "Have a wonderful day and a good year."),
    "anniversary": ("All the best for the years to come.", "Have a lovely day."),
    "occasion": ("All the best from me.",),
    "work": ("I hope it is still a place you like to be. How are things going there?", "How are things going there?"),
    "met": ("I am glad that we did. How are you these days?", "I thought that a good reason to write. How are you?"),
    "keep": _KEEP,
    "reconnect": _RECONNECT,
    "thanks": ("It made a difference, and I wanted you to know. Whenever I can return it, I will gladly do so.",),
    "visit": (
        "Would you have time for a coffee or lunch while I am there?",
        "If it suits, let us meet for half an hour; and if not, another time.",
    ),
    "referral": (
        "Would you be comfortable asking whether they would like to meet? If it does not suit, just say so; no harm done.",
        "Could you ask whether an introduction would be welcome? And if not, that is quite all right.",
    ),
    "introduce": (
        "I would be glad to know what you are working on, and to be of use where I can.",
        "May I ask what you are working on at the moment? I would like to know you better.",
    ),
}
SHORT: dict[str, str] = {
    "followup": "I would like to stay in touch.",
    "second": "Shall we have a coffee or a short call?",
    "promise_theirs": "Thank you!",
    "visit": "Would you have time for a coffee?",
    "referral": "Would you ask whether they would like to meet?",
    "keep": "How are you?",
    "reconnect": "I would like to hear how you are.",
    "introduce": "I would be glad to hear what you are working on.",
}


def draft(known: Known, purpose: Purpose, line: str) -> Draft:
    """The letter that begins with ``line``."""
    rest = REST[purpose][pick(REST[purpose], known.key, purpose)]
    sign = f"\n\nBest wishes,\n{known.me_first}" if known.me_first else "\n\nBest wishes"
    body = f"Hi {known.first_name},\n\n{line}\n\n{rest}{sign}"
    return Draft(subject(known, purpose), body, short(known, purpose, line))


def subject(known: Known, purpose: Purpose) -> str:
    names = {
        "birthday": "Happy birthday!",
        "anniversary": "Happy anniversary!",
        "occasion": "Thinking of you",
        "work": "Congratulations",
        "promise_mine": "As promised",
        "promise_theirs": "A short question",
        "followup": "It was good to meet you",
        "second": "Shall we continue our talk?",
        "thanks": "Thank you",
        "visit": f"In {known.visit[0]}" if known.visit else "",
        "referral": _who(known),
        "reconnect": "It has been a while",
    }
    hello = (f"Hello from {known.me_first}" if known.me_first else "Hello", "How are you getting on?")
    return names.get(purpose) or hello[pick(hello, known.key, "subject")]


def _who(known: Known) -> str:
    if known.mentioned is not None:
        return f"Do you know {known.mentioned.name}?"
    return f"{known.named[0].name}, whom you mentioned" if known.named else "An introduction"


def short(known: Known, purpose: Purpose, line: str) -> str:
    """Greeting, opening, a question and the name as far as they fit into an invitation's note."""
    sign = f" – {known.me_first}" if known.me_first else ""
    ask = SHORT.get(purpose, "")
    ask = "" if not ask or line.rstrip().endswith("?") else f" {ask}"
    for text in (f"Hi {known.first_name}! {line}{ask}{sign}", f"Hi {known.first_name}! {line}{sign}", f"Hi! {line}"):
        if len(text) <= INVITATION:
            return text
    return cut(f"Hi {known.first_name[:40]}! {line}", INVITATION)


def cut(text: str, length: int) -> str:
    """At most ``length`` characters: whole sentences if there are any, else whole words and an ellipsis."""
    if len(text) <= length:
        return text
    head = text[:length]
    end = max(head.rfind(mark) for mark in (". ", "! ", "? "))
    if end > length // 2:
        return head[: end + 1]
    return head[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
