"""A house of its own: ``wellkept serve`` on a new data folder, as a newcomer starts it, and browsers that visit it."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.cast import PASSWORD
from tests.journeys.conftest import HEIGHTS

PATIENCE = 60  # seconds until the server answers, or an import is through


class House:
    def __init__(self, home: Path, **settings: str) -> None:
        self.home = home
        self.url = f"http://127.0.0.1:{_free_port()}"
        with (home / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    "from wellkept.site.command import main; main()",
                    "serve",
                    "--port",
                    self.url[17:],
                ],
                env=self._environment(**settings),
                stdout=log,
                stderr=log,
            )
        self._await()

    def _environment(self, **more: str) -> dict[str, str]:
        return {**os.environ, "WELLKEPT_HOME": str(self.home), "WELLKEPT_LOG": "ERROR", **more}

    def furnish(self) -> None:
        """What ``furnishing`` brings, for a house with a sample network in it."""
        command = [sys.executable, "-m", "tests.journeys.furnishing"]
        settings = self._environment(DJANGO_SETTINGS_MODULE="wellkept.site.settings")
        done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=PATIENCE)
        assert done.returncode == 0, done.stderr

    def _await(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            try:
                urllib.request.urlopen(self.url + "/offline", timeout=PATIENCE).close()
                return
            except urllib.error.URLError:
                time.sleep(0.1)
        raise AssertionError(f"the server does not answer: {self.log}")

    @property
    def log(self) -> str:
        """What the server said; without errors that is its greeting."""
        return (self.home / "log").read_text()

    def row(self, sql: str, *values: Any) -> Any:
        """The first column of the first row, read past the server."""
        with closing(sqlite3.connect(f"file:{self.home / 'wellkept.sqlite3'}?mode=ro", uri=True)) as database:
            found = database.execute(sql, values).fetchone()
        return found[0] if found else None

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Visitor:
    """A browser at one width in one theme, and what went wrong in it. Nothing outside of the house is reached."""

    def __init__(self, chromium: Any, house: House, *, width: int = 1280, theme: str = "light", **more: Any) -> None:
        self.wrong: list[str] = []
        self.house = house
        self.context = chromium.new_context(
            base_url=house.url,
            viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme=theme,
            has_touch=width < 600,
            locale="en-GB",
            timezone_id="Europe/Vienna",
            reduced_motion="reduce",
            **more,
        )
        self.context.set_default_timeout(PATIENCE * 1000)
        self.context.route(lambda url: not url.startswith(house.url), self._refuse)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on(
            "console", lambda said: said.type in ("error", "warning") and self.wrong.append(f"console: {said.text}")
        )
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _refuse(self, route: Any) -> None:
        self.wrong.append(f"reached for {route.request.url}")
        route.abort()

    def create_account(self, name: str = "Ada Quill", email: str = "ada@example.org") -> None:
        """From the first page to the one after it."""
        self.page.goto("/")
        self.page.get_by_label("Your name").fill(name)
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Begin").click()
        self.page.wait_for_url("**/imports/")

    def sign_in(self, email: str = "ada@example.org") -> None:
        self.page.goto("/sign-in")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url("**/")

    def bring(self, name: str, data: bytes | str) -> None:
        """Import a file, from its page to the report."""
        self.choose(name, data)
        self.page.get_by_role("button", name="Start the import").click()
        self.page.get_by_role("link", name="See this week").wait_for()

    def choose(self, name: str, data: bytes | str) -> None:
        """Bring a file as far as its preview."""
        file = {
            "name": name,
            "mimeType": "application/octet-stream",
            "buffer": data.encode() if isinstance(data, str) else data,
        }
        self.page.goto("/imports/")
        self.page.locator("input[type=file]").set_input_files(file)
        self.page.get_by_role("button", name="Preview it").click()
        self.page.wait_for_load_state()

    def close(self) -> None:
        self.context.close()
