"""Who the owner of an export is: told apart from those they write with by name and profile."""

from __future__ import annotations

from typing import Any

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.entries import Bytes
from wellkept.domain.exchange.models import ImportRun
from wellkept.formats.linkedin import Profile, own_slug, read_invitations, read_profile
from wellkept.formats.names import display_name, fold
from wellkept.formats.person import Name


def me_of(*, network: Network, runs: list[ImportRun], bytes_of: Bytes) -> dict[str, Any]:
    """{'name': as written, 'names': folded ones, 'slug': of the profile or ''} out of the small files of an export."""
    found = {run.kind: run for run in runs}
    name = network.owner.name
    if "linkedin.profile" in found:
        profile = _profile(bytes_of, found["linkedin.profile"])
        name = display_name(profile.name) or name if profile else name
    slug = ""
    if "linkedin.invitations" in found:
        try:
            invitations = list(read_invitations(bytes_of(found["linkedin.invitations"])))
            slug = own_slug([], invitations, Profile(name=Name(display=name)))
        except Refusal:
            slug = ""
    return {"name": name, "names": sorted({fold(name), fold(network.owner.name)} - {""}), "slug": slug}


def _profile(bytes_of: Bytes, run: ImportRun) -> Profile | None:
    try:
        return read_profile(bytes_of(run))
    except Refusal:
        return None
