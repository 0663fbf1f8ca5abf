"""Archives that are damaged, foreign, newer or hostile: a clear word, and nothing changed."""

from __future__ import annotations

import io
import json
import stat
import zipfile

import pytest

from tests.domain.exchange.restoring.conftest import forged
from tests.interfaces.web.canary import footprint
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.restoring import opening
from wellkept.domain.exchange.restoring.putting_back import restore_network


@pytest.fixture
def refused(kept, settings):
    """Restoring is refused, and no row and no file has changed."""

    def check(path, match="."):
        files = sorted(settings.FILES_FOLDER.rglob("*"))
        before = footprint(kept)
        with pytest.raises(Refusal, match=match) as refusal:
            restore_network(network=kept, path=path, replace=True)
        assert footprint(kept) == before
        assert sorted(settings.FILES_FOLDER.rglob("*")) == files
        return str(refusal.value)

    return check


def lines(data: bytes) -> list[dict]:
    return [json.loads(line) for line in data.splitlines()]


def table(name, change):
    """A change of the rows of one table."""

    def changed(member, data):
        if member != f"records/{name}.jsonl":
            return data
        rows = lines(data)
        rows = change(rows) or rows
        return "".join(json.dumps(row) + "\n" for row in rows).encode()

    return changed


def put(column, value):
    def change(rows):
        rows[0][column] = value

    return change


@pytest.mark.parametrize("cut", [0.2, 0.9, 0.999])
def test_a_truncated_archive(exported, refused, tmp_path, cut):
    data = exported.path.read_bytes()
    path = tmp_path / "cut.zip"
    path.write_bytes(data[: int(len(data) * cut)])
    assert "cut off" in refused(path)


@pytest.mark.parametrize("place", range(12))
def test_a_flipped_byte_anywhere(exported, refused, tmp_path, place):
    data = bytearray(exported.path.read_bytes())
    data[(len(data) - 30) * place // 11 + 2] ^= 0xFF
    path = tmp_path / "flipped.zip"
    path.write_bytes(data)
    try:
        assert refused(path)
    except pytest.fail.Exception:  # the byte meant nothing, such as a date of the directory
        with zipfile.ZipFile(path) as flipped, zipfile.ZipFile(exported.path) as whole:
            assert all(flipped.read(name) == whole.read(name) for name in whole.namelist())


@pytest.mark.parametrize("data", [b"", b"Name,E-mail\n", b"PK\x03\x04 no zip"])
def test_what_is_no_zip(refused, kept, tmp_path, data):
    path = tmp_path / "some.zip"
    path.write_bytes(data)
    assert "no ZIP archive" in refused(path)


def test_a_file_that_is_not_there(refused, tmp_path):
    assert "no file" in refused(tmp_path / "nothing.zip")


def test_somebody_elses_zip(refused, tmp_path):
    with zipfile.ZipFile(tmp_path / "foreign.zip", "w") as zipped:
        zipped.writestr("Connections.csv", "First Name\n")
    assert "no export of Wellkept" in refused(tmp_path / "foreign.zip")


@pytest.mark.parametrize(
    "manifest",
    [
        lambda said: {**said, "format_version": 99},
        lambda said: {**said, "schema": {**said["schema"], "contacts": "9999_later"}},
        lambda said: {**said, "schema": {**said["schema"], "telepathy": "0001_initial"}},
    ],
)
def test_an_archive_of_a_newer_wellkept(exported, refused, tmp_path, manifest):
    path = forged(exported.path, tmp_path / "newer.zip", lambda name, data: data, manifest)
    assert "newer Wellkept" in refused(path)


@pytest.mark.parametrize(
    "manifest",
    [
        lambda said: [],
        lambda said: {**said, "format": "other"},
        lambda said: {**said, "members": []},
        lambda said: {**said, "users": []},
        lambda said: {**said, "users": "ada"},
        lambda said: {**said, "users": said["users"] * 2},
        lambda said: {**said, "schema": []},
        lambda said: {**said, "members": {**said["members"], "README.txt": {"size": 3, "sha256": 4}}},
        lambda said: {**said, "members": {**said["members"], "README.txt": None}},
        lambda said: {key: value for key, value in said.items() if key != "format_version"},
    ],
)
def test_a_manifest_that_is_none(exported, refused, tmp_path, manifest):
    assert refused(forged(exported.path, tmp_path / "bad.zip", lambda name, data: data, manifest))


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/evil", "files/../evil", "C:\\evil", "files/" + "g" * 64, "records/x.y"]
)
def test_a_name_that_has_no_place_in_it(exported, refused, tmp_path, name):
    path = forged(exported.path, tmp_path / "slip.zip", lambda member, data: data)
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.writestr(name, b"evil")
    assert "has no place in it" in refused(path)


