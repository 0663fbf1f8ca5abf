"""Invitations.csv: who asked whom to connect. Those who never became a connection are told apart."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.exchange.contract import Reading, Unit
from wellkept.domain.exchange.linkedin.export import FileOfExport, lazy_raw
from wellkept.domain.exchange.linkedin.passing import NO_DATE, Passed, PassedTaker, key_of, shortened
from wellkept.domain.timeline.models import Interaction
from wellkept.formats.linkedin import Invitation, read_invitations
from wellkept.formats.names import fold


class Invitations(FileOfExport):
    kind = "linkedin.invitations"
    name = gettext_lazy("LinkedIn invitations")
    file = "invitations"
    order = 45
    taker = PassedTaker

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        invitations = list(read_invitations(data))
        seen: dict[str, int] = {}
        return Reading(units=[_unit(invitation, seen) for invitation in invitations], raw=lazy_raw(data))


def _unit(invitation: Invitation, seen: dict[str, int]) -> Unit:
    mine = invitation.outgoing
    name, slug = (invitation.to_name, invitation.to_slug) if mine else (invitation.from_name, invitation.from_slug)
    problem = invitation.problems[0] if invitation.problems else None
    passed = Passed(
        others=((name, slug),),
        at=invitation.sent_at,
        body=shortened(invitation.message) or _("Invitation to connect, without a note."),
        direction=Interaction.Direction.MINE if mine else Interaction.Direction.THEIRS,
        sent=int(mine),
        received=int(not mine),
        left_out="" if invitation.sent_at else NO_DATE,
        field=problem.field if problem else "",
        message=problem.message if problem else "",
    )
    detail = ""
    if invitation.sent_at:
        detail = date_format(invitation.sent_at.date(), "SHORT_DATE_FORMAT")
        way = "out" if mine else "in"
        key = key_of("invitation", way, slug or fold(name), invitation.sent_at.strftime("%Y-%m-%dT%H:%M:%S"))
        seen[key] = seen.get(key, 0) + 1
        passed.key = key if seen[key] == 1 else key_of(key, str(seen[key]))
    return Unit(rows=(invitation.row,), value=passed, label=name[:200], detail=detail)
