"""The protocol: learn of each ego from before the cut, then hold what was said against what came."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from math import floor
from statistics import mean

from evals._rhythm.logs import WEEK, Log, Seen
from wellkept.domain.rhythm.chances import HORIZON
from wellkept.domain.rhythm.days import Passed, contact_days
from wellkept.domain.rhythm.learning import Tie, auc, learn

DAY = 86400.0
KNOWN = 8  # contacts, for a week to be ranked
FIRST = 4
QUIET = 14  # days
FIELDS = (
    "egos", "ties", "auc30", "auc30_recent", "auc30_frequent", "auc30_overdue", "r4", "r4_recent", "r4_frequent",
    "quiet_auc", "dormancy_auc", "window80_coverage", "ece",
)  # fmt: skip


@dataclass
class Figures:
    """What is gathered over the egos."""

    egos: int = 0
    ties: int = 0
    areas: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    weeks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    windows: list[bool] = field(default_factory=list)
    chances: list[tuple[float, bool]] = field(default_factory=list)


class Ego:
    """One ego's log; what was known of its ties at a moment, and what was learned of them at the cut."""

    def __init__(self, rows: Sequence[Seen], log: Log) -> None:
        self.passed: dict[str, list[Passed]] = defaultdict(list)
        self.times: dict[str, list[float]] = defaultdict(list)
        for row in rows:
            self.passed[row.who].append(Passed(day_of(row.at), "message", row.mine, not row.mine, row.others))
            self.times[row.who].append(row.at)
        self._ties: dict[str, tuple[int, Tie]] = {}
        self.learned = learn([self.tie(who, log.cut) for who in self.known(log.cut)], day_of(log.cut))

    def known(self, at: float) -> list[str]:
        return [who for who, times in self.times.items() if times[0] < at]

    def tie(self, who: str, at: float) -> Tie:
        """As it was before this moment; the day of the moment is known only so far."""
        count = bisect_left(self.times[who], at)
        if self._ties.get(who, (0, None))[0] != count:
            self._ties[who] = count, Tie(contact_days(self.passed[who][:count]))
        return self._ties[who][1]

    def score(self, who: str, at: float) -> float:
        """What the program ranks by."""
        return self.learned.rank(self.tie(who, at), day_of(at))

    def comes(self, who: str, after: float, days: int) -> bool:
        place = bisect_left(self.times[who], after)
        return place < len(self.times[who]) and self.times[who][place] < after + days * DAY


def day_of(at: float) -> int:
    return floor(at / DAY)


def measure(log: Log) -> dict[str, float | int | None]:
    figures = Figures()
    for rows in log.egos.values():
        ego = Ego(rows, log)
        figures.egos += 1
        _chances(ego, log, figures)
        _weeks(ego, log, figures)
        _dormancy(ego, log, figures)
        _windows(ego, log, figures)
    return {
        name: value if value is None or isinstance(value, int) else round(value, 4)
        for name, value in _told(figures).items()
    }


def _told(figures: Figures) -> dict[str, float | int | None]:
    def middle(values: Sequence[float]) -> float | None:
        return mean(values) if values else None

    told = {name: middle(figures.areas[name]) for name in FIELDS if name.startswith(("auc30", "quiet", "dormancy"))}
    told |= {name: middle(figures.weeks[name]) for name in FIELDS if name.startswith("r4")}
    told |= {"egos": figures.egos, "ties": figures.ties}
    told["window80_coverage"] = middle([float(held) for held in figures.windows])
    told["ece"] = calibration_error(figures.chances)
    return {name: told[name] for name in FIELDS}


def _chances(ego: Ego, log: Log, figures: Figures) -> None:
    known, today = ego.known(log.cut), day_of(log.cut)
    figures.ties += len(known)
    hits = [ego.comes(who, log.cut, HORIZON) for who in known]
    ties = [ego.tie(who, log.cut) for who in known]
    figures.chances.extend((ego.learned.chance(tie, today), hit) for tie, hit in zip(ties, hits, strict=True))
    if not 0 < sum(hits) < len(hits):
        return
    last = [_last(ego, who, log.cut) for who in known]
    scores = [ego.score(who, log.cut) for who in known]
    figures.areas["auc30"].append(auc(scores, hits))
    figures.areas["auc30_recent"].append(auc(last, hits))
    figures.areas["auc30_frequent"].append(auc([_count(ego, who, log.cut) for who in known], hits))
    figures.areas["auc30_overdue"].append(auc([log.cut - at - HORIZON * DAY for at in last], hits))
    quiet = [i for i, tie in enumerate(ties) if len(tie.history) >= 2 and today - tie.history.on[-1] >= QUIET]
    _area("quiet_auc", [scores[i] for i in quiet], [hits[i] for i in quiet], figures)


def _area(name: str, scores: Sequence[float], hits: Sequence[bool], figures: Figures) -> None:
    if 0 < sum(hits) < len(hits):
        figures.areas[name].append(auc(scores, hits))


def _last(ego: Ego, who: str, before: float) -> float:
    return ego.times[who][bisect_left(ego.times[who], before) - 1]


def _count(ego: Ego, who: str, before: float) -> int:
    return bisect_left(ego.times[who], before)


def _weeks(ego: Ego, log: Log, figures: Figures) -> None:
    """Each whole week after the cut: of those who come (four at most), how many are among the first four."""
    for week in range(int((log.end - log.cut) // WEEK)):
        start = log.cut + week * WEEK
        known = ego.known(start)
        coming = {who for who in known if ego.comes(who, start, 7)}
        if len(known) < KNOWN or not coming:
            continue
        for name, rank in (
            ("r4", ego.score),
            ("r4_recent", partial(_last, ego)),
            ("r4_frequent", partial(_count, ego)),
        ):
            ranked = sorted((-rank(who, start), who) for who in known)
            found = sum(who in coming for _score, who in ranked[:FIRST])
            figures.weeks[name].append(found / min(FIRST, len(coming)))


def _dormancy(ego: Ego, log: Log, figures: Figures) -> None:
    """Ties of three contact-days and more, in touch within 90 days: which fall silent for the whole rest of the log."""
    today = day_of(log.cut)
    scores, silent = [], []
    for who in ego.known(log.cut):
        history = ego.tie(who, log.cut).history
        if len(history) >= 3 and today - history.on[-1] <= 90:
            scores.append(-ego.score(who, log.cut))
            silent.append(len(ego.times[who]) == _count(ego, who, log.cut))
    _area("dormancy_auc", scores, silent, figures)


def _windows(ego: Ego, log: Log, figures: Figures) -> None:
    """After each contact-day past the cut, the window said: did the next one fall into it? It counts when it closes
    before the log does, which was settled when it was said."""
    first, last = day_of(log.cut), day_of(log.end)
    for who in ego.times:
        tie = ego.tie(who, log.end + DAY)
        on = tie.history.on
        for place in range(1, len(on)):
            if on[place] <= first:
                continue
            low, high = ego.learned.window(tie, on[place])
            if on[place] + high < last:
                figures.windows.append(place + 1 < len(on) and low <= on[place + 1] - on[place] <= high)


def calibration_error(chances: Sequence[tuple[float, bool]], bins: int = 10) -> float | None:
    """Of chances in tenths: how far the mean said is from the share that came, weighted by how many there are."""
    parts: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for said, came in chances:
        parts[min(bins - 1, int(said * bins))].append((said, came))
    if not chances:
        return None
    return sum(abs(sum(said - came for said, came in part)) for part in parts.values()) / len(chances)
