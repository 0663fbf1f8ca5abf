"""What was talked about, as words that can stand in a letter; nothing where that would be false, odd or indiscreet. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from wellkept.domain.correspondence.known import Known, Said
from wellkept.domain.timeline.excerpts import excerpt

LONGEST_TOPIC = 72  # characters
LONGEST_QUOTE = 96
WORD = re.compile(r"\w+")

_TALK = re.compile(
    r"^(?:(?:we|i|had)\s+)*(?:also\s+|briefly\s+|just\s+|an?\s+|very\s+|good\s+|great\s+|nice\s+|lovely\s+|long\s+|short\s+|quick\s+|"
    r"interesting\s+|first\s+|video\s+|phone\s+)*"
    r"(?:talked?|spoke|chatt?ed|chat|call|conversation|wrote|caught up|catch[- ]up|compared notes|exchanged \w+|asked(?: me)?|told me|"
    r"heard|e-?mail(?:ed)?|question|advice|lunch|coffee)"
    r"(?:\s+(?:again|at length|a bit|briefly|on the phone|over (?:lunch|coffee|tea)))?\s+(?:about|on|regarding)\s+(?P<topic>.+)$",
    re.IGNORECASE,
)
_REPORT = re.compile(  # 'Sent the slides', 'Wants a supplier': a report on somebody, not words to quote to them
    r"^(?:\w+ed|sent|showed|wants?|told|gave|got|met|had|went|left|said|thinks?|knows?|works?|likes?|needs?|hopes?|looks?|seems?|"
    r"is|was|will|has|can|no|not)\b",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(r"^(?:we\s+)?(?:discussed|re:|topic:|about|subject:)\s*(?P<topic>.+)$", re.IGNORECASE)
_PHRASE = re.compile(r"^(?:the|a|an|her|his|their|our|my|new|how|why|whether)\s+\S+", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|wants?|said|says|likes?|liked|needs?|works?|worked|moved|asked|told|went|got|"
    r"does|did|can|could|should|started|joined|left|promised|sent|seems?|knows?|thinks?|hopes?|plans to|looks?|goes|gave|came)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"\b(?:she|he|her|his|him|hers|they|them|their|theirs)\b", re.IGNORECASE)
_PRIVATE = re.compile(
    r"\b(?:divorc\w*|separat(?:ed|ion)|ill(?:ness)?|sick\w*|cancer|surgery|hospital\w*|doctor|diagnos\w*|salary|wages?|fired|laid off|"
    r"redundan\w*|pregnan\w*|miscarr\w*|funeral|died|dead|death|depress\w*|burn-?out|therapy|affair|debts?|lawsuit|sued|arrest\w*|"
    r"drunk|password|secret\w*|confidential\w*|religio\w*|church|politic\w*|gossip\w*|boring|annoying|stupid|idiot|rude|creepy)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[r]?)\b[^,.!?\n]{0,40}[,.!]\s*|(?:thanks|thank you)[^.!?\n]{0,20}[.!]\s*)+",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"^([^:\n]{2,60}): (.+)", re.DOTALL)
_FULL_NAME = re.compile(r"^[^\W\d_a-z][\w.'’-]*(?: [\w.'’()-]+)+$")
_STOCK = re.compile(  # what everybody writes to everybody says nothing of anybody
    r"\b(?:invitation to connect|look(?:ing)? forward|earliest convenience|thanks?|thank you|thankful|grateful|regards|sincerely|congratulat\w*|congrats|"
    r"hope (?:this|you|all|your)|let me know|feel free|nice to (?:meet|connect|hear)|great to (?:meet|connect|hear)|good to (?:meet|connect|hear)|"
    r"pleasure|happy (?:birthday|new year|holidays|anniversary)|best wishes|all the best|how are you|add(?:ing)? (?:me|you)|"
    r"join my (?:professional )?network|accept(?:ing)? my|connect with you|stay in touch|keep in touch|have a (?:great|nice|good)|sounds good|"
    r"get back to you|talk soon|see you|https?://|www\.)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,:;(–-]+|\s+(?:a|an|the|and|or|but|to|of|for|in|on|at|with|by|from|about|that|which|who|her|his|their|my|your|our))+$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\s*[;\n]\s*|\s+[–—]\s+")


class Topic(NamedTuple):
    """``words`` as the user may write them; ``quoted`` when they are a quotation; ``whose``: mine, theirs, note."""

    words: str
    quoted: bool
    whose: str


def topic_of(said: Said, known: Known) -> Topic | None:
    """What an interaction was about."""
    if not said.body.strip():
        return None
    if said.sent + said.received and (lines := _speakers(said.body, known)):
        return _quote_of(lines)
    if said.source not in {"", "sample"} and bool(said.sent) != bool(said.received):
        return _quote_of([("mine" if said.sent else "theirs", said.body)])
    text = excerpt(said.body, length=600)
    for sentence in _SENTENCE_END.split(text)[:3]:
        words = _as_phrase(sentence, known)
        if words:
            return Topic(words, False, "note")
    first = _tidy(_SENTENCE_END.split(text)[0], LONGEST_QUOTE)
    if _quotable(first, known):
        return Topic(first, True, "note")
    return None


def _as_phrase(sentence: str, known: Known) -> str:
    """The noun phrase in 'Talked about the move to Linz', turned to the reader; '' where there is none."""
    sentence = sentence.strip()
    match = _TALK.match(sentence) or _DISCUSSED.match(sentence)
    if match:
        words = match["topic"]
    elif _PHRASE.match(sentence) and not _FINITE.search(sentence) and len(sentence.split()) <= 9:
        words = sentence
    else:
        return ""
    words = re.split(
        r",\s+(?:and|but|then|who|which|she|he|they|we|i)\b|[.!?;:]\s|[.!?]$|\s\(|\s[–—]\s",
        words,
        maxsplit=1,
        flags=re.I,
    )[0]
    words = re.sub(r"^(?:her|his|their)\b", "your", words.strip(), flags=re.I)
    for name in known.names:
        words = words.replace(f"{name}'s", "your").replace(f"{name}’s", "your")
    words = _tidy(words, LONGEST_TOPIC)
    if len(words) < 3 or _THIRD.search(words) or _PRIVATE.search(words) or _names(words, known):
        return ""
    head = words.split()[0]
    return (
        words[0].lower() + words[1:]
        if head.lower() in {"the", "a", "an", "your", "our", "my", "how", "why", "whether", "new"}
        else words
    )


def is_private(words: str) -> bool:
    """Whether the words are of what one does not bring up in a letter."""
    return bool(_PRIVATE.search(words))


def _quotable(words: str, known: Known) -> bool:
    if len(words.split()) < 4 or _REPORT.match(words):
        return False
    return not (_THIRD.search(words) or _PRIVATE.search(words) or _names(words, known))


def _names(words: str, known: Known) -> bool:
    """Whether the contact is named. Compared word by word, as no pattern made of a name would be kept compiled."""
    text = f" {' '.join(WORD.findall(words.casefold()))} "
    return any(f" {' '.join(WORD.findall(name.casefold()))} " in text for name in known.names)


def _tidy(words: str, length: int) -> str:
    """Cut at a word's end, without a preposition or a comma left hanging."""
    words = " ".join(words.replace("“", "‘").replace("”", "’").replace('"', "").split())
    if len(words) > length:
        words = _DANGLING.sub("", words[:length].rsplit(" ", 1)[0])
    return words.rstrip(" .,;:–-…")


