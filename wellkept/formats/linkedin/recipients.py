"""Who a message went to: names joined by commas, though names hold commas too, beside addresses that tell how many."""

from __future__ import annotations

import re

from wellkept.formats.names import fold, undecorated

Member = tuple[str, str]

_COMMA = re.compile(r"\s*,\s*")


def pair(names: str, slugs: list[str]) -> tuple[Member, ...]:
    """(name, slug) for each recipient. The addresses say how many there are; without them, credentials join the name before."""
    if len(slugs) == 1:
        return ((names, slugs[0]),)
    pieces = [piece for piece in _COMMA.split(names) if piece]
    if not slugs:
        return tuple((name, "") for name in _without_credentials(pieces))
    if len(pieces) == len(slugs):
        return tuple(zip(pieces, slugs, strict=True))
    joined = _without_credentials(pieces)
    if len(joined) == len(slugs):
        return tuple(zip(joined, slugs, strict=True))
    if len(pieces) > len(slugs):
        return tuple(zip(_cut(pieces, slugs), slugs, strict=True))
    return tuple((next((p for p in pieces if _alike(p, slug)), ""), slug) for slug in slugs)


def _without_credentials(pieces: list[str]) -> list[str]:
    """'Ana Souza', 'Ph.D.' is one person: a piece that is nothing but credentials belongs to the one before."""
    joined: list[str] = []
    for piece in pieces:
        if joined and undecorated(f"Ana Souza, {piece}").suffix and len(piece.split()) == 1:
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def _alike(piece: str, slug: str) -> int:
    """How many words of a name stand in the slug."""
    plain = fold(slug)
    return sum(1 for word in re.split(r"\W+", fold(piece)) if len(word) > 1 and word in plain)


def _cut(pieces: list[str], slugs: list[str]) -> list[str]:
    """Cut ``pieces`` (more of them than slugs) into runs whose first pieces are most like the slugs, in order."""
    worst = -1
    best = [[worst] * len(pieces) for _ in slugs]
    came = [[0] * len(pieces) for _ in slugs]
    best[0][0] = _alike(pieces[0], slugs[0])
    for s in range(1, len(slugs)):
        top, top_at = worst, 0
        for p in range(s, len(pieces)):
            if best[s - 1][p - 1] > top:
                top, top_at = best[s - 1][p - 1], p - 1
            if top > worst:
                best[s][p], came[s][p] = top + _alike(pieces[p], slugs[s]), top_at
    start = max(range(len(pieces)), key=lambda p: best[-1][p])
    starts = [start]
    for s in range(len(slugs) - 1, 0, -1):
        start = came[s][start]
        starts.insert(0, start)
    return [", ".join(pieces[a:b]) for a, b in zip(starts, [*starts[1:], len(pieces)], strict=True)]
