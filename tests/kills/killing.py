"""One scene, killed again and again."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.kills import telling
from tests.kills.forking import Failed, Moment, ask, run
from tests.kills.furnishing import sweep
from tests.kills.scenes import Scene

LATE = 6  # runs that ended before their kill, for each kill that is wanted


class Theatre:
    def __init__(self, folder: Path, home: Path, furnished: Path, scene: Scene, chance: random.Random) -> None:
        self.template, self.home, self.log = folder / f"{scene.name}.template", home, folder / "log"
        self.furnished, self.scene, self.chance = furnished, scene, chance
        self.kills: Counter[str] = Counter()
        self.late = 0
        self.outcomes: Counter[str] = Counter()
        self.began = time.monotonic()

    @property
    def told(self) -> str:
        outcomes = ", ".join(f"{count} {what}" for what, count in sorted(self.outcomes.items()))
        return (
            f"{self.scene.name}: {sum(self.kills.values())} kills, {self.late} too late ({outcomes}); "
            f"unbroken {self.took:.2f} s and {self.steps} steps; {time.monotonic() - self.began:.0f} s"
        )

    def play(self, count: int) -> int:
        """Answers how many kills left something wrong; each is told with what it takes to see it again."""
        self._rehearse()
        failures = 0
        while sum(self.kills.values()) < count:
            moment = self._draw()
            wrong = self._kill(moment)
            if wrong is None:
                self.late += 1
                if self.late > LATE * count + 10:
                    raise SystemExit(f"{self.scene.name} ends before it can be killed")
                continue
            self.kills[moment.way] += 1
            if wrong:
                failures += 1
                print(f"FAILED: {self.scene.name}, killed at {moment}:\n  " + "\n  ".join(wrong), flush=True)
        return failures

    def _draw(self) -> Moment:
        if self.chance.random() < 0.5:
            return Moment("clock", self.chance.uniform(0, self.took))
        return Moment("step", self.chance.randint(1, self.steps))

    def _rehearse(self) -> None:
        """Prepare the folder, and see how the scene ends when nobody kills it."""
        shutil.rmtree(self.home)
        shutil.copytree(self.furnished, self.home)
        run(lambda: self.scene.prepare(self.home), self.log)
        shutil.copytree(self.home, self.template)
        self.before = ask(self._state, self.log)
        self.records = ask(telling.records, self.log)
        ended = run(lambda: self.scene.work(self.home), self.log)
        self.took, self.steps = ended.seconds, ended.steps
        self.after = ask(self._state, self.log)
        if self.after["told"] == self.before["told"] and self.after["files"] == self.before["files"]:
            raise SystemExit(f"{self.scene.name} does nothing")

    def _state(self) -> dict[str, Any]:
        from wellkept.domain.history.models import Act

        newest = Act._base_manager.order_by("-pk").values_list("pk", flat=True).first()
        return {"told": telling.told(), "files": telling.listing(self.home), "newest": newest or 0}

    def _kill(self, moment: Moment) -> list[str] | None:
        """What is wrong after a kill at this moment; None when it came too late."""
        shutil.rmtree(self.home)
        shutil.copytree(self.template, self.home)
        seen: list[int] = []
        try:
            ended = run(
                lambda: self.scene.work(self.home), self.log, moment, lambda: seen.append(telling.acts_in(self.home))
            )
            if not ended.killed:
                return None
            wrong = self._just_killed(seen)
            run(lambda: self.scene.again(self.home), self.log)
            if self.scene.tidies:
                wrong += telling.half_written(self.home)
            self._grow_old()
            run(sweep, self.log)
            return wrong + self._when_run_again()
        except Failed as failed:
            return [str(failed)]

    def _grow_old(self) -> None:
        """Two days pass: what was left half-written is swept at the next start."""
        long_ago = time.time() - 2 * 24 * 60 * 60
        for path in self.home.rglob(".*"):
            os.utime(path, (long_ago, long_ago))

    def _just_killed(self, seen: list[int]) -> list[str]:
        wrong = telling.flaws(self.home)
        if seen and not self.scene.name.startswith("restore") and telling.acts_in(self.home) < seen[0]:
            wrong.append(f"{seen[0]} acts were seen before the kill, {telling.acts_in(self.home)} are there")
        look = ask(self._look, self.log)
        wrong += look["wrong"]
        if not self.scene.old_or_new:
            self.outcomes["part of it done" if look["newest"] > self.before["newest"] else "nothing done"] += 1
            if look["rewound"] != self.records:
                wrong.append(
                    "without what came since, the records are not those of before: "
                    + _differing(self.records, look["rewound"])
                )
            return wrong
        old, new = _records_alone(self.before["told"]), _records_alone(self.after["told"])
        now = _records_alone(look["told"])
        if now not in (old, new):
            wrong.append("neither the old nor the new: " + _differing(old, now))
        finished = now == new and look["files"] == self.after["files"]
        self.outcomes["new" if finished else "old" if now == old else "neither"] += 1
        return wrong

    def _look(self) -> dict[str, Any]:
        state = self._state()
        state["wrong"] = telling.bytes_wrong(self.home) + telling.backups_wrong(self.home)
        if not self.scene.old_or_new:
            state["rewound"] = telling.rewound(self.before["newest"])
        return state

    def _when_run_again(self) -> list[str]:
        wrong = telling.flaws(self.home)
        end = ask(self._look, self.log)
        wrong += end["wrong"]
        if end["told"] != self.after["told"]:
            wrong.append("run again, it ends otherwise: " + _differing(self.after["told"], end["told"]))
        left = sorted(set(end["files"]) - set(self.after["files"]))
        gone = sorted(set(self.after["files"]) - set(end["files"]))
        if left or gone:
            wrong.append(f"run again, files are left over {left} or gone {gone}")
        return wrong


def _records_alone(told: dict[str, Any]) -> dict[str, Any]:
    """Without how far an import or a comparison says it is."""
    return {name: rows for name, rows in told.items() if name not in {"runs", "waiting to be compared"}}


def _differing(one: Any, other: Any, where: str = "") -> str:
    """The first places in which two are not the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        told = [
            _differing(one.get(key), other.get(key), f"{where}/{key}")
            for key in {**one, **other}
            if one.get(key) != other.get(key)
        ]
        return "; ".join(told[:3])
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        told = [_differing(a, b, f"{where}[{n}]") for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return "; ".join(told[:3])
    return f"{where}: {json.dumps(one)[:300]} | {json.dumps(other)[:300]}"
