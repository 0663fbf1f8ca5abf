"""Promises of either side: made, settled, forgiven."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Interaction, Promise

LONGEST = 500  # characters


def check_promise(*, by_whom: str, text: str) -> str:
    """The promise's words, trimmed; refuses empty and overlong ones."""
    if by_whom not in Promise.By.values:
        raise Refusal(_("A promise is mine or theirs."), field="by_whom")
    words = " ".join(text.split())
    if not words:
        raise Refusal(_("Say what was promised."), field="text")
    if len(words) > LONGEST:
        raise Refusal(_("A promise takes at most %(most)d characters.") % {"most": LONGEST}, field="text")
    return words


def make_promise(
    *,
    contact: Contact,
    by_whom: str,
    text: str,
    by: Actor | Acting,
    due_on: date | None = None,
    interaction: Interaction | None = None,
    thanks: bool = False,
) -> Promise:
    """``by_whom`` is 'me' or 'them'; ``thanks``: a thank-you that I owe."""
    words = check_promise(by_whom=by_whom, text=text)
    if thanks and by_whom != Promise.By.ME:
        raise Refusal(_("A thank-you is mine to say."), field="by_whom")
    if interaction is not None and contact.pk not in interaction.contact_ids():
        raise Refusal(_("%(who)s did not take part.") % {"who": contact}, field="interaction")
    with acting(by, contact.network, "promise", summary=_promised(contact, by_whom, words)) as act:
        return act.add(
            Promise(contact=contact, interaction=interaction, by=by_whom, text=words, due_on=due_on, thanks=thanks)
        )


def edit_promise(*, promise: Promise, by: Actor | Acting, **columns: Any) -> Promise:
    """Columns: text, by_whom (me or them), due_on, thanks."""
    unknown = set(columns) - {"text", "by_whom", "due_on", "thanks"}
    if unknown:
        raise TypeError(f"a promise has no {', '.join(sorted(unknown))} to edit")
    by_whom = columns.get("by_whom", promise.by)
    words = check_promise(by_whom=by_whom, text=columns.get("text", promise.text))
    due_on = columns.get("due_on", promise.due_on)
    thanks = columns.get("thanks", promise.thanks) and by_whom == Promise.By.ME
    with acting(
        by, promise.network, "edit promise", summary=_("Edited the promise: %(what)s") % {"what": words}
    ) as act:
        act.edit(promise, by=by_whom, text=words, due_on=due_on, thanks=thanks)
    return promise


def settle_promise(*, promise: Promise, on: date, by: Actor | Acting) -> Promise:
    """What was promised was done."""
    with acting(by, promise.network, "settle", summary=_("Kept: %(what)s") % {"what": promise.text}) as act:
        act.edit(promise, settled_on=on, forgiven_on=None)
    return promise


def forgive_promise(*, promise: Promise, on: date, by: Actor | Acting) -> Promise:
    """What was promised will not be done, and nobody waits for it any more."""
    with acting(by, promise.network, "forgive", summary=_("Let go: %(what)s") % {"what": promise.text}) as act:
        act.edit(promise, settled_on=None, forgiven_on=on)
    return promise


def reopen_promise(*, promise: Promise, by: Actor | Acting) -> Promise:
    """It stands again, as if it had been neither kept nor let go."""
    with acting(by, promise.network, "reopen", summary=_("Open again: %(what)s") % {"what": promise.text}) as act:
        act.edit(promise, settled_on=None, forgiven_on=None)
    return promise


def remove_promise(*, promise: Promise, by: Actor | Acting) -> None:
    with acting(
        by, promise.network, "remove promise", summary=_("Removed the promise: %(what)s") % {"what": promise.text}
    ) as act:
        act.remove(promise)


def _promised(contact: Contact, by_whom: str, words: str) -> str:
    if by_whom == Promise.By.ME:
        return _("Promised %(who)s: %(what)s") % {"who": contact, "what": words}
    return _("%(who)s promised: %(what)s") % {"who": contact, "what": words}
