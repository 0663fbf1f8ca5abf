"""Looking at pictures: in a process of its own (``eye``), with limits of memory, processor and clock.

What comes back is lines with their places and the texts of codes, no fields: those are made by ``formats.card``.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Self

from wellkept.formats.card.lines import Line
from wellkept.formats.pictures import why_refused

SECONDS = 90.0  # by the clock for one picture, the start of the engine included
LONGEST_ANSWER = 16 * 1024 * 1024
ENGINE = ("rapidocr", "onnxruntime", "cv2")


@dataclass(frozen=True, slots=True)
class Seen:
    """``problem`` is '' or one of: empty, bytes, svg, polyglot, kind, pixels, memory, broken, time, engine. ``jpeg``: our own small encoding of the
    picture, upright (as it is read, where it was read) and without metadata, where it was asked for."""

    lines: tuple[Line, ...] = ()
    codes: tuple[str, ...] = ()
    jpeg: bytes = b""
    problem: str = ""


def engine_is_there() -> bool:
    """Whether the extra 'cards' is installed."""
    return all(find_spec(name) for name in ENGINE)


class Eye:
    """The process, started when the first picture is shown and ended with the ``with``; it reads one picture after another.
    With ``warm`` it is started at once and loads its engine while the caller does something else."""

    def __init__(self, *, seconds: float = SECONDS, warm: bool = False) -> None:
        self.seconds = seconds
        self.process: subprocess.Popen[bytes] | None = _start("warm") if warm else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    def read(self, data: bytes, *, encode: bool = False) -> Seen:
        """The lines and codes of a picture, and with ``encode`` its ``jpeg``. Never raises for what a picture is: it says
        ``problem``."""
        return self._ask(b"b" if encode else b"r", data)

    def made_small(self, data: bytes) -> Seen:
        """The ``jpeg`` alone."""
        return self._ask(b"s", data)

    def _ask(self, what: bytes, data: bytes) -> Seen:
        if reason := why_refused(data):
            return Seen(problem=reason)
        if self.process and self.process.poll() is not None:
            self._end()
        process = self.process = self.process or _start()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        alarm = threading.Timer(self.seconds, give_up)
        alarm.start()
        try:
            return _seen(_answer(process, what, data))
        except (OSError, EOFError, ValueError):
            ended = self._end()
            if late.is_set() or ended in _OUT_OF_TIME:
                return Seen(problem="time")
            return Seen(problem="engine" if ended == 1 else "memory")
        finally:
            alarm.cancel()

    def _end(self) -> int | None:
        """End the process, whatever it does, and answer how it ended."""
        process, self.process = self.process, None
        if process is None:
            return None
        if process.stdin:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()
        return process.returncode


def _answer(process: subprocess.Popen[bytes], what: bytes, data: bytes) -> dict[str, Any]:
    """Raises ``EOFError`` or ``OSError`` where the process has ended."""
    assert process.stdin and process.stdout
    process.stdin.write(what + len(data).to_bytes(8, "big") + data)
    process.stdin.flush()
    line = process.stdout.readline(LONGEST_ANSWER)
    if not line.endswith(b"\n"):
        raise EOFError
    answer: dict[str, Any] = json.loads(line)
    return answer


_OUT_OF_TIME = (-24, -9)  # SIGXCPU, SIGKILL


def _start(*how: str) -> subprocess.Popen[bytes]:
    """With a bare environment: what a picture makes a library do finds nothing there."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG", "VIRTUAL_ENV") if name in os.environ}
    return subprocess.Popen(  # noqa: S603 our own program
        [sys.executable, "-B", "-I", "-m", "wellkept.domain.capture.eye", *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, "OMP_NUM_THREADS": "2", "PYTHONUTF8": "1"},
        close_fds=True,
    )


def _seen(answer: dict[str, Any]) -> Seen:
    return Seen(
        lines=tuple(_line(one) for one in answer.get("lines", ())),
        codes=tuple(answer.get("codes", ())),
        jpeg=base64.b64decode(answer.get("jpeg", "")),
        problem=answer.get("problem", ""),
    )


def _line(one: dict[str, Any]) -> Line:
    left, top, right, bottom = one["box"]
    return Line(
        text=one["text"],
        sure=one["sure"],
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        height=one["height"],
        least=one["least"],
    )


def see(pictures: Iterator[bytes]) -> Iterator[Seen]:
    """Read several pictures in one process."""
    with Eye() as eye:
        for data in pictures:
            yield eye.read(data)
