"""The picture on a card, kept beside the contact; one that cannot be read is told and costs nothing else."""

from __future__ import annotations

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import File
from wellkept.domain.contacts.photos import keep_photo
from wellkept.domain.history.acting import Acting
from wellkept.formats.person import Person, Problem


def stored_picture(person: Person, act: Acting) -> File | None:
    if person.photo is None or not person.photo.data:
        return None
    try:
        return keep_photo(network=act.network, data=person.photo.data, name="photo", by=act)
    except Refusal as refusal:
        person.problems.append(Problem(person.row, "photo", str(refusal)))
        return None
