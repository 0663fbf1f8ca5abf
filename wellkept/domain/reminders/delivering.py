"""Bringing reminders on their way: what is due is written down first, then sent by one process at a time.

A row that is found half-sent was left by a process that was killed; it goes again under the same Message-ID.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from wellkept.domain.accounts.dates import written_for
from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.reminders import pushing
from wellkept.domain.reminders.digest import digest_of
from wellkept.domain.reminders.mail_server import Unsent, mail_server, send
from wellkept.domain.reminders.models import Delivery, PushDevice, Reminders
from wellkept.domain.reminders.moments import due
from wellkept.domain.reminders.writing import trial_message, written

logger = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=4)
GIVE_UP = timedelta(days=3)  # of trying; before that the next period usually takes over
KEPT = timedelta(days=90)
OPEN = (Delivery.State.WAITING, Delivery.State.SENDING)


def deliver(*, now: datetime) -> list[Delivery]:
    """Everything that is due, of everybody. Does nothing while another process is at it. Answers what it touched."""
    touched: list[Delivery] = []
    with _alone() as mine:
        if not mine:
            return []
        for network in _reminded():
            with inside(network):
                try:
                    _plan(network, now)
                    touched += [_bring(row, network, now) for row in _ready(network, now)]
                except Exception:  # one user's trouble keeps nobody else from theirs
                    logger.exception("The reminders of network %s stumbled.", network.pk)
    return touched


def deliver_now(*, network: Network, now: datetime) -> Delivery:
    """Send the digest at once because the user says so. A day has one: what was sent for it already is not sent again."""
    if mail_server() is None:
        raise Refusal(_("No mail server is set up, so nothing was sent."))
    with _alone() as mine:
        if not mine:
            raise Refusal(_("Another process is sending just now. Try again in a moment."))
        with inside(network):
            row = _written_down(network, Delivery.Way.MAIL, network.today(now), now)
            if row.state == Delivery.State.SENT:
                raise Refusal(_("The digest of this day was sent already."))
            row.state, row.next_try_at = Delivery.State.WAITING, now
            row.save()
            return _bring(row, network, now)


def send_trial(*, network: Network, now: datetime) -> None:
    """One test mail to the user's own address. Raises Unsent with a word on what is wrong."""
    server = mail_server()
    if server is None:
        raise Unsent(_("No mail server is set up."))
    message = trial_message(sender=server.sender, to=network.owner.email, message_id=_message_id(), now=now)
    send(message, to=network.owner.email, server=server)


def _reminded() -> list[Network]:
    """Networks whose user is reminded, by whatever way. Their tables are looked into one by one, in scope."""
    wanted = Reminders._base_manager.filter(by_mail=True).values_list("network", flat=True)
    pushed = PushDevice._base_manager.values_list("network", flat=True)
    open_ones = Delivery._base_manager.filter(state__in=OPEN).values_list("network", flat=True)
    keys = {*wanted, *pushed, *open_ones}
    return list(Network.objects.filter(pk__in=keys, owner__is_active=True).select_related("owner").order_by("pk"))


def _plan(network: Network, now: datetime) -> None:
    """Write down what has become due since; what waited for an earlier day is replaced by it."""
    row = Reminders.objects.filter(network=network).first()
    if row is None:
        return
    row.network = network
    ways = [Delivery.Way.MAIL] if row.by_mail and mail_server() else []
    if PushDevice.objects.filter(network=network).exists():
        ways.append(Delivery.Way.PUSH)
    for way in ways:
        last = Delivery.objects.filter(network=network, way=way).aggregate(last=Max("period"))["last"]
        moment = due(row.timetable, now, since=row.since, last=last)
        if moment is None:
            continue
        with transaction.atomic():
            earlier = Delivery.objects.filter(network=network, way=way, state__in=OPEN, period__lt=moment.on)
            earlier.update(state=Delivery.State.REPLACED)
            _written_down(network, way, moment.on, now)
            Delivery.objects.filter(network=network, way=way, next_try_at__lt=now - KEPT).exclude(
                state__in=OPEN
            ).delete()


def _written_down(network: Network, way: str, period: date, now: datetime) -> Delivery:
    found = Delivery.objects.filter(network=network, way=way, period=period).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return Delivery.objects.create(
                network=network, way=way, period=period, message_id=_message_id(), due_at=now, next_try_at=now
            )
    except IntegrityError:  # another was quicker
        return Delivery.objects.get(network=network, way=way, period=period)


def _ready(network: Network, now: datetime) -> list[Delivery]:
    rows = Delivery.objects.filter(network=network, state__in=OPEN, next_try_at__lte=now)
    return list(rows.order_by("period", "way"))


def _bring(row: Delivery, network: Network, now: datetime) -> Delivery:
    """Try once. ``sending`` is written before the first byte leaves, ``sent`` after the last was taken."""
    row.state, row.attempts = Delivery.State.SENDING, row.attempts + 1
    row.save(update_fields=["state", "attempts"])
    try:
        with written_for(network, settings.LANGUAGE_CODE):
            said = _push(network, now) if row.way == Delivery.Way.PUSH else _mail(row, network, now)
        row.state = Delivery.State.SENT if said else Delivery.State.EMPTY
        row.sent_at, row.problem = (now, "") if said else (None, "")
    except Exception as error:
        unsent = error if isinstance(error, Unsent) else Unsent(_("It could not be written."))
        if unsent is not error:
            logger.exception("A reminder of network %s could not be written.", network.pk)
        over = unsent.for_good or now - row.due_at > GIVE_UP or row.attempts >= 30
        row.state = Delivery.State.FAILED if over else Delivery.State.WAITING
        row.problem = str(unsent)[:500]
        row.next_try_at = now + min(FIRST_WAIT * 2 ** min(row.attempts - 1, 10), LONGEST_WAIT)
        logger.warning("A reminder was not sent: %s", unsent)
    row.save(update_fields=["state", "sent_at", "problem", "next_try_at"])
    return row


def _mail(row: Delivery, network: Network, now: datetime) -> bool:
    """Whether there was anything to say."""
    server = mail_server()
    if server is None:
        raise Unsent(_("No mail server is set up."))
    digest = digest_of(network=network, on=network.today(now))
    if digest is None:
        return False
    message = written(digest, network=network, sender=server.sender, message_id=row.message_id, now=now)
    send(message, to=network.owner.email, server=server)
    return True


def _push(network: Network, now: datetime) -> bool:
    if digest_of(network=network, on=network.today(now)) is None:
        return False
    return pushing.notify(network=network, now=now)


def _message_id() -> str:
    server = mail_server()
    host = server.sender.rpartition("@")[2] if server else "wellkept.invalid"
    return f"<{secrets.token_hex(16)}@{host}>"


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether this process is the one that delivers now. The lock goes with the process, however it ends."""
    with (Path(settings.HOME) / "reminders.lock").open("w") as handle:
        try:
            import fcntl
        except ImportError:  # Windows, where one process serves
            yield True
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
