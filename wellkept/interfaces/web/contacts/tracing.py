"""Where a fact of a contact came from, in words: 'from LinkedIn, imported 4 May 2026', 'by you on 4 May 2026'."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.history.models import Act
from wellkept.domain.history.provenance import Origin, Provenance, provenance_of

PARTS = ("emails", "phones", "addresses", "links", "dates", "custom_fields", "positions")


@dataclass
class Tracing:
    provenance: Provenance
    network: Network
    names: dict[str, str] = field(default_factory=dict)  # of sources, as a reader knows them
    runs: dict[int, ImportRun] = field(default_factory=dict)

    @classmethod
    def of(cls, contact: Contact, names: dict[str, str]) -> Tracing:
        rows = [row for part in PARTS for row in getattr(contact, part).all()]
        found = cls(provenance_of(contact, rows, contact.network), contact.network, names)
        origins = [*found.provenance.rows.values(), *found.provenance.columns.values()]
        numbers = {_run_number(origin.act) for origin in origins} - {0}
        if numbers:
            found.runs = ImportRun.objects.filter(network=contact.network).in_bulk(numbers)
        return found

    def words(self, row: Any, column: str = "") -> str:
        origin = self.provenance.columns.get(column) if column else self.provenance.of(row)
        return self._words(origin) if origin else ""

    def _words(self, origin: Origin) -> str:
        act = origin.act
        day = formats.date_format(act.at.astimezone(self.network.zone).date(), "DATE_FORMAT")
        if origin.merged_from:
            return _("merged from %(name)s on %(day)s") % {"name": origin.merged_from, "day": day}
        if run := self.runs.get(_run_number(act)):
            kind = run.kind.partition(".")[0]
            return _("from %(source)s, imported %(day)s") % {"source": self.names.get(kind, str(run)), "day": day}
        if act.via == "import":
            return _("imported %(day)s") % {"day": day}
        if act.via == "sample":
            return _("in the sample")
        if act.actor_id == self.network.owner_id:
            return _("by you on %(day)s") % {"day": day}
        return _("written on %(day)s") % {"day": day}


def _run_number(act: Act) -> int:
    number = act.batch.removeprefix("import:")
    return int(number) if number != act.batch and number.isdecimal() else 0
