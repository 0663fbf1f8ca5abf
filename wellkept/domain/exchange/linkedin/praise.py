"""Recommendations and endorsements: what one side said for the other. Which side, the file's name or header says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.exchange.contract import Reading, Unit
from wellkept.domain.exchange.linkedin.export import FileOfExport, lazy_raw
from wellkept.domain.exchange.linkedin.passing import (
    DRAFT,
    HIDDEN,
    NO_DATE,
    Passed,
    PassedTaker,
    key_of,
    shortened,
)
from wellkept.domain.timeline.models import Interaction
from wellkept.formats.linkedin import (
    Endorsement,
    Recommendation,
    given_by_me,
    read_endorsements,
    read_recommendations,
)
from wellkept.formats.names import fold

MINE, THEIRS = Interaction.Direction.MINE, Interaction.Direction.THEIRS


class Recommendations(FileOfExport):
    file = "recommendations"
    order = 46
    taker = PassedTaker
    by_me: ClassVar[bool]

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return super().fits(name, data, header) and given_by_me(name) is self.by_me

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        seen: dict[str, int] = {}
        rows = read_recommendations(data, by_me=self.by_me)
        return Reading(units=[_recommended(one, seen) for one in rows], raw=lazy_raw(data))


class RecommendationsGiven(Recommendations):
    kind = "linkedin.recommendations-given"
    name = gettext_lazy("LinkedIn recommendations you wrote")
    by_me = True


class RecommendationsReceived(Recommendations):
    kind = "linkedin.recommendations-received"
    name = gettext_lazy("LinkedIn recommendations written for you")
    by_me = False


class Endorsements(FileOfExport):
    kind = "linkedin.endorsements"
    name = gettext_lazy("LinkedIn endorsements")
    file = "endorsements"
    order = 47
    taker = PassedTaker

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        together: dict[tuple[bool, str, date], list[Endorsement]] = {}
        units = []
        for one in read_endorsements(data):
            if one.at is None or one.status == "HIDDEN":
                why = HIDDEN if one.at is not None else NO_DATE
                units.append(Unit(rows=(one.row,), value=_left_out(one, why), label=one.name[:200]))
            else:
                together.setdefault((one.by_me, one.slug or fold(one.name), one.at.date()), []).append(one)
        units += [_endorsed(rows) for rows in together.values()]
        return Reading(units=sorted(units, key=lambda unit: unit.rows[0]), raw=lazy_raw(data))


def _recommended(one: Recommendation, seen: dict[str, int]) -> Unit:
    label = one.name[:200]
    if one.at is None or one.status == "DRAFT":
        return Unit(rows=(one.row,), value=_left_out(one, NO_DATE if one.at is None else DRAFT), label=label)
    lead = _("I recommended them:") if one.by_me else _("They recommended me:")
    passed = Passed(
        others=((one.name, ""),),
        key=_numbered(seen, "recommendation", one.by_me, fold(one.name), one.at.strftime("%Y-%m-%dT%H:%M:%S")),
        at=one.at,
        body=f"{lead}\n\n{shortened(one.text)}".strip(),
        direction=MINE if one.by_me else THEIRS,
        kind=Interaction.Kind.HELP,
        touch=one.by_me,
    )
    return Unit(rows=(one.row,), value=passed, label=label, detail=date_format(one.at.date(), "SHORT_DATE_FORMAT"))


def _endorsed(rows: list[Endorsement]) -> Unit:
    """All that one side endorsed on one day is one interaction; a click is no touch."""
    first = rows[0]
    assert first.at is not None  # those without a day were left out
    skills = ", ".join(dict.fromkeys(one.skill for one in rows if one.skill))
    lead = _("I endorsed them for: %(skills)s") if first.by_me else _("They endorsed me for: %(skills)s")
    day = first.at.date()
    passed = Passed(
        others=((first.name, first.slug),),
        key=_numbered({}, "endorsement", first.by_me, first.slug or fold(first.name), day.isoformat()),
        at=first.at,
        body=shortened(lead % {"skills": skills}),
        direction=MINE if first.by_me else THEIRS,
        kind=Interaction.Kind.OTHER,
        touch=False,
    )
    return Unit(rows=tuple(one.row for one in rows), value=passed, label=first.name[:200], detail=skills[:200])


def _numbered(seen: dict[str, int], what: str, by_me: bool, who: str, when: str) -> str:
    key = key_of(what, "out" if by_me else "in", who, when)
    seen[key] = seen.get(key, 0) + 1
    return key if seen[key] == 1 else key_of(key, str(seen[key]))


def _left_out(one: Recommendation | Endorsement, why: str) -> Passed:
    problem = one.problems[0] if one.problems else None
    message = problem.message if problem and why == NO_DATE else _("The row has no date.") if why == NO_DATE else ""
    return Passed(left_out=why, field=problem.field if problem else "", message=message)
