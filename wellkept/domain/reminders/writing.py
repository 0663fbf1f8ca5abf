"""The digest as a mail: plain and HTML, nothing in it that is fetched from anywhere."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Network
from wellkept.domain.reminders.digest import Digest


def subject_of(digest: Digest) -> str:
    count = len(digest.items)
    people = ngettext("%(n)s person", "%(n)s people", count) % {"n": count}
    minutes = ngettext("%(n)s minute", "%(n)s minutes", digest.minutes) % {"n": digest.minutes}
    return _("Your week: %(people)s, %(minutes)s") % {"people": people, "minutes": minutes}


def written(digest: Digest, *, network: Network, sender: str, message_id: str, now: datetime) -> EmailMessage:
    """The message, ready to be handed over. Its Message-ID is the caller's, and the same each time it is sent."""
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr(("Wellkept", sender))
    message["To"] = formataddr((network.owner.name, network.owner.email))
    message["Subject"] = subject_of(digest)
    message["Date"] = format_datetime(now.astimezone(network.zone))
    message["Message-ID"] = message_id
    message["List-Unsubscribe"] = f"<{digest.stop}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message["Auto-Submitted"] = "auto-generated"
    with timezone.override(network.zone):
        context = {"digest": digest, "subject": message["Subject"]}
        message.set_content(render_to_string("reminders/digest.txt", context), cte="quoted-printable")
        message.add_alternative(
            render_to_string("reminders/digest.mail", context), subtype="html", cte="quoted-printable"
        )
    return message


def trial_message(*, sender: str, to: str, message_id: str, now: datetime) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr(("Wellkept", sender))
    message["To"] = to
    message["Subject"] = _("A test mail from Wellkept")
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_("Mail from your Wellkept arrives. Nothing else was sent.") + "\n", cte="quoted-printable")
    return message
