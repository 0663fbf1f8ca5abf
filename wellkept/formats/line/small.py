"""Names typed in small letters. Where the words say that one is a name it is read as if it were spelt with large letters; what is kept
of the line stays as it was typed. In doubt a word is none: the statement is asked about then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wellkept.formats.line.flat import flat
from wellkept.formats.line.lexicon import COMMON, ORGANIZATION, PARTICLES, PLACE, TITLE
from wellkept.formats.line.people import TOKEN
from wellkept.formats.line.record import Line, Said
from wellkept.formats.line.vocabulary import is_given, is_word, may_be_given

_GIVING = r"send|shoot|give|show|lend|forward|fwd|bring|owe|drop|book|pass|hand|buy|get|make|cook|order"
_REACHING = (
    r"ping|call|ring|phone|text|txt|e-?mail|mail|msg|message|dm|whatsapp|nudge|bump|poke|tell|ask|remind|invite|thank|congratulate|meet|see|chase|update"
    r"|visit|warn|brief|introduce|intro|connect|(?:reply|write|talk|speak|get\s+back|reach\s+out|circle\s+back)\s+to|(?:speak|check|check\s+in|catch\s+up|follow\s+up|touch\s+base|reconnect)\s+(?:with|w/)|check\s+(?:in\s+)?on"
)
# Words after which somebody is named, whatever the name.
_AFTER_THESE = re.compile(
    rf"(?:^|[\s,;:.(&+]|\w/)(?:w/|with|via|met|saw|(?:thx|thanks|hat\s+tip|kudos|credit)\s+to|(?:intro'?d|introduced|referred|recommended)\s+by|intro\s+(?:by|from)|(?:ran|bumped)\s+into|caught\s+up\s+with|called|emailed|texted|pinged|rang|phoned|(?P<giving>{_GIVING})|(?P<reaching>{_REACHING}))\s+$"
)
# How a statement goes on after a name that nobody else has told to be one.
_GOES_ON = re.compile(
    r"'s(?!\w)|\s*(?:$|[,;:.!?()\n@&+/–-])|\s+(?:and|about|re|from|at|in|on|for|by|of|w/|with|via|who|if|to|is|was|has|the|an?|my|our|back|again|that|this|her|his|their|some|when|before|until|next|over|set|tonight)(?!\w)"
)
_ENDS = re.compile(r"'s(?!\w)|\s*(?:$|[,;:.!?()\n@&+/–-])|\s+(?:and|about|re|from|at|w/|with|via|who|is|has)(?!\w)")
_THING = re.compile(r"\s+(?:the|an?|my|our|her|his|their|some|that|those|these|\d+)(?!\w)")
_OF_A_LIST = re.compile(r"(?:,|&|\+|/|\sand|,\s*and)\s*$")
_ARTICLE = re.compile(r"(?:^|\s)(?:the|an?|her|his|their|my|our)\s+$")
# English words that are family names as well.
_FAMILIES = frozenset(
    "baker cook young king hill wood stone fox bell cole marsh green white black brown gray grey long short rich love day night knight snow frost rose wolf bird fish swan page park parks field fields rivers lake banks bush ford lane street church bishop pope abbott"
    " price cash gold silver power powers best wise noble sharp strong small little law judge major carter porter cooper mason taylor potter gardner gardener fisher hunter shepherd miller weaver archer butler chambers hall house brooks wells waters pool flowers gross lamb"
    " nelson barker parker turner walker webster ward warner foster hope ray reed chase cross french english holland ireland england wales london york lincoln washington berlin paris florence bond moss bean bear beer winter summers may west north east moon sun star moore"
    " bridges castle keys penny golden goodman newman freeman drummer singer painter carpenter smith wright clark mills woods stark hart cash lord duke earl prince steward stewart dean glass steel irons diamond pearl berry cherry rice pepper salt".split()
)


def enlarged(text: str, plain: str, blocked: Sequence[tuple[int, int]]) -> str:
    """``text``, as long as it was, with large letters where a name in small ones stands."""
    shown = list(text)
    for start, end in _Names(text, plain, blocked).all():
        for part in re.finditer(r"[^\W\d_]+", text[start:end]):
            first = part.start() == 0
            if (first or flat(part[0]) not in PARTICLES) and not (
                part[0] == "t" and text[start + part.start() - 1] in "'’"
            ):
                shown[start + part.start()] = text[start + part.start()].upper()[:1]
    return "".join(shown)


class _Names:
    def __init__(self, text: str, plain: str, blocked: Sequence[tuple[int, int]]) -> None:
        self.text, self.plain, self.blocked = text, plain, blocked
        self.tokens = list(TOKEN.finditer(text))
        self.firsts: set[str] = set()  # first names that were read

    def all(self) -> Iterator[tuple[int, int]]:
        number, last = 0, 0
        while number < len(self.tokens):
            count = self._begins(number, last)
            if count:
                last = self._end(number + count - 1)
                self.firsts.add(self._bare(number))
                yield self.tokens[number].start(), last
            number += max(count, 1)

    def _bare(self, number: int) -> str:
        token = self.tokens[number]
        return self.plain[token.start() : token.end()].removesuffix("'s")

    def _end(self, number: int) -> int:
        token = self.tokens[number]
        return token.end() - 2 * self.plain[token.start() : token.end()].endswith("'s")

    def _is_free(self, number: int) -> bool:
        """Whether the word stands by itself in small letters: in no day, address or number, and no part of a longer one."""
        if not 0 <= number < len(self.tokens):
            return False
        start, end = self.tokens[number].span()
        beside = (self.plain[start - 1] if start else " ") + (self.plain[end] if end < len(self.plain) else " ")
        return (
            self.text[start].islower()
            and not any(a < end and start < b for a, b in self.blocked)
            and beside[0] not in "@#-_.$'"
            and not beside[0].isdigit()
            and beside[1] not in "@_-"
            and not beside[1].isdigit()
            and not (beside[1] == "." and self.plain[end + 1 : end + 2].isalpha())
        )

    def _begins(self, number: int, last: int) -> int:
        """Of how many words the name is that begins here; 0 where none does. ``last`` is where the one before it ends."""
        if not self._is_free(number):
            return 0
        token, bare = self.tokens[number], self._bare(number)
        before = self.plain[: token.start()]
        after = _AFTER_THESE.search(before[-40:])
        given = may_be_given(bare)
        following = self.plain[token.end() + 1 :]
        if given and is_word(bare) and TITLE.match(following) and self.plain[token.end() : token.end() + 1] == " ":
            return 0  # 'marine engineer'
        if bare in self.firsts and (given or not is_word(bare)):
            return 1
        if is_given(bare) and not TITLE.fullmatch(bare):
            return (
                0
                if self._is_of_another(number, before)
                else self._length(number, family=not (after and after["giving"]))
            )
        if not after and not (last and _OF_A_LIST.fullmatch(before[last:])):
            return 0
        giving = bool(after and after["giving"])
        count = self._length(number, family=not giving)
        end = self._end(number + count - 1)
        if giving and not _THING.match(self.plain, end):
            return 0
        if not _GOES_ON.match(self.plain, end) and not self._is_day(end):
            return 0
        if given:
            joined = re.fullmatch(r"\s*(?:&|\+|/|,?\s*and)\s*", before[last:]) and _ENDS.match(self.plain, end)
            return count if after or count > 1 or joined else 0
        sure = count > 1 or (after and not after["reaching"] and len(bare) > 2)
        return count if sure and not is_word(bare) and not self._is_no_name(bare) else 0

    def _is_of_another(self, number: int, before: str) -> bool:
        """'the wade report', 'Banco santander'."""
        token, previous = self.tokens[number], self.tokens[number - 1] if number else None
        if _ARTICLE.search(before) and not _GOES_ON.match(self.plain, token.end()):
            return True
        beside = previous and self.plain[previous.end() : token.start()] == " "
        return bool(beside and previous and previous[0][0].isupper() and not is_word(self._bare(number - 1)))

    def _is_day(self, place: int) -> bool:
        return any(start <= place + 1 < end for start, end in self.blocked)

    def _is_no_name(self, bare: str) -> bool:
        return bool(ORGANIZATION.fullmatch(bare) or TITLE.fullmatch(bare) or PLACE.fullmatch(bare) or len(bare) < 2)

    def _length(self, number: int, *, family: bool) -> int:
        """Of how many words the name is of which the first is read. ``family``: a family name can be an English word."""
        count = 1
        while count < 4:
            if self._end(number + count - 1) != self.tokens[number + count - 1].end():
                break
            following, particles = number + count, 0
            while self._follows(following) and self._is_particle(following):
                following, particles = following + 1, particles + 1
            if not self._follows(following) or (not self._is_free(following) and not particles):
                break
            if not self._is_family(following, family=family, sure=bool(particles)):
                break
            count += particles + 1
            if not may_be_given(self._bare(following)):
                break
        return count

    def _follows(self, number: int) -> bool:
        if not 0 < number < len(self.tokens):
            return False
        between = self.plain[self.tokens[number - 1].end() : self.tokens[number].start()]
        return between in (" ", " '", "'") and not any(a <= self.tokens[number].start() < b for a, b in self.blocked)

    def _is_particle(self, number: int) -> bool:
        bare = self.plain[self.tokens[number].start() : self.tokens[number].end()]
        return bare in (
            "t",
            "'t",
            "dela",
            "delos",
            "van",
            "von",
            "der",
            "den",
            "de",
            "la",
            "di",
            "da",
            "dos",
            "del",
            "ter",
            "ten",
            "bin",
            "ibn",
            "al",
            "el",
            "st",
            "du",
        )

    def _is_family(self, number: int, *, family: bool, sure: bool) -> bool:
        bare, end = self._bare(number), self._end(number)
        if sure:
            return bare not in COMMON
        if self._is_no_name(bare) and bare not in _FAMILIES:
            return False
        if is_word(bare):
            return (
                family
                and (bare in _FAMILIES or may_be_given(bare))
                and bool(_ENDS.match(self.plain, end) or (self._is_day(end) and bare in _FAMILIES))
            )
        return True


def as_typed(line: Line, text: str, shown: str) -> Line:
    """The words of the line as they were typed; names of people stay as names are written."""
    if text == shown:
        return line
    pairs: dict[str, str] = {}
    for token in TOKEN.finditer(shown):
        typed = text[token.start() : token.end()]
        if typed != token[0] and not re.search(rf"(?<!\w){re.escape(token[0])}(?!\w)", text):
            pairs[token[0]] = typed
    if not pairs:
        return replace(line, text=text)
    said = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(pairs, key=len, reverse=True)))})(?!\w)")

    def back(words: str) -> str:
        return said.sub(lambda found: pairs[found[0]], words)

    def all_typed(listed: tuple[Said, ...]) -> tuple[Said, ...]:
        return tuple(replace(one, words=back(one.words)) for one in listed)

    return replace(
        line,
        text=text,
        facts=all_typed(line.facts),
        needs=all_typed(line.needs),
        offers=all_typed(line.offers),
        promises=tuple(replace(one, text=back(one.text)) for one in line.promises),
        doubts=tuple(replace(one, words=text[one.start : one.end]) for one in line.doubts),
    )
