"""``make bench``: how fast is it on a large network? Prints a table; ``--write`` puts it into docs/developers/bench.md."""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

from bench import timing
from bench.sizes import SIZES, Size
from bench.timing import Result

PARTS = ("search", "pages", "imports", "export", "duplicates", "server")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default=os.environ.get("SIZE") or "full")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part only")
    parser.add_argument("--write", action="store_true", help="write docs/developers/bench.md")
    parser.add_argument("--cpu", action="store_true", help="measure processor time, on a machine that is busy")
    chosen = parser.parse_args()
    if chosen.cpu:
        timing.clock = time.process_time
    size = SIZES[chosen.size]
    os.environ["DJANGO_SETTINGS_MODULE"] = "wellkept.site.settings"
    from bench.network import copy_of

    home = copy_of(_template(size))
    try:
        results = _measure(size, home, chosen.only or PARTS)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    from bench import report

    report.tell(results)
    if chosen.write:
        report.write(results, size, cpu=chosen.cpu)


def _template(size: Size) -> Path:
    """The data folder of the generated network; made by a process of its own when it is not there yet."""
    import subprocess

    code = f"import bench.__main__ as b; b.print_template({size.name!r})"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    return Path(done.stdout.decode().strip())


def print_template(name: str) -> None:
    import tempfile

    size = SIZES[name]
    with tempfile.TemporaryDirectory(prefix="wellkept-bench-make-") as folder:
        os.environ["WELLKEPT_HOME"] = folder
        from wellkept.site.preparing import begin

        begin()
        from bench.network import make, template

        target = template(size)
        if not target.is_dir():
            print(
                f"Making a network of {size.contacts:,} contacts and {size.interactions:,} interactions, once:",
                file=sys.stderr,
            )
            make(size)
            from django.db import connection

            connection.close()
            unfinished = target.with_name(f"{target.name}-{os.getpid()}")
            shutil.copytree(folder, unfinished)
            unfinished.rename(target)
    print(target)


def _measure(size: Size, home: Path, parts: Any) -> list[Result]:
    os.environ["WELLKEPT_HOME"] = str(home)
    from wellkept.site.preparing import begin
    from wellkept.site.serving import settle

    begin()
    client, bare = _client(), _bare(home)
    client.get("/")
    settle()
    results: list[Result] = []
    if "search" in parts:
        from bench.pages import keystrokes

        results += _told("search", lambda: keystrokes(client, bare, size))
    if "pages" in parts:
        from bench.pages import all_pages

        results += _told("pages", lambda: all_pages(client, bare, size))
    if "imports" in parts:
        from bench.imports import all_imports

        results += _told("imports", lambda: all_imports(size))
    if "export" in parts:
        results += _told("export", lambda: _export(home))
    if "duplicates" in parts:
        from bench.duplicates import all_of_them

        results += _told("duplicates", lambda: all_of_them(size))
    if "server" in parts:
        results += _told("server", lambda: _server(home, client, size))
    return results


def _told(what: str, measure: Any) -> list[Result]:
    began = time.perf_counter()
    print(f"Measuring {what} …", end="", flush=True, file=sys.stderr)
    results: list[Result] = measure()
    print(f" {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return results


def _client() -> Any:
    """A browser that is signed in, and leaves its traces in the log of no test."""
    from django.test import Client

    from wellkept.domain.accounts.models import User

    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    client.force_login(User.objects.get(is_guest=False), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _bare(home: Path) -> sqlite3.Connection:
    """A connection with nothing of Django on it, set up as the program's own are."""
    from django.conf import settings

    bare = sqlite3.connect(home / "wellkept.sqlite3", isolation_level=None)
    bare.executescript(settings.DATABASES["default"]["OPTIONS"]["init_command"])
    return bare


def _export(home: Path) -> list[Result]:
    from bench.imports import run

    took, _said = run(home, "export", str(home / "export.zip"), "--json")
    return [Result("export of everything", [took], unit="s", note="as a background job in the browser")]


def _server(home: Path, client: Any, size: Size) -> list[Result]:
    from django.db import connection

    from bench.server import all_of_it

    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    connection.close()
    pages = [
        "/contacts/",
        "/contacts/?sort=-touch",
        "/triage",
        "/history",
        "/search?q=kel",
        "/",
        "/organizations/",
    ]
    pages += [f"/contacts/{key}" for key in range(2, min(size.contacts, 80))]
    return all_of_it(home, cookie, pages)


if __name__ == "__main__":
    main()
