"""What to propose for time zone, week and phone region, from the language a browser asks for."""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import dataclass
from functools import cache
from importlib import resources

from babel import Locale, UnknownLocaleError
from babel.core import get_global

MOST_LIVE_IN = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto",
    "CL": "America/Santiago", "CN": "Asia/Shanghai", "ID": "Asia/Jakarta", "KZ": "Asia/Almaty",
    "MX": "America/Mexico_City", "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "US": "America/New_York",
}  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    time_zone: str
    week_start: int  # 0 Monday … 6 Sunday
    phone_region: str  # ISO 3166


def propose(accept_language: str, *, here: str = "UTC") -> Proposal:
    """``accept_language`` is the header's value ('de-AT,de;q=0.8'); ``here`` is the server's own time zone."""
    locale = _first_locale(accept_language)
    region = locale.territory or "US"
    zones = zones_of(region)
    likely = MOST_LIVE_IN.get(region) or (zones[0] if zones else here)
    time_zone = likely if len(zones) == 1 or here == "UTC" else here
    return Proposal(time_zone=time_zone, week_start=locale.first_week_day, phone_region=region)


@cache
def zones_of(region: str) -> list[str]:
    """The time zones of a country, in the order of the tz database's zone.tab."""
    lines = resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [row[2] for row in rows if row[0] == region]


def _first_locale(accept_language: str) -> Locale:
    for part in accept_language.split(",")[:5]:
        tag = part.split(";")[0].strip()
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", tag):
            continue
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return locale if locale.territory else Locale.parse(_likely(tag) or "en_US")
    return Locale.parse("en_US")


def _likely(language: str) -> str | None:
    likely = get_global("likely_subtags").get(language.split("-")[0].lower())
    return str(likely) if likely else None


def machine_zone() -> str:
    """The time zone this machine is set to, 'UTC' where it cannot be told."""
    try:
        from tzlocal import get_localzone_name

        name = get_localzone_name()
    except (ImportError, LookupError, ValueError):
        return "UTC"
    return name if name in zoneinfo.available_timezones() and not name.startswith("Etc/") else "UTC"


@cache
def region_choices(language: str = "en") -> list[tuple[str, str]]:
    """(ISO code, name) of every region that phone numbers are known for, by name."""
    import phonenumbers

    names = Locale.parse(language).territories
    return sorted(((code, names.get(code, code)) for code in phonenumbers.SUPPORTED_REGIONS), key=lambda pair: pair[1])


_OLD_NAMES = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/")


@cache
def zone_choices() -> list[tuple[str, str]]:
    """(name, name as one reads it) of every time zone of a continent or ocean, and UTC."""
    named = [zone for zone in sorted(zoneinfo.available_timezones()) if "/" in zone and not zone.startswith(_OLD_NAMES)]
    return [(zone, zone.replace("_", " ")) for zone in [*named, "UTC"]]
