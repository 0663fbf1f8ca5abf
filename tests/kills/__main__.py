"""``make kills COUNT=500``: kill the real program so many times, and look at what it leaves.

After each kill SQLite finds its database whole; every act is there with all its changes or not at all, and none that a reader had seen is gone;
a restore has taken place or has not; a folder that looks like a backup is a whole one; and the program, run again, ends as
the one that nobody killed, with no file left over.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SEED = 20261122


def main() -> int:
    from tests.kills.forking import run
    from tests.kills.furnishing import furnish
    from tests.kills.killing import Theatre
    from tests.kills.scenes import SCENES

    parser = argparse.ArgumentParser(prog="kills", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--count", type=int, default=int(os.environ.get("WELLKEPT_KILLS", "20")), help="kills over all scenes"
    )
    parser.add_argument("--only", choices=SCENES, action="append", help="this scene only")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    names = chosen.only or list(SCENES)
    began, failures, kills = time.monotonic(), 0, Counter()
    with tempfile.TemporaryDirectory(prefix="wellkept-kills-") as folder:
        home = _begin(Path(folder))
        furnished = Path(folder) / "furnished"
        run(furnish, Path(folder) / "log")
        shutil.copytree(home, furnished)
        for place, name in enumerate(names):
            count = chosen.count // len(names) + (place < chosen.count % len(names))
            theatre = Theatre(Path(folder), home, furnished, SCENES[name], random.Random(f"{chosen.seed} {name}"))
            failures += theatre.play(count)
            kills.update(theatre.kills)
            print(theatre.told, flush=True)
    print(f"{sum(kills.values())} kills ({', '.join(f'{n} by the {way}' for way, n in sorted(kills.items()))}), "
          f"{failures} failures, seed {chosen.seed}, {time.monotonic() - began:.0f} s")  # fmt: skip
    return 1 if failures else 0


def _begin(folder: Path) -> Path:
    """Django on a data folder whose contents the scenes change. The database is never opened by this process itself."""
    home = folder / "home"
    os.environ |= {
        "WELLKEPT_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "wellkept.site.settings",
        "WELLKEPT_LOG": "ERROR",
    }
    import django

    django.setup()
    os.umask(0o077)
    from django.urls import get_resolver

    import wellkept.site.command
    import wellkept.site.serving  # noqa: F401

    get_resolver().url_patterns  # noqa: B018  loads what a process would load at its start
    return home


if __name__ == "__main__":
    sys.exit(main())
