"""What stands beside a name: '(Acme, CTO)', 'from Acme', 'aus Graz', 'CTO at Acme'."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.firms import ODD_BRAND, organization_at
from wellkept.formats.line.flat import flat
from wellkept.formats.line.gatherings import LARGE_EVENTS
from wellkept.formats.line.jobs import Job, job_at
from wellkept.formats.line.lexicon import (
    COMMON,
    DEPARTMENTS,
    EVENT,
    KIN,
    KNOWN_EVENT,
    ORGANIZATION,
    PLACE,
    TITLE,
    VENUE,
)
from wellkept.formats.line.people import Person, Words, name_at
from wellkept.formats.line.record import Said
from wellkept.formats.line.trades import KEEN, TRADE
from wellkept.formats.line.vocabulary import is_given, may_be_given

_FROM = re.compile(
    r"\s+(?:(?:from|of|bei|vom|von(?:\s+der)?(?:\s+firma)?|de\s+chez|chez|de|da|do|del|aus|w/|who\s+is\s+at)\s+(?:the\s+|la\s+empresa\s+|der\s+firma\s+|la\s+|a\s+empresa\s+)?|d'|(?:@|at)\s+)"
)


def beside(draft: Draft, person: Person, place: int, end: int) -> int:
    """What stands beside a name: '(Acme, CTO)', 'from Acme', 'aus Graz', 'CTO at Acme'."""
    words = draft.words
    while place < end:
        if (
            place + 1 < end
            and words.text[place:end].lstrip()[:1] == "<"
            and words.is_blocked(place + words.text[place:end].index("<") + 1)
        ):
            place = words.text.find(">", place, end) + 1 or end
            continue
        opened = re.compile(r"\s*[(\[]").match(words.plain, place, end) or _past_a_number(draft, place, end)
        if opened and (close := _closing(words.text, opened.end(), end)):
            _bracketed(draft, person, opened.end(), close)
            place = close + 1
            continue
        joined = _FROM.match(words.plain, place, end)
        if joined and (stop := _from(draft, person, joined, end)):
            place = stop
            continue
        after = words.skip(place, end)
        title = TITLE.match(words.plain, after, end)
        if (
            after > place
            and (title or words.plain.startswith(("head of", "vp of", "the ", "our "), after))
            and not person.title
            and (job := job_at(words, after, end))
        ):
            take_job(person, job)
            place = job.end
            continue
        return place
    return place


BASED = re.compile(r"(?P<town>[^\W\d_a-z][\w.'’]*(?:[ -][^\W\d_a-z][\w.'’]*){0,2})-based(?!\w)")


def _past_a_number(draft: Draft, place: int, end: int) -> re.Match[str] | None:
    """'Sienna Carrow, 020 7946 0318 (vet, Oakham Surgery)': the bracket behind somebody's number."""
    words, days = draft.words, {day.start for day in draft.days}
    comma = re.compile(r"\s*,?\s*(?:(?:tel|phone|mobile|cell|e-?mail)[.:]?\s*)?").match(words.plain, place)
    begin = comma.end() if comma else place
    stop = next((b for a, b in words.blocked if a == begin and a not in days), None)
    return re.compile(r"\s*[(\[]").match(words.plain, stop, len(words.plain)) if stop else None


def _closing(text: str, start: int, end: int) -> int | None:
    found = re.compile(r"[)\]]").search(text, start, min(end + 1, len(text)))
    return found.start() if found else None


_HOUR = re.compile(r"\d{1,2}(?:[.:h]\d\d)?(?:\s?(?:am|pm|h|uhr))?|noon|midnight|lunchtime", re.IGNORECASE)


