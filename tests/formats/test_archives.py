"""Archives from strangers are opened with limits."""

import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.archives import Archive, BadArchive


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return file


def test_a_sound_archive_gives_its_files() -> None:
    archive = Archive(zipped(("Connections.csv", b"a,b"), ("folder/", b""), ("more.zip", b"PK")))
    assert archive.names() == ["Connections.csv"]
    assert archive.read("Connections.csv") == b"a,b"


def test_an_archive_cut_off_says_so() -> None:
    whole = zipped(("Connections.csv", b"x" * 5000)).getvalue()
    with pytest.raises(BadArchive, match="cut off"):
        Archive(io.BytesIO(whole[:-30]))


def test_damaged_bytes_are_noticed() -> None:
    data = bytearray(zipped(("a.csv", bytes(range(256)) * 20)).getvalue())
    data[60] ^= 0xFF
    with pytest.raises(BadArchive, match="damaged"):
        Archive(io.BytesIO(bytes(data))).read("a.csv")


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "C:/x", "a\\..\\x"])
def test_names_that_point_outside_are_refused(name: str) -> None:
    with pytest.raises(BadArchive, match="outside"):
        Archive(zipped((name, b"x")))


def test_links_are_refused() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(BadArchive, match="link"):
        Archive(zipped((link, b"/etc/passwd")))


def test_bombs_are_refused() -> None:
    with pytest.raises(BadArchive, match="times its size"):
        Archive(zipped(("a.csv", b"\0" * 3_000_000)))
    with pytest.raises(BadArchive, match="entries"):
        Archive(zipped(("a", b""), ("b", b"")), most_entries=1)
    with pytest.raises(BadArchive, match="MB"):
        Archive(zipped(("a", b"12345"), ("b", b"12345")), most_bytes=9)


def test_what_is_read_counts_even_if_read_twice() -> None:
    archive = Archive(zipped(("a", b"12345")), most_bytes=9)
    archive.read("a")
    with pytest.raises(BadArchive, match="MB"):
        archive.read("a")


def test_archives_within_archives_stay_closed() -> None:
    with pytest.raises(BadArchive, match="within"):
        Archive(zipped(("b.zip", b"PK"))).read("b.zip")


def test_two_entries_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        file = zipped(("a", b"1"), ("a", b"2"))
    with pytest.raises(BadArchive, match="two entries"):
        Archive(file)


def test_locked_archives_are_refused() -> None:
    data = bytearray(zipped(("a", b"1")).getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadArchive, match="password"):
        Archive(io.BytesIO(bytes(data)))


@given(st.binary(max_size=200), st.integers(0, 150), st.integers(0, 255))
def test_no_bytes_make_the_archive_stumble(data: bytes, where: int, value: int) -> None:
    mutated = bytearray(zipped(("a.csv", b"x,y\n1,2\n")).getvalue())
    mutated[where % len(mutated)] = value
    for each in (data, bytes(mutated), b"PK\x03\x04" + data):
        try:
            archive = Archive(io.BytesIO(each))
            for name in archive.names():
                archive.read(name)
        except BadArchive as problem:
            assert problem.message
