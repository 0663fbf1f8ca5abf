"""What an undo asks where later changes stand in its way, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Change

Answer = Literal["keep", "anyway"]
TOLD = 100  # questions that are put into words; more do not help


@dataclass(frozen=True, slots=True)
class Question:
    """One clash. ``key`` names it the same each time it is asked; ``left`` is what the act left, ``now`` what stands,
    ``before`` what it was before the act. Where it cannot be taken back, only keeping it is left. ``moved``: the table of a
    row that only points at another by now; ``parts``: the names of several such rows that are asked about as one."""

    key: str
    line: str
    name: str
    field: str = ""
    left: str = ""
    now: str = ""
    before: str = ""
    contact_id: int | None = None
    can_take_back: bool = True
    answer: Answer | None = None
    moved: str = ""
    parts: tuple[str, ...] = ()


def together(questions: Sequence[Question]) -> list[Question]:
    """One question for all of a kind that went from one to another, where the first of them stood; the ``key`` holds all theirs."""
    alike: dict[object, list[Question]] = {}
    for question in questions:
        same = replace(question, key="", name="", line="") if question.moved else question.key
        alike.setdefault(same, []).append(question)
    return [group[0] if len(group) == 1 else _as_one(group) for group in alike.values()]


def _as_one(group: Sequence[Question]) -> Question:
    first, name = group[0], f"{len(group)} {apps.get_model(group[0].moved)._meta.verbose_name_plural}"
    return replace(
        first,
        key=".".join(question.key for question in group),
        name=name,
        line=name,
        field=first.field
        if "-" in first.key
        else "",  # without a column it names what the rows are, as the name does now
        parts=tuple(question.name for question in group),
    )


def answers_of(chosen: Mapping[str, str]) -> dict[str, str]:
    """What was chosen for questions, also for several as one, for each of them."""
    return {one: answer for key, answer in chosen.items() for one in key.split(".")}


class Clash(Refusal):
    """An act cannot be taken back without an answer. ``questions`` are all that were met, the answered ones too;
    ``clashes`` says line by line what came in between, ``contacts`` whom it concerns, ``count`` how many there are."""

    def __init__(self, questions: Sequence[Question], count: int = 0) -> None:
        self.questions = list(questions)
        self.clashes = [question.line for question in questions]
        self.contacts = sorted({question.contact_id for question in questions if question.contact_id is not None})
        self.count = count or len(self.questions)
        why = "; ".join(self.clashes[:3])
        super().__init__(_("Something has come in between: %(why)s") % {"why": why})


class Asking:
    """Answers questions from what was chosen; keeps those that nobody answered."""

    def __init__(self, choices: Mapping[str, str] | None = None, otherwise: str | None = None) -> None:
        self.choices = dict(choices or {})
        if {*self.choices.values(), otherwise} - {"keep", "anyway", None}:
            raise Refusal(_("Choose to keep it or to take it back."), field="choices")
        self.otherwise = otherwise
        self.questions: list[Question] = []
        self.count = 0
        self.kept = 0
        self.open = False

    @property
    def wordy(self) -> bool:
        """Whether the next question will be read."""
        return len(self.questions) < TOLD

    def ask(self, change: Change | int, line: str, name: str, **said: object) -> bool:
        """True when it is to be taken back anyway. What nobody answered is kept for now."""
        pk, contact_id = (change, None) if isinstance(change, int) else (change.pk, change.contact_id)
        column = said.pop("column", "")
        key = f"{pk}-{column}" if column else str(pk)
        answer = self.choices.get(key, self.otherwise)
        if said.get("can_take_back") is False and answer:
            answer = "keep"
        self.count += 1
        self.open = self.open or answer is None
        self.kept += answer != "anyway"
        if self.wordy:
            said.setdefault("contact_id", contact_id)
            self.questions.append(Question(key=key, line=line, name=name, answer=answer, **said))  # type: ignore[arg-type]
        return answer == "anyway"

    def settle(self) -> None:
        """Raises ``Clash`` when something was not answered."""
        if self.open:
            raise Clash(self.questions, self.count)

    def kept_words(self) -> str:
        if not self.kept:
            return ""
        return ngettext("%(count)d kept as it is now", "%(count)d kept as they are now", self.kept) % {
            "count": self.kept
        }


def in_a_row(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))
