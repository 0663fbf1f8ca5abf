"""Organizations: one row for each, however its name is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.sameness import OrganizationName
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.names import fold, tidy

CHUNK = 500  # keys in one question to the database

# Legal forms at the end of a name, folded and without points; several words are joined by a space.
_FORMS = frozenset(
    form.strip()
    for form in """
    inc, incorporated, corp, corporation, co, company, llc, llp, lp, pllc, pc, ltd, limited, plc, cic, co ltd, pty, pty ltd, pvt, pvt ltd,
    private limited, pte, pte ltd, ulc, ltee, gmbh, mbh, ggmbh, gmbh co kg, co kg, kg, kgaa, ohg, gbr, ug, ug haftungsbeschrankt, haftungsbeschrankt,
    ag, se, eg, ev, egen, sa, sas, sasu, sarl, eurl, snc, sci, scop, spa, srl, srls, sapa, sl, slu, sau, sll, scp, lda, ltda, eireli, epp,
    sa de cv, s de rl, s de rl de cv, sapi de cv, sab de cv, bv, nv, vof, cv, bvba, vzw, asbl, oy, oyj, ab, as, asa, aps, ivs, hf, ehf, a s,
    sp z oo, spolka z oo, sp k, sp j, sro, as cz, spol s ro, doo, dd, jdoo, kft, zrt, nyrt, bt, ood, eood, ad, ead, srl d, uab, sia, ou, ooo,
    oao, zao, pao, jsc, pjsc, cjsc, ооо, оао, зао, пао, ао, тов, as tr, ltd sti, anonim sirketi, sdn bhd, bhd, tbk, kk, gk, sarlau, fze, fzco,
    fz llc, wll, s a, s r l, s p a, g m b h, b v, n v
    """.replace("\n", " ").split(",")
)  # fmt: skip
_LONGEST_FORM = max(form.count(" ") + 1 for form in _FORMS)
_FIRST_FORMS = frozenset({"pt", "ooo", "oao", "zao", "ооо", "оао", "зао", "пао", "ао", "тов", "uab", "sia"})
_EAST = re.compile(r"株式会社|有限会社|合同会社|（株）|\(株\)|股份有限公司|有限责任公司|有限公司|주식회사|\(주\)|㈜")


@lru_cache(maxsize=8192)
def organization_key(name: str) -> str:
    """The folded name without its legal form: 'Blue Kettle GmbH & Co. KG' and 'blue kettle' are one.

    A name that is nothing but a legal form stays as it is; '' only for an empty name.
    """
    whole = fold(name[:400])
    plain = re.sub(r"[.'’`´]", "", fold(_EAST.sub(" ", name[:400]))).replace("&", " ").replace("+", " plus ")
    words = re.sub(r"[^\w]+", " ", plain.replace("_", " ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    kept = _without_form(words)
    return (" ".join(kept) or " ".join(words) or whole)[:300]


def _without_form(words: list[str]) -> list[str]:
    kept = list(words)
    if len(kept) > 1 and kept[0] in _FIRST_FORMS:
        kept = kept[1:]
    while len(kept) > 1:
        for length in range(min(_LONGEST_FORM, len(kept) - 1), 0, -1):
            if " ".join(kept[-length:]) in _FORMS:
                kept = kept[:-length]
                break
        else:
            break
    while len(kept) > 1 and kept[-1] in ("and", "und", "et", "y"):
        kept = kept[:-1]
    return kept


def get_or_add_organizations(*, network: Network, names: Iterable[str], by: Actor | Acting) -> dict[str, Organization]:
    """The organization for each name as given; those not known are added. Names without a letter or digit are left out.

    The name of one that was merged leads to what it was merged into."""
    keys = {name: key for name in dict.fromkeys(names) if (key := organization_key(name))}
    wanted = list(dict.fromkeys(keys.values()))
    known: dict[str, Organization] = {}
    for start in range(0, len(wanted), CHUNK):
        for found in Organization.objects.filter(network=network, key__in=wanted[start : start + CHUNK]):
            known[found.key] = found
    known.update(_by_other_name(network, [key for key in wanted if key not in known]))
    fresh: dict[str, Organization] = {}
    for name, key in keys.items():
        if key not in known and key not in fresh:
            fresh[key] = Organization(network=network, name=tidy(name)[:300] or name[:300], key=key)
    if fresh:
        with acting(by, network, "add organizations", summary=_("Added organizations")) as act:
            act.add_all(fresh.values())
        known.update(fresh)
    return {name: known[key] for name, key in keys.items()}


def _by_other_name(network: Network, keys: list[str]) -> dict[str, Organization]:
    found: dict[str, Organization] = {}
    for start in range(0, len(keys), CHUNK):
        rows = OrganizationName.objects.filter(network=network, key__in=keys[start : start + CHUNK])
        found.update({row.key: row.organization for row in rows.select_related("organization")})
    return found


def edit_organization(*, organization: Organization, name: str, website: str, about: str, by: Actor | Acting) -> Acting:
    """Change what is written on an organization's page."""
    name = tidy(name)
    key = organization_key(name)
    if not key:
        raise Refusal(_("An organization needs a name."), field="name")
    if len(name) > 300:
        raise Refusal(_("This name is too long."), field="name")
    twin = Organization.objects.filter(network=organization.network, key=key).exclude(pk=organization.pk).first()
    if twin is not None:
        raise Refusal(_("There is an organization of this name already: %(name)s") % {"name": twin.name}, field="name")
    summary = _("Edited %(name)s") % {"name": name}
    with acting(by, organization.network, "edit organization", summary=summary) as act:
        act.edit(organization, name=name, key=key, website=website.strip()[:300], about=about.strip())
    return act