def test_a_link_to_another_file(exported, refused, tmp_path):
    link = zipfile.ZipInfo("files/" + "0" * 64)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = forged(exported.path, tmp_path / "link.zip", lambda member, data: data)
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.writestr(link, "../../wellkept.sqlite3")
    assert "has no place in it" in refused(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name(exported, refused, tmp_path):
    path = forged(exported.path, tmp_path / "twice.zip", lambda member, data: data)
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.writestr("settings.json", "{}")
    assert "has no place in it" in refused(path)


def test_a_bomb_is_not_unpacked(exported, refused, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "FREELY", 1 << 20)
    bomb = b" " * (200 << 20)
    path = forged(exported.path, tmp_path / "bomb.zip", lambda name, data: bomb if name == "contacts.vcf" else data)
    assert path.stat().st_size < 1 << 20
    assert "far more than it could hold" in refused(path)


def test_a_member_larger_than_it_says_is_not_read_to_its_end(exported, refused, tmp_path):
    path = forged(
        exported.path, tmp_path / "longer.zip", lambda name, data: data,
        lambda said: {**said, "members": {**said["members"], "contacts.vcf": {"size": 1, "sha256": "0" * 64}}},
    )  # fmt: skip
    assert "damaged" in refused(path)


def test_a_file_under_the_name_of_another(exported, refused, tmp_path):
    name = next(name for name in exported.names() if name.startswith("files/"))
    assert "damaged" in refused(
        forged(exported.path, tmp_path / "f.zip", lambda m, data: b"evil" if m == name else data)
    )


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("contacts.email", put("contact_id", 10**6)),
        ("contacts.email", put("contact_id", None)),
        ("contacts.email", put("contact_id", "1")),
        ("contacts.contact", put("met_through_id", 10**6)),
        ("contacts.contact", put("photo_id", 10**6)),
        ("contacts.contact", put("display", None)),
        ("contacts.contact", put("display", 7)),
        ("contacts.contact", put("display", "\ud800")),
        ("contacts.contact", put("interests", ["\udfff"])),
        ("contacts.contact", put("uid", "no identifier")),
        ("contacts.contact", put("is_me", 1)),
        ("contacts.contact", put("id", 10**6)),
        ("contacts.contact", put("id", True)),
        ("contacts.contact", put("id", -4)),
        ("contacts.contact", put("id", 2**70)),
        ("contacts.contact", put("network_id", 1)),
        ("contacts.contact", put("password", "x")),
        ("contacts.contact", put("created_at", "2026-11-18T12:00:00")),
        ("contacts.contact", put("created_at", "yesterday")),
        ("contacts.contact", put("connected_on", 3)),
        ("contacts.contact", put("is_me", False)),
        ("contacts.contact", lambda rows: [*rows, rows[-1]]),
        ("contacts.contact", lambda rows: rows[::-1]),
        ("contacts.contact", lambda rows: [*rows, []]),
        ("contacts.tag", lambda rows: [*rows, {**rows[0], "id": rows[-1]["id"] + 1}]),
        ("contacts.circle", put("position", -1)),
        ("cadence.decision", put("days", 0)),
        ("history.act", put("actor_id", 10**6)),
        ("history.change", put("act_id", 10**6)),
        ("history.change", put("table", "auth.permission")),
        ("history.change", put("table", "accounts.user")),
        ("history.change", put("table", "no.such")),
        ("history.change", put("before", [1])),
        ("history.change", put("row", 2**63)),
    ],
)  # fmt: skip
def test_a_row_that_is_not_sound(exported, refused, tmp_path, name, change):
    said = refused(forged(exported.path, tmp_path / "row.zip", table(name, change)))
    assert "cannot be restored" in said or "damaged" in said


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b"NaN", b'{"id":' + b"[" * 200_000, b"\xff\xfe", b'{"id":' + b"9" * 5000 + b"}"]
)
def test_a_line_that_is_no_row(exported, refused, tmp_path, line):
    def change(name, data):
        return line + b"\n" + data if name == "records/contacts.tag.jsonl" else data

    assert "row 1 of contacts.tag" in refused(forged(exported.path, tmp_path / "line.zip", change))


def test_a_table_that_is_unknown(exported, refused, tmp_path):
    path = forged(exported.path, tmp_path / "t.zip", lambda name, data: data)
    buffer = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(buffer, "a") as zipped:
        zipped.writestr("records/accounts.user.jsonl", b"")
    path.write_bytes(buffer.getvalue())
    assert "has no place in it" in refused(forged(path, tmp_path / "t2.zip", lambda name, data: data))


@pytest.mark.parametrize(
    "settings_said",
    [{"time_zone": "Mars/Base"}, {"new_goal": "4"}, {"new_goal": 10**9}, {"week_start": 9}, {"single_keys": None}],
)
def test_settings_that_are_not_sound(exported, refused, tmp_path, settings_said):
    def change(name, data):
        return json.dumps({**json.loads(data), **settings_said}).encode() if name == "settings.json" else data

    assert refused(forged(exported.path, tmp_path / "s.zip", change))
