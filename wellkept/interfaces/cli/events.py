"""``wellkept events``: those that come and those that were, with whom was met there and followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, columns, counted, paper, shown
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.events.models import Event
    from wellkept.domain.events.worth import Worth


def events(
    most: Annotated[int, typer.Option("--most", min=1, max=5000, help="How many past events at most.")] = 50,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """List events, coming and past, with who was met, followed up and talked to again."""
    from wellkept.domain.events.reading import coming, past, waiting
    from wellkept.domain.events.worth import of_each

    with acting_user(user) as (network, _actor):
        today = network.today()
        figures = of_each(network=network, today=today)
        wait = {key: len(found) for key, found in waiting(network=network, today=today).items()}
        ahead = coming(network=network, today=today)
        over = past(network=network, today=today)
        behind, count = list(over[:most]), over.count()
        if as_json:
            rows = {"coming": ahead, "past": behind}
            print_json({name: [_row(one, figures, wait) for one in some] for name, some in rows.items()})
        elif not ahead and not behind:
            aside("There is no event yet.")
        else:
            _tell(ahead, behind, count - len(behind), figures, wait)


def _row(event: Event, figures: dict[int, Worth], waiting: dict[int, int]) -> dict[str, Any]:
    worth, counts = figures.get(event.pk), {"listed": event.listed, "wanted": event.wanted}  # type: ignore[attr-defined]
    came = {name: getattr(worth, name) if worth else 0 for name in ("met", "followed", "again", "gave", "got")}
    return {
        "event": event.pk, "name": event.name, "place": event.place, "starts_on": event.starts_on, "ends_on": event.ends_on,
        "organizer": event.organizer.name if event.organizer else None, "series": event.series.name if event.series else None,
        **counts, **came, "waiting": waiting.get(event.pk, 0), "debriefed_on": event.debriefed_on,
    }  # fmt: skip


def _tell(
    ahead: list[Event], behind: list[Event], more: int, figures: dict[int, Worth], waiting: dict[int, int]
) -> None:
    console = paper()
    for title, some in (("Coming", ahead), ("Past", behind)):
        if some:
            console.print(title, style="dim")
            rows = [(one.pk, _days(one), one.name, one.place, _figures(_row(one, figures, waiting))) for one in some]
            console.print(columns(rows, styles=["dim", "dim", "bold", "", "dim"]))
    if more:
        console.print(f"{counted(more, 'earlier event', 'earlier events')} not shown; --most shows more.", style="dim")


def _days(event: Event) -> str:
    first = shown(event.starts_on)
    return first if event.ends_on == event.starts_on else f"{first} to {shown(event.ends_on)}"


def _figures(row: dict[str, Any]) -> str:
    """As the page says it: of those met what came of it; before, whom to meet."""
    if row["met"]:
        said = [f"{row['met']} met", f"{row['followed']} followed up", f"{row['again']} talked to again"]
        said += [f"{row['waiting']} waiting"] if row["waiting"] else []
        return ", ".join(said)
    if row["wanted"]:
        return f"{row['wanted']} to meet"
    return f"{row['listed']} on the list" if row["listed"] else ""