def _from(draft: Draft, person: Person, joined: re.Match[str], end: int) -> int | None:
    words, lead = draft.words, joined[0].strip()
    begin = joined.end() - 4 if words.text[: joined.end()].endswith("The ") else joined.end()
    loose = lead.split()[0] in ("from", "at", "@", "bei", "chez") if lead else False
    town = PLACE.match(words.plain, begin, end)
    if lead not in ("at", "@", "bei") and town and not _goes_on(words, town.end(), end):
        if person.location is None:
            person.location = words.text[town.start() : town.end()]
            person.at["location"] = (town.start(), town.end())
        return town.end()
    if lead == "aus" and (born := _TOWN_OF.match(words.text, begin, end)) and person.location is None:
        person.location, person.at["location"] = born[0], (born.start(), born.end())
        return born.end()
    if lead in ("a", "aus") or (lead.endswith(" the") and words.text[begin : begin + 1].islower()):
        return None
    found = organization_at(words, begin, end, loose=loose)
    if found is None or person.organization or _HOUR.fullmatch(found[0]):
        return None
    small = words.text[found[1] : found[2]]
    if small.islower() and not (_WITH_NUMBER.fullmatch(small) or ODD_BRAND.fullmatch(small) or words.was_small(person)):
        return None  # 'Jim from accounting'
    plain = words.plain[found[1] : found[2]]
    if (
        lead in ("at", "@")
        and words.language == "en"
        and (
            _MET.search(words.text, max(0, person.start - 120), person.start)
            or (lead == "at" and _ATE.search(words.text, max(0, person.start - 120), person.start))
        )
        and not (ORGANIZATION.search(plain) or ODD_BRAND.fullmatch(small))
    ):
        return None  # 'met Ana at FoodTech': a firm's name is no place to meet somebody, a gathering's is
    if lead in ("at", "@", "bei", "na", "no") and (
        KNOWN_EVENT.search(plain)
        or EVENT.search(plain)
        or VENUE.search(plain)
        or town
        or plain.split()[-1] in LARGE_EVENTS
        or _MEAL.match(words.plain, found[2], end)
    ):
        return None
    if (
        plain in DEPARTMENTS
        or plain.removeprefix("the ").split()[0] in COMMON
        or (draft.passed and draft.passed.kind in ("coffee", "lunch") and lead in ("at",))
    ):
        return None
    person.organization, person.at["organization"] = found[0], found[1:]
    person.perhaps = lead == "at" and bool(draft.passed) and not ORGANIZATION.search(plain)
    return found[2]


