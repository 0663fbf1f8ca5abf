"""``wellkept serve`` as it is started: until the first answer, and how much memory it holds."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

from bench import timing
from bench.imports import WELLKEPT
from bench.timing import Result

START = 3.0  # seconds
MEMORY = 250.0  # megabytes
SETTLED = 5.0  # seconds after the last answer


def all_of_it(home: Path, cookie: str, addresses: list[str]) -> list[Result]:
    """Start-up, memory when idle, and memory when idle again after the pages were used."""
    starts = []
    for _ in range(3):
        server = _Server(home)
        starts.append(server.took)
        server.stop()
    server = _Server(home)
    try:
        time.sleep(SETTLED)
        idle = server.memory()
        for address in addresses:
            server.get(address, cookie)
        time.sleep(SETTLED)
        used = server.memory()
    finally:
        server.stop()
    return [
        Result("start-up until the first answer", starts, START, unit="s"),
        Result("resident memory, idle after start", [idle[0]], MEMORY, unit="MB"),
        Result(f"resident memory, idle after {len(addresses)} requests", [used[0]], MEMORY, unit="MB",
               note=f"of which {used[1]:.0f} MB are its own, the rest is files mapped into it"),
    ]  # fmt: skip


class _Server:
    def __init__(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        began = time.perf_counter()
        env = {**os.environ, "WELLKEPT_HOME": str(home), "DJANGO_SETTINGS_MODULE": "wellkept.site.settings"}
        self.process = subprocess.Popen(
            [*WELLKEPT, "serve", "--port", str(self.port)],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not self.answers():
            time.sleep(0.01)
        self.took = time.perf_counter() - began
        if timing.clock is time.process_time:
            used = psutil.Process(self.process.pid).cpu_times()
            self.took = used.user + used.system

    def answers(self) -> bool:
        if self.process.poll() is not None:
            raise SystemExit("The server ended before it answered.")
        try:
            self.get("/sign-in")
        except (urllib.error.URLError, ConnectionError):
            return False
        return True

    def get(self, path: str, cookie: str = "") -> None:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Cookie": cookie})
        with urllib.request.urlopen(request) as answer:
            answer.read()

    def memory(self) -> tuple[float, float]:
        """Megabytes: all that is resident, and what of it is not backed by files."""
        info = psutil.Process(self.process.pid).memory_info()
        return info.rss / 1e6, (info.rss - getattr(info, "shared", 0)) / 1e6

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
