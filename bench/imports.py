"""Files of other programs, through the command line on an empty data folder, as a newcomer has it."""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from bench import inventing, timing
from bench.network import EMAIL, PASSWORD, TODAY
from bench.sizes import Size
from bench.timing import Result, timed

WELLKEPT = [sys.executable, "-c", "from wellkept.site.command import main; main()"]  # of this source tree


def all_imports(size: Size) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="wellkept-bench-files-") as name:
        folder = Path(name)
        connections, cards = _connections(folder, size), _cards(folder, size)
        return [*_linkedin(folder / "one", connections, size), *_vcards(folder / "two", cards, size)]


def run(home: Path, *words: str) -> tuple[float, str]:
    """Seconds and standard output of one command."""
    env = {**os.environ, "WELLKEPT_HOME": str(home), "WELLKEPT_PASSWORD": PASSWORD}
    began = time.perf_counter(), _of_children()
    done = subprocess.run([*WELLKEPT, *words], env=env, stdout=subprocess.PIPE, check=True)
    took = time.perf_counter() - began[0], _of_children() - began[1]
    return took[timing.clock is time.process_time], done.stdout.decode()


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _linkedin(home: Path, file: Path, size: Size) -> list[Result]:
    run(home, "user", "add", EMAIL, "--name", "Ada Quill")
    took, said = run(home, "import", str(file), "--json")
    _expect(said, "added", size.connections)
    again, said = run(home, "import", str(file), "--json")
    _expect(said, "unchanged", size.connections)
    what = f"LinkedIn, {size.connections:,} connections"
    return [Result(what, [took], 30.0, unit="s"), Result(f"{what}, the same file again", [again], unit="s")]


def _vcards(home: Path, file: Path, size: Size) -> list[Result]:
    run(home, "user", "add", EMAIL, "--name", "Ada Quill")
    took, said = run(home, "import", str(file), "--json")
    _expect(said, "added", size.cards)
    ours, theirs = _parsing(file, size)
    return [
        Result(f"{size.cards:,} vCards", [took], 15.0, unit="s"),
        Result(f"reading alone of {size.cards:,} vCards", [ours], 5.0, unit="s"),
        Result("the same with vobject", [theirs], unit="s", note="for comparison"),
    ]


def _parsing(file: Path, size: Size) -> tuple[float, float]:
    import vobject

    from wellkept.formats import vcard

    data = file.read_bytes()
    counts = []
    ours = timed(lambda: counts.append(sum(1 for _ in vcard.people(data))))
    theirs = timed(lambda: counts.append(sum(1 for _ in vobject.readComponents(data.decode()))))
    assert counts == [size.cards, size.cards], counts
    return ours, theirs


def _expect(said: str, outcome: str, count: int) -> None:
    (report,) = json.loads(said)
    if report[outcome] != count:
        raise SystemExit(f"The import should have {count} rows {outcome}: {said[:500]}")


def _connections(folder: Path, size: Size) -> Path:
    dice = random.Random(21)
    names = inventing.names(dice, size.organizations)
    file = folder / "Connections.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        stream.write(
            'Notes:\n"When exporting your connection data, you may notice that some addresses are missing."\n\n'
        )
        writer = csv.writer(stream)
        writer.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
        for number in range(size.connections):
            on = TODAY - timedelta(days=dice.randrange(10, 4000))
            address = f"person{number}@example.org" if number % 25 == 0 else ""
            writer.writerow([
                inventing.uneven(dice, names.given), inventing.uneven(dice, names.family),
                f"https://www.linkedin.com/in/example-{number}", address, inventing.uneven(dice, names.organizations),
                inventing.title(dice), f"{on:%d %b %Y}",
            ])  # fmt: skip
    return file


def _cards(folder: Path, size: Size) -> Path:
    from wellkept.formats import vcard
    from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position

    dice = random.Random(22)
    names = inventing.names(dice, size.organizations)
    file = folder / "contacts.vcf"
    with file.open("w", newline="", encoding="utf-8") as stream:
        for number in range(size.cards):
            given, family = inventing.uneven(dice, names.given), inventing.uneven(dice, names.family)
            person = Person(
                source_key=f"urn:uuid:00000000-0000-4000-8000-{number:012d}",
                name=Name(f"{given} {family}", given, "", family),
                emails=[Labelled(f"card{number}@example.org", "work")],
                phones=[Labelled(f"+43 1 555 {number:05d}", "mobile"), Labelled(f"+43 2 555 {number:05d}", "work")],
                addresses=[
                    Address(label="home", street=f"{number} Quay", city=inventing.place(dice), country="Austria")
                ],
                positions=[Position(inventing.uneven(dice, names.organizations), inventing.title(dice))],
                dates=[DatedOccasion("birthday", PartialDate(1950 + number % 50, 1 + number % 12, 1 + number % 28))],
                notes=inventing.talk(dice),
            )
            stream.write(vcard.write(person, "3.0"))
    return file
