"""Processes that have everything imported already, on a database and files of their own, to be killed with SIGKILL.

A kill comes by the clock (the parent sends it after so many seconds) or by the step (the process sends it to itself before the n-th statement
of SQL or change to a file): the clock hits what takes long, the step what is between two things.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile", "os.truncate", "os.chmod"}
LONGEST = 120  # seconds after which a process is taken to hang


@dataclass(frozen=True)
class Moment:
    way: str  # 'clock' or 'step'
    at: float  # seconds, or how many steps

    def __str__(self) -> str:
        return f"{self.at * 1000:.1f} ms" if self.way == "clock" else f"step {self.at:.0f}"


@dataclass(frozen=True)
class Ended:
    killed: bool
    seconds: float
    steps: int


class Failed(Exception):
    """A process ended by itself and not well."""


class Steps:
    """Counts statements and changes to files, and ends the process where it is told to. Called by Python itself, before each."""

    def __init__(self, last: float | None) -> None:
        self.count, self.last = 0, last

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if event in FILE_CHANGES or (event == "open" and _writes(args)):
            self.step(event)

    def watch(self) -> None:
        """Every database that is opened from here on tells its statements."""
        connect = sqlite3.connect

        def connected(*args: Any, **kwargs: Any) -> sqlite3.Connection:
            opened = connect(*args, **kwargs)
            opened.set_trace_callback(self.step)
            return opened

        sqlite3.connect = sqlite3.dbapi2.connect = connected
        sys.addaudithook(self)

    def step(self, _what: str) -> None:
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def _writes(args: tuple[Any, ...]) -> bool:
    flags = args[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def run(
    work: Callable[[], None], log: Path, moment: Moment | None = None, just_before: Callable[[], None] = lambda: None
) -> Ended:
    """``work`` in a process of its own. ``just_before`` is called right before a kill by the clock. Raises Failed with what it wrote."""
    gc.freeze()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be(work, log, moment, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        told.read(1)  # it stands at the line
        began = time.monotonic()
        if moment is not None and moment.way == "clock":
            time.sleep(moment.at)
            just_before()
            os.kill(child, signal.SIGKILL)
        rest = told.read()
        _pid, status = os.waitpid(child, 0)
    took = time.monotonic() - began
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL and moment is not None:
        return Ended(killed=True, seconds=took, steps=0)
    if status != 0:
        raise Failed(f"status {status}\n{log.read_text('utf-8', 'replace')[-6000:]}")
    return Ended(killed=False, seconds=took, steps=int(rest or 0))


def _be(work: Callable[[], None], log: Path, moment: Moment | None, writing: int) -> None:
    status = 1
    try:
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        signal.alarm(LONGEST)
        steps = Steps(moment.at if moment is not None and moment.way == "step" else None)
        steps.watch()
        os.write(writing, b"!")
        try:
            work()
        except SystemExit as end:
            status = int(end.code or 0)
        else:
            status = 0
        os.write(writing, str(steps.count).encode())
    except BaseException:  # noqa: BLE001 it ends here, whatever it is
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def ask(question: Callable[[], Any], log: Path) -> Any:
    """What a process of its own answers: the one that asks never opens the database."""
    answer = log.with_name("answer.json")
    run(lambda: answer.write_text(json.dumps(question(), default=str), "utf-8") and None, log)
    return json.loads(answer.read_text("utf-8"))