def _speakers(body: str, known: Known) -> list[tuple[str, str]]:
    """(mine, theirs or other; words) of a conversation written as 'Name: words' paragraphs; [] when it is not one.

    A name that is neither the contact's nor the user's is the user's (as another account writes it) if there is but one.
    """
    spoken: list[tuple[str, str]] = []
    for paragraph in body.split("\n\n"):
        match = _SPEAKER.match(paragraph)
        if match and _is_name(match[1], known):
            spoken.append((match[1], match[2]))
        elif not spoken:
            return []
    theirs = {known.display, f"{known.given} {known.family}".strip()}
    mine = {known.me_display, known.me_first}
    strange = {name for name, _words in spoken} - theirs - mine
    if len(strange) == 1 and not mine & {name for name, _words in spoken}:
        mine |= strange
    return [("theirs" if name in theirs else "mine" if name in mine else "other", words) for name, words in spoken]


def _is_name(words: str, known: Known) -> bool:
    return words in {known.display, known.me_display, known.me_first} or bool(_FULL_NAME.match(words))


def _quote_of(lines: list[tuple[str, str]]) -> Topic | None:
    """The last sentence with substance: theirs, else mine."""
    for whose in ("theirs", "mine"):
        for speaker, words in reversed(lines):
            if speaker != whose:
                continue
            plain = _GREETING.sub("", excerpt(words, length=600))
            for sentence in _SENTENCE_END.split(plain):
                quote = _tidy(sentence, LONGEST_QUOTE)
                if len(quote.split()) >= 4 and not (_PRIVATE.search(quote) or _STOCK.search(quote)):
                    return Topic(quote, True, whose)
    return None
