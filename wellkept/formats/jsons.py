"""JSON from strangers: read with limits, and only text in its texts."""

from __future__ import annotations

import json
import re

LARGEST = 400 * 1024 * 1024
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class BadJson(Exception):
    """Why a file is not read, in words for whoever chose it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def load(data: bytes) -> object:
    """What the file holds; raises BadJson. Halves of characters, which no database takes, become question marks."""
    if len(data) > LARGEST:
        raise BadJson(f"the file is larger than {LARGEST // (1024 * 1024)} MB")
    try:
        tree: object = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError:
        raise BadJson("the JSON is nested too deeply") from None
    except UnicodeDecodeError:
        raise BadJson("the file is no JSON: it is not in UTF-8") from None
    except ValueError as problem:
        raise BadJson(f"the JSON is damaged or cut off: {str(problem)[:120]}") from None
    return _whole(tree) if _ESCAPED_SURROGATE.search(data) else tree


def _whole(tree: object) -> object:
    holder: list[object] = [tree]
    todo: list[dict[str, object] | list[object]] = [holder]
    while todo:
        each = todo.pop()
        if isinstance(each, dict):
            entries = {_SURROGATE.sub("?", key): _mended(value) for key, value in each.items()}
            each.clear()
            each.update(entries)
            todo += [value for value in entries.values() if isinstance(value, dict | list)]
        else:
            each[:] = [_mended(value) for value in each]
            todo += [value for value in each if isinstance(value, dict | list)]
    return holder[0]


def _mended(value: object) -> object:
    return _SURROGATE.sub("?", value) if isinstance(value, str) else value
