"""``make docs``: write the pages of the documentation that follow from the code. A house test fails when they are behind.

The meaning of a column is the comment beside it in the model, so that there is one place to say it.
"""

from __future__ import annotations

import ast
import inspect
import io
import os
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
USERS = ROOT / "docs" / "users"


def pages() -> dict[Path, str]:
    """Each page that is written, with its text."""
    return {USERS / "export-format.md": export_format(), USERS / "command-line.md": command_line()}


# --- the export's format -----------------------------------------------------------------------------------------------
def export_format() -> str:
    from wellkept.domain.exchange.exporting.tables import ACCOUNT, SETTINGS, exported_tables

    tables = "\n".join(_table(model) for model in exported_tables())
    head = (Path(__file__).parent / "export-format-head.md").read_text("utf-8")
    settings = ", ".join(f"`{name}`" for name in SETTINGS)
    return (
        head.replace("{settings}", settings).replace("{account}", ", ".join(f"`{n}`" for n in ACCOUNT)) + "\n" + tables
    )


def _table(model: Any) -> str:
    from wellkept.domain.exchange.exporting.tables import columns

    about = _sentence(inspect.getdoc(model) or "")
    said = about if not about.startswith(f"{model.__name__}(") else f"{str(model._meta.verbose_name).capitalize()}."
    meanings = _comments(model)
    rows = [
        f"| `{field.attname}` | {_kind(field)} | {_meaning(field, meanings.get(field.name, ''))} |"
        for field in columns(model)
    ]
    return "\n".join(
        [f"### `{model._meta.label_lower}`", "", said, "", "| column | is | means |", "|---|---|---|", *rows, ""]
    )


def _kind(field: Any) -> str:
    from django.db import models

    if field.is_relation:
        return f"number of a `{field.related_model._meta.label_lower}`{_or_null(field)}"
    names: list[tuple[Any, str]] = [
        (models.BooleanField, "true or false"), (models.DateTimeField, "moment"), (models.DateField, "day"),
        (models.UUIDField, "identifier"), (models.JSONField, "JSON"), (models.FloatField, "number"),
        (models.IntegerField, "number"), (models.TextField, "text"),
    ]  # fmt: skip
    if isinstance(field, models.CharField):
        return "text" + _or_null(field)
    return next(name for kind, name in names if isinstance(field, kind)) + _or_null(field)


def _or_null(field: Any) -> str:
    return " or null" if field.null else ""


# Where neither the model's words nor the column's name say it.
MEANT = {
    "created_at": "when it was written down here",
    "position": "its place in order",
    "sort_key": "by what it is sorted",
    "contacts.contact.uid": "stays the same for ever; the UID of the card",
    "contacts.contact.display": "the name as it is written, in any script",
    "contacts.file.sha256": "of the bytes, which lie in `files/`",
    "contacts.savedview.query": "the query string of the list's address",
    "history.act.via": "the door it came through: `web`, `cli`, `import`, `sample`",
    "history.act.verb": "what was done, in a word",
    "history.act.summary": "what was done, in a sentence",
    "history.act.undo_of_id": "the act that this one took back",
    "history.act.actor_id": "the user who did it",
    "history.change.position": "its place within the act",
    "history.change.row": "the number of the row in that table",
    "history.change.before": "the columns as they were",
    "history.change.after": "the columns as they became",
    "source": "the source it came from; '' when written by hand",
    "source_key": "what the source calls it",
    "settled_on": "the day it was kept",
    "forgiven_on": "the day it was let go",
    "pinned": "stands above the timeline",
    "touch": "counts as keeping in touch",
    "decided_at": "when it was decided",
    "chosen_at": "when it was chosen",
    "exchange.sourcerecord.values": "what it said",
    "exchange.sourcerecord.seen_run": "the import that saw it last",
    "exchange.importrun.state": "how far it is",
    "exchange.importrun.problem": "why it could not be read",
    "exchange.importrow.field": "the column at fault",
    "exchange.importrow.message": "what was said about the row",
    "plan.answer.subject": "which promise, which occasion",
}


def _meaning(field: Any, comment: str) -> str:
    """The comment in the model, the words above, the name it has on the pages, or just its own."""
    column = field.attname
    own = str(field.verbose_name)
    said = comment or MEANT.get(f"{field.model._meta.label_lower}.{column}") or MEANT.get(column) or own
    if comment and own != field.name.replace("_", " "):
        said = f"{own}: {comment}"
    if field.primary_key:
        said = "its number"
    choices = ", ".join(f"`{value}`" for value, _label in field.choices or ())
    return (f"{said}: {choices}" if choices else said).replace("|", "\\|")


def _comments(model: Any) -> dict[str, str]:
    """{field: the comment beside it} of a model and of the abstract ones it stands on."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if one.__module__.startswith("wellkept."):
            found.update(_comments_in(inspect.getsource(one)))
    return found


def _comments_in(source: str) -> dict[str, str]:
    notes = {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT and not token.string.startswith("# fmt")
    }
    found = {}
    for node in ast.parse(source).body[0].body:  # type: ignore[attr-defined]
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            said = [notes[line] for line in range(node.lineno, (node.end_lineno or node.lineno) + 1) if line in notes]
            if said:
                found[node.targets[0].id] = " ".join(said)
    return found


def _sentence(text: str) -> str:
    return " ".join(text.replace("``", "`").split())


# --- the command line ----------------------------------------------------------------------------------------------------
def command_line() -> str:
    import typer

    from wellkept.site.command import app

    group: Any = typer.main.get_command(app)
    head = (Path(__file__).parent / "command-line-head.md").read_text("utf-8")
    return head + "\n" + "\n".join(_command(f"wellkept {words}", command) for words, command in _commands(group))


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for word, command in group.commands.items():
        if getattr(command, "hidden", False):
            continue
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{word} ")
        else:
            yield f"{before}{word}", command


def _command(words: str, command: Any) -> str:
    """One command: how it is typed, what it does, what it takes."""
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and not getattr(one, "hidden", False)]
    typed = " ".join([words, *(_argument(one) for one in arguments), *(["[OPTIONS]"] if options else [])])
    lines = [f"## `{words}`", "", _sentence(command.help or ""), "", "```", typed, "```", ""]
    rows = [(f"`{_argument(one)}`", getattr(one, "help", "") or "") for one in arguments]
    rows += [(f"`{_option(one)}`", _about(one)) for one in options]
    if rows:
        lines += ["| | |", "|---|---|", *(f"| {name} | {_sentence(said)} |" for name, said in rows), ""]
    return "\n".join(lines)


def _argument(argument: Any) -> str:
    name = argument.metavar or argument.name.upper().rstrip("_")
    name = name if argument.nargs == 1 or name.endswith("…") else f"{name}…"
    return name if argument.required else f"[{name}]"


def _option(option: Any) -> str:
    name = max(option.opts, key=len)
    return name if option.is_flag else f"{name} {option.metavar or _value(option)}"


def _value(option: Any) -> str:
    number = isinstance(option.default, int) or option.min is not None
    return "NUMBER" if number else option.name.upper().replace("_", "-")


def _about(option: Any) -> str:
    said = (option.help or "").rstrip(".")
    default = option.default
    if option.is_flag or default in (None, "", (), []) or callable(default):
        return f"{said}{' Needed' if option.required and not said else '; needed' if option.required else ''}."
    return f"{said}{'; ' if said else ''}{default} when left out."


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "wellkept.site.settings"
    import django

    django.setup()
    for path, text in pages().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
