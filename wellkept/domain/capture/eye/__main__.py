"""The process itself: pictures come in on standard input, one line of JSON goes out for each.

A picture is what is wanted of it (one byte: ``r`` to be read, ``s`` to be made small, ``b`` for both), its length (eight
bytes) and its bytes.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from PIL import Image

from wellkept.domain.capture.eye import opening
from wellkept.formats.pictures import Unseen

MEMORY = 2_500_000_000  # bytes of addresses; the engine reserves three times what it uses
CPU_SECONDS = 40  # of the processor for one picture
KEPT_SIDE = 2000  # pixels of the longer side of the picture that is kept


def main() -> None:
    _bound()
    _without_network()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    pictures = sys.stdin.buffer
    looking = _Looking()
    if "warm" in sys.argv[1:] and _has_engine():
        with contextlib.suppress(Unseen):
            looking.load()
    while asked := pictures.read(1):
        data = pictures.read(int.from_bytes(pictures.read(8), "big"))
        _more_time()
        answers.write(json.dumps(looking.answer(asked, data), ensure_ascii=False).encode() + b"\n")
        answers.flush()


class _Looking:
    def __init__(self) -> None:
        self.reader: Any = None

    def answer(self, asked: bytes, data: bytes) -> dict[str, Any]:
        try:
            picture = opening.opened(data, side=KEPT_SIDE if asked == b"s" else opening.SIDE)
            read = {} if asked == b"s" else self._read(picture)
            return read if asked == b"r" else {**read, "jpeg": _encoded(picture, read.get("turn", 0))}
        except Unseen as reason:
            return {"problem": str(reason)}
        except MemoryError:
            return {"problem": "memory"}
        except Exception as error:  # noqa: BLE001 whatever a library stumbles over: this picture cannot be read, the next may be
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            return {"problem": "broken"}

    def load(self) -> Any:
        """The engine, which takes a second. Raises ``Unseen`` where it does not start."""
        if self.reader is None:
            try:
                from wellkept.domain.capture.eye.reading import Reader

                self.reader = Reader()
            except Exception as error:
                raise Unseen("engine") from error
        return self.reader

    def _read(self, picture: Image.Image) -> dict[str, Any]:
        from wellkept.domain.capture.eye.codes import codes

        found = codes(picture)
        if not _has_engine():
            return {"lines": [], "codes": found}
        import numpy as np

        lines, turn = self.load().lines(np.ascontiguousarray(np.asarray(picture)[:, :, ::-1]))
        return {"lines": lines, "codes": found, "turn": turn}


def _encoded(picture: Image.Image, turn: int) -> str:
    """Upright, small, without metadata; in letters."""
    upright = picture.rotate(turn, expand=True) if turn else picture
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
    return base64.b64encode(opening.as_jpeg(upright)).decode()


def _without_network() -> None:
    """The engine would fetch models with requests: here nothing is ever fetched, and half a second is saved."""
    nothing: Any = ModuleType("requests")
    nothing.Response, nothing.RequestException = object, OSError
    sys.modules["requests"] = nothing


def _has_engine() -> bool:
    """Without the extra 'cards' only codes are read."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))


def _bound() -> None:
    with contextlib.suppress(ImportError):  # Windows knows no such limits: there only the clock bounds it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _more_time() -> None:
    with contextlib.suppress(ImportError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + CPU_SECONDS, hard))


if __name__ == "__main__":
    main()
