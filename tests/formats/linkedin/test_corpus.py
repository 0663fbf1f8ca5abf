"""A whole export of 2,000 invented connections that somebody else made."""

from pathlib import Path

import pytest

from wellkept.formats.archives import Archive
from wellkept.formats.linkedin import (
    conversation_days,
    entries,
    own_slug,
    read_connections,
    read_education,
    read_invitations,
    read_messages,
    read_own_emails,
    read_positions,
    read_profile,
)


@pytest.fixture(scope="module")
def export(corpora: Path) -> dict[str, bytes]:
    path = corpora / "linkedin" / "silkyrich_sample_export.zip"
    if not path.exists():
        pytest.skip(f"CORPUS MISSING: {path}")
    with path.open("rb") as file:
        archive = Archive(file)
        return {kind: archive.read(names[0]) for kind, names in entries(archive.names()).items()}


def test_every_connection_is_read(export: dict[str, bytes]) -> None:
    people = list(read_connections(export["connections"]))
    assert [p.row for p in people] == list(range(1, 2001))
    assert len({p.source_key for p in people}) == 2000
    assert all(p.name.display and p.connected_on.year for p in people)
    assert not any(p.problems or p.extras for p in people)


def test_every_message_is_read_and_every_one_that_passed_has_its_day(export: dict[str, bytes]) -> None:
    messages = list(read_messages(export["messages"]))
    assert len(messages) == 20_000
    assert not any(m.problems for m in messages)
    assert all(m.at and m.from_slug and all(slug and name for name, slug in m.to) for m in messages)
    me = own_slug(messages, read_invitations(export["invitations"]), read_profile(export["profile"]))
    assert me and me == own_slug(messages, [], None)
    days = list(conversation_days(messages, {me}))
    assert sum(d.sent + d.received for d in days) == sum(not m.is_draft for m in messages)
    assert len({d.source_key for d in days}) == len(days)
    assert all(me not in (slug for _, slug in d.others) and d.others for d in days)
    assert min(d.day.year for d in days) < 1900


def test_every_invitation_is_read(export: dict[str, bytes]) -> None:
    invitations = list(read_invitations(export["invitations"]))
    assert len(invitations) == 162
    assert all(i.sent_at and i.from_slug and i.to_slug and not i.problems for i in invitations)


def test_the_owners_files_are_read(export: dict[str, bytes]) -> None:
    assert len(list(read_positions(export["positions"]))) == 11
    assert len(list(read_education(export["education"]))) == 2
    assert len(read_own_emails(export["emails"])) == 2


@pytest.mark.parametrize(("name", "rows"), [("small", 3), ("unicode", 3), ("locale_fr", 1)])
def test_the_small_files_are_read(corpora: Path, name: str, rows: int) -> None:
    people = list(read_connections((corpora / "linkedin" / f"tareksadi_connections_{name}.csv").read_bytes()))
    assert len(people) == rows
    assert all(p.source_key.startswith("linkedin:") and p.connected_on.day and not p.problems for p in people)
