"""The list of all sources, in the order in which a file is tried against them."""

from __future__ import annotations

from wellkept.domain.exchange.contract import Source
from wellkept.domain.exchange.facebook import Friends
from wellkept.domain.exchange.google import Google
from wellkept.domain.exchange.jcard import JCard
from wellkept.domain.exchange.ldif import Ldif
from wellkept.domain.exchange.linkedin import LINKEDIN
from wellkept.domain.exchange.mapped import Mapped
from wellkept.domain.exchange.monica import Monica
from wellkept.domain.exchange.ours import Ours
from wellkept.domain.exchange.outlook import Outlook
from wellkept.domain.exchange.thunderbird import Thunderbird
from wellkept.domain.exchange.vcard import VCard

SOURCES: list[Source] = [
    VCard(),
    JCard(),
    Ldif(),
    Friends(),
    Monica(),
    Ours(),
    *LINKEDIN,
    Google(),
    Thunderbird(),
    Outlook(),
    Mapped(),
]
_BY_KIND = {source.kind: source for source in SOURCES}


def source_of(kind: str) -> Source:
    return _BY_KIND[kind]
