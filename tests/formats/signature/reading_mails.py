"""The invented mails of mails.txt: each begins with a line '==== ' and what a reader would find in it, as JSON."""

import json
from pathlib import Path

FIELDS = ("name", "title", "organization", "emails", "phones", "urls", "address")


def invented_mails():
    """(expected fields, region, body) for each."""
    for block in (Path(__file__).parent / "mails.txt").read_text("utf-8").split("==== ")[1:]:
        head, body = block.split("\n", 1)
        told = json.loads(head)
        lists = ("emails", "phones", "urls")
        yield (
            {name: tuple(told.get(name, ())) if name in lists else told.get(name, "") for name in FIELDS},
            told["region"],
            body,
        )