# Before names alone, one after another.
_MET = re.compile(
    r"(?<!\w)(?i:met|saw|ran\s+into|bumped\s+into|introduced\s+(?:me|us)\s+to|introduced\s+myself\s+to)\s(?:\([^()]*\)|[^,;:!?.()]|,\s(?=[^\W\d_a-z])|\.(?=\w)|(?:(?<=Dr)|(?<=Mr)|(?<=Mrs)|(?<=Ms)|(?<=Prof)|(?<=Rev)|(?<=Sr)|(?<=Sra))\.)*$"
)
_ATE = re.compile(
    r"(?<!\w)(?i:lunch|coffees?|dinner|breakfast|brunch|supper|drinks?|beers?|pints?|wine|tea|cake)\s(?:\([^()]*\)|[^,;:!?.()]|,\s(?=[^\W\d_a-z])|\.(?=\w)|(?:(?<=Dr)|(?<=Mr)|(?<=Mrs)|(?<=Ms)|(?<=Prof)|(?<=Rev)|(?<=Sr)|(?<=Sra))\.)*$"
)
# 'at the Rotary lunch'
_MEAL = re.compile(r"\s+(?:lunch|luncheon|dinner|breakfast|brunch|drinks|evening|party|reception|gala)(?!\w)")
_TOWN_OF = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)?(?=\s*(?:[,.;:(]|$))")


def _goes_on(words: Words, place: int, end: int) -> bool:
    """'Berlin Robotics' is no town."""
    following = re.compile(r"\s+(\S+)").match(words.text, place, end)
    return bool(following and following[1][0].isupper() and not words.is_blocked(following.start(1)))


def _bracketed(draft: Draft, person: Person, start: int, end: int) -> None:
    words, place = draft.words, start
    if re.match(r"\s*(?:she|he|they|sie|er|elle|il|ella|el|ela|ele|any)\s*/", words.plain[start:end]):
        return
    if _people_of(draft, person, start, end):
        return
    for mark in [
        *re.compile(
            r"\s*[,;/|·•]\s*|\s+[-–—]\s+|(?<!sales)(?<!marketing)(?<!research)(?<!operations)(?<!finance)(?<!people)(?<!product)(?<!strategy)(?<!design)(?<!legal)(?<!health)(?<!training)(?<!policy)(?<!founder)(?<!owner)(?<!chair)(?<!ceo)(?<!CEO)(?<!food)(?<!events)(?<!communications)(?<!science)(?<!data)\s+(?:and|und)\s+"
        ).finditer(words.text, start, end),
        None,
    ]:
        stop = mark.start() if mark else end
        begin = words.skip(place, stop)
        if mark and _is_brand(words, begin, stop, words.skip(mark.end(), end), end) and not person.organization:
            person.organization, person.at["organization"] = words.text[begin:stop], (begin, stop)
            place = mark.end()
            continue
        if begin < stop and not any(a <= begin and stop <= b for a, b in words.blocked):
            _bracket_part(draft, person, begin, stop)
        place = mark.end() if mark else end


def _told_of_others(draft: Draft, start: int, end: int) -> bool:
    """'(Tom introduced us)'."""
    person = name_at(draft.words, start, end)
    if person is None or not steps.INTRODUCED_US.match(draft.words.plain, person.end, end):
        return False
    draft.introduced_by = draft.introduced_by or (person.name, (person.start, person.end))
    return True


_NEXT_OF_THEM = re.compile(r"\s*(?:[+&;]|(?:,\s*)?\sand\s)\s*")


def _people_of(draft: Draft, firm: Person, start: int, end: int) -> bool:
    """'Brightpath (Siobhan Kerr, CFO + Ravi Menon, CTO)': what stands before the bracket is no person."""
    words = draft.words
    first = name_at(words, start, end)
    if first is None or len(first.name.split()) < 2 or firm.at or not is_given(flat(first.name).split()[0]):
        return False
    if may_be_given(flat(firm.name).split()[0]) or not re.match(r"\s*(?:$|[,+&;]|and\s)", words.text[first.end : end]):
        return False
    if ORGANIZATION.search(words.plain, first.start, first.end) or "-" in firm.name:
        return False  # 'Kwon Tae-yang (Han River Trust, loan officer)'
    place, at = start, (firm.start, firm.end)
    name = words.typed[slice(*at)] or firm.name
    if firm in draft.people:
        draft.people.remove(firm)
    while person := name_at(words, place, end):
        kept = draft.add_person(person, involved=True)
        kept.organization, kept.at["organization"] = kept.organization or name, at
        following = _NEXT_OF_THEM.search(words.plain, person.end, end)
        stop = following.start() if following else end
        begin = person.end + len(words.plain[person.end : stop]) - len(words.plain[person.end : stop].lstrip(" ,"))
        if begin < stop:
            _bracket_part(draft, kept, begin, stop)
        if not following:
            break
        place = following.end()
    return True


def _is_brand(words: Words, start: int, stop: int, after: int, end: int) -> bool:
    """'(pixelhof, Designerin)': a word in small letters before a title is an organization."""
    plain = words.plain[start:stop].strip()
    if not plain or not words.text[start:stop].islower() or any(word in COMMON for word in plain.split()):
        return False
    return (
        len(re.findall(r"[^\s&+]+", plain)) < 3
        and not (PLACE.fullmatch(plain) or TITLE.search(plain) or _NO_BRAND.fullmatch(plain))
        and (job_at(words, after, end, loose=True) is not None or _is_post(words, after, end))
    )


def _is_post(words: Words, start: int, end: int) -> bool:
    return words.language == "de" and _GERMAN_POST.fullmatch(words.text[start:end].strip()) is not None


_NO_BRAND = re.compile(
    r"(?:single|married|retired|gay|pregnant|tall|blond|friendly|freelance|ex|vegetari\w+|vegan\w*|verheiratet|ledig|schwanger|soltero|soltera|casad[oa]|viud[oa]|maree|mariee?|retraitee?|solteir[oa])"
)
_WITH_NUMBER = re.compile(
    r"(?!(?:aged?|alter|nr|no|room|flat|apartment|apt|floor|unit|gate|table|seat|row|house|class|grade|level|year|group|age|zimmer|seit|since|ab|bis|edad|age|lote|turma|geb|born)\s)[^\W\d_]{2,}(?:\s[^\W\d_]+)?\s?\d{1,4}"
)
# After an organization one word is a title that no table knows: '(Acme, associate)', '(Acme, HRD)'.
_POST = re.compile(
    r"(?!\w*(?:ing|ed|ish|ian|an|ese|ch)$)(?!(?:single|married|vegetarian|tall|blond|retired|gay|pregnant|ex|new|friend)$)[^\W\d_A-ZÀ-Þ]{5,}|[A-Z]{2,4}"
)
# '(Harrow Timber, yard foreman)': two or three words of which the last says what one is.
_WHO_DOES = re.compile(
    r"(?!(?:big|keen|avid|good|great|old|new|heavy|former|night|my|our|their|ex)\s)[a-z]+\s(?:[a-z]+\s)?(?:\w{2,}(?:man|woman|person|master|mistress|worker|monger|wright)|(?!(?:lover|smoker|drinker|sister|brother|mother|father|daughter|runner|walker|climber|user|eater|sufferer|member|player|speaker|learner|rider|swimmer|singer|supporter)$)\w{3,}er|lead|chief|head|clerk|hand|boss|guide|eng|dev|ops|assistant|associate|agent|attendant|consultant|accountant|specialist|artist|analyst|chemist|florist|scientist|executive)"
)
_GERMAN_POST = re.compile(
    rf"{_POST.pattern}|Vertrieb|Marketing|Einkauf|Personal|Entwicklung|Buchhaltung|Geschäftsleitung|Controlling|Produktion|Logistik|Presse|Forschung|Verkauf|Technik|Redaktion|(?!Vega|Vegetar|Single|Witwe|Rentner|Mutter|Vater|Bruder|Schwester|Tochter)[A-ZÄÖÜ][a-zäöüß]{{2,}}(?:in|er|e|ent|ant|ist|or|eur)"
)
# '(Lanas Sur, tejedora jefa)', '(Pierres Vives, tailleur de pierre)'.
_POST_ABROAD = re.compile(
    r"[a-z]{4,}(?:\s+(?:de|d'|en|du|des|da|do|a)(?:\s+|(?<='))[a-z]{3,}){1,2}|[a-z]{3,}(?:or|ora|ero|era|ista|eur|euse|ier|iere|eiro|eira|ante|ente|icien|icienne|iste|logo|loga|logue|grafo|grafa|graphe)\s+[a-z-]{4,}"
)
_NO_POST = re.compile(
    r"(?:alergic|allergique|jubilad|aposentad|retrait|embaraz|gravid|enceinte|nuev|nov[oa]\s|nouve|ami|conoc|vive|mora|habite|viene|vient|vem|fan\s|hincha|torce|amante|padre|madre|mae|pai|pere|mere|recien|ferias|vacaciones|baja|licencia|muda|ex\s|antig|ancien|adora|aime|gosta|busca|cherche|procura)"
)
BOTH = re.compile(
    r"(?:both|all|all\s+three|beide|alle|ambos|ambas|tous\s+(?:les\s+)?(?:deux|trois)|toutes\s+(?:les\s+)?(?:deux|trois)|os\s+dois|as\s+duas|los\s+(?:dos|tres)|las\s+(?:dos|tres)|tod[oa]s)\s+(?P<at>(?:from|at|of|vom|von(?:\s+der)?|bei(?:\s+der)?|de\s+chez|de|d[ao]|del|chez|en|n[ao])\s+)?"
)


# Posts in two or three letters, which would be taken for an organization.
_SHORT_POST = re.compile(
    r"(?:(?:Sr|Jr|Senior|Junior|Lead|Principal|Staff|Group|Head|senior|junior|lead|principal|staff|group)\.?\s+)?(?:PM|TPM|PMM|PO|BA|EA(?=\s)|PA|GP|RN|MD|SRE|SWE|SDE|SDR|BDR|AE|AM|CSM|HRBP|DBA|QA|CPO|CRO|GC|IC|EM|VP|SVP|EVP|AVP|MP|MEP|NED)(?:\s+to\s+the\s+[\w ]+)?"
)


def _bracket_part(draft: Draft, person: Person, start: int, end: int) -> None:
    words = draft.words
    start += len(words.plain[start:end]) - len(
        re.sub(r"^(?:(?:from|at|of|bei|von|de|in|based\s+in)\s+|@\s*)", "", words.plain[start:end])
    )
    plain = words.plain[start:end].strip()
    if not re.search("[a-z]", plain) and re.search("[a-z]", flat(person.name)):
        return  # the name in another script
    if _told_of_others(draft, start, end):
        return
    if (based := BASED.fullmatch(words.text, start, start + len(plain))) and not person.location:
        person.location, person.at["location"] = based["town"], based.span("town")
        return
    if re.match(r"(?:ex[\s-]|former|prev|was\s)|[^\W\d_]+'s\s+[a-z]", plain):
        draft.facts.append((Said(words.text[start:end].strip(), person.name), (start, end)))
        return
    if both := BOTH.match(words.plain, start, end):
        found = organization_at(words, both.end(), end)
        for one in draft.people if found else ():
            if found and one.organization is None:
                one.organization, one.at["organization"] = found[0], found[1:]
        return
    if words.text[start:end].rstrip().endswith("?"):
        draft.doubt(start, end, f"contacts.{draft.people.index(person)}.organization")
    elif (
        words.language == "en"
        and PLACE.fullmatch(plain)
        and person.organization is None
        and _THEN_POST.match(words.text, end)
        and job_at(words, words.skip(end + 1, len(words.text)), words.text.find(")", end))
    ):
        draft.doubt(start, end, f"contacts.{draft.people.index(person)}.organization")  # '(Faro, head of marketing)'
    elif PLACE.fullmatch(plain) or all(PLACE.fullmatch(part.strip()) for part in plain.split(",")):
        person.location, person.at["location"] = words.text[start:end].strip(), (start, end)
    elif not (_post_in(words, person, start, end) or _firm_in(words, person, start, end)):
        draft.facts.append((Said(words.text[start:end].strip(), person.name), (start, end)))


def _post_in(words: Words, person: Person, start: int, end: int) -> bool:
    """What somebody is, in brackets: 'PM', 'head of CSR', 'yard foreman', 'philanthropist'; with 'CTO at Acme' the firm too."""
    plain = words.plain[start:end].strip()
    place = (start, start + len(plain))
    if _SHORT_POST.fullmatch(words.text, *place) and not person.title:
        person.title, person.at["title"] = words.text[slice(*place)], place
    elif _is_house(words, start, end) and not person.organization:
        person.organization, person.at["organization"] = words.text[start:end].strip(), (start, end)
    elif job := job_at(words, start, end, loose=True):
        if (
            person.organization
            and job.organization
            and re.match(r"(?:head|director|vp|chief|lead|manager|chair)\s+of\s", plain)
            and not person.title
        ):
            job = Job(words.text[start:end].strip(), None, (start, end), (start, start), end)
        take_job(person, job)
        _whole_post(words, person, job, end)
    elif not person.title and ((person.organization and _is_some_post(words, start, end)) or _is_trade(words, *place)):
        person.title, person.at["title"] = words.text[slice(*place)], place
    else:
        return False
    return True


def _is_trade(words: Words, start: int, end: int) -> bool:
    plain = words.plain[start:end]
    small = words.language == "en" and words.text[start].islower() and len(plain.split()) < 4
    return bool(small and TRADE.fullmatch(plain) and not KEEN.match(plain))


def _firm_in(words: Words, person: Person, start: int, end: int) -> bool:
    plain = words.plain[start:end].strip()
    if person.organization is None and (
        words.text[start].isupper()
        or words.text[start].isdigit()
        or words.was_small(person)
        or ORGANIZATION.search(plain)
        or any(c.isupper() for c in words.text[start:end])
        or (_WITH_NUMBER.fullmatch(plain) and not any(word in COMMON for word in plain.split()))
    ):
        found = organization_at(words, start, end, loose=True)
        if found:
            person.organization, person.at["organization"] = found[0], found[1:]
        return True
    return False


_THEN_POST = re.compile(r"\s*[,;]\s*[^\W\d_A-ZÀ-Þ]")


def _is_house(words: Words, start: int, end: int) -> bool:
    """'(Editora Maré, editora)': what is written as a name before a post is none."""
    name = words.text[start:end].strip()
    return (
        words.language in ("es", "fr", "pt")
        and len(name.split()) > 1
        and name.istitle()
        and bool(_THEN_POST.match(words.text, end) and TITLE.match(words.plain, words.skip(end + 1, len(words.text))))
    )


def _whole_post(words: Words, person: Person, job: Job, end: int) -> None:
    """'(Kestrel Payments, VP Eng)': the words behind a known title belong to it."""
    rest = words.text[job.end : end].strip()
    known = person.organization and job.title and not job.organization
    if known and re.fullmatch(r"[A-Za-z]+(?:\s[A-Za-z]+)?", rest) and rest.lower() not in COMMON:
        place = (job.title_at[0], end)
        person.title, person.at["title"] = words.text[slice(*place)].strip(), place


def _is_some_post(words: Words, start: int, end: int) -> bool:
    """Whether it says what somebody is at the organization that stands before it."""
    plain, pattern = words.plain[start:end].strip(), _GERMAN_POST if words.language == "de" else _POST
    said = pattern.fullmatch(words.text[start:end].strip()) or _WHO_DOES.fullmatch(plain)
    if words.language != "en":
        if KIN.search(plain) or _NO_BRAND.match(plain) or _NO_POST.match(plain):
            return False
        said = said or (None if words.language == "de" else _POST_ABROAD.fullmatch(plain))
    return bool(said) and plain not in COMMON


def take_job(person: Person, job: Job) -> None:
    if job.title and not person.title:
        person.title, person.at["title"] = job.title, job.title_at
    if job.organization and not person.organization:
        person.organization, person.at["organization"] = job.organization, job.organization_at
