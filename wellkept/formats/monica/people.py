"""Contacts as persons, and the facts beside them."""

from __future__ import annotations

import re

from wellkept.formats.emails import normal_email, not_a_person
from wellkept.formats.monica.source import (
    Record,
    Source,
    day,
    moment,
    number,
    partial,
    plain,
    strings,
    text,
    truth,
)
from wellkept.formats.monica.values import Facts, StoredFile
from wellkept.formats.person import (
    Address,
    DatedOccasion,
    Labelled,
    Name,
    PartialDate,
    Person,
    Photo,
    Position,
    Problem,
)
from wellkept.formats.vcard import people as people_of_cards

# Where Monica itself links a handle to.
_HOMES = {
    "facebook": "https://www.facebook.com/",
    "twitter": "https://twitter.com/",
    "whatsapp": "https://wa.me/",
    "telegram": "https://t.me/",
    "linkedin": "https://www.linkedin.com/in/",
}
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|www\.|[\w-]+\.[a-z]{2,}/", re.IGNORECASE)
# Columns that are modelled, or that Monica keeps for itself.
_KNOWN = {
    "id", "key", "uuid", "account_id", "created_at", "updated_at", "first_name", "middle_name", "last_name", "nickname",
    "description", "is_starred", "is_partial", "is_active", "is_dead", "job", "company", "food_preferences",
    "last_talked_to", "last_consulted_at", "number_of_views", "stay_in_touch_frequency", "stay_in_touch_trigger_date",
    "vcard", "distant_etag", "tags", "gender", "gender_id", "birthdate", "deceased_date", "first_met_date",
    "first_met_through", "first_met_where", "first_met_additional_info", "avatar_photo", "photos", "documents", "avatar",
    "avatar_source", "avatar_gravatar_url", "avatar_adorable_uuid", "avatar_adorable_url", "avatar_default_url",
    "avatar_photo_id", "has_avatar", "avatar_external_url", "avatar_file_name", "avatar_location", "gravatar_url",
    "default_avatar_color", "has_avatar_bool", "birthday_special_date_id", "birthday_reminder_id",
    "deceased_special_date_id", "deceased_reminder_id", "deceased_reminder", "first_met_special_date_id",
    "first_met_reminder_id", "first_met_reminder", "first_met_through_contact_id", "address_book_id",
}  # fmt: skip


def to_person(row: int, contact: Record, source: Source, photos: dict[str, StoredFile]) -> Person:
    """The contact with its own fields, addresses and pets."""
    person = Person(row=row, source_key=str(contact["key"]), name=_name(contact))
    own = person.source_key
    for field in source.parts.get("contact_field", {}).get(own, []):
        _add_field(person, field)
    for address in source.parts.get("address", {}).get(own, []):
        _add_address(person, address)
    company, job = text(contact, "company"), text(contact, "job")
    if company or job:
        person.positions.append(Position(company, job))
    for each in source.parts.get("occupation", {}).get(own, []):
        _add_occupation(person, each)
    _add_birthday(person, contact.get("birthdate"))
    person.groups = list(dict.fromkeys(strings(contact.get("tags"))))
    person.notes = text(contact, "description")
    _add_custom(person, contact, source)
    _add_photo(person, contact, photos)
    _keep(person, contact)
    if person.empty:
        person.problems.append(Problem(row, "", "the contact has no name and nothing else"))
    person.set_aside = not_a_person(person)
    return person


def to_facts(contact: Record) -> Facts:
    """An inactive contact is what Monica calls archived. Without a word on it a contact is active."""
    met = contact.get("first_met_date")
    return Facts(
        cadence_days=number(contact, "stay_in_touch_frequency"),
        next_touch_on=day(contact, "stay_in_touch_trigger_date"),
        last_talked_on=day(contact, "last_talked_to"),
        archived=contact.get("is_active") is not None and not truth(contact, "is_active"),
        starred=truth(contact, "is_starred"),
        partial=truth(contact, "is_partial"),
        dead=truth(contact, "is_dead"),
        died=partial(contact.get("deceased_date")),
        first_met=partial(met),
        first_met_through=text(contact, "first_met_through"),
        first_met_where=text(contact, "first_met_where"),
        first_met_note=text(contact, "first_met_additional_info"),
        created_at=moment(contact, "created_at"),
        photos=tuple(strings(contact.get("photos"))),
        documents=tuple(strings(contact.get("documents"))),
    )


def user_as_person(user: Record) -> Person | None:
    """The account's user, where no contact was said to be them."""
    given, family = text(user, "first_name"), text(user, "last_name")
    email = normal_email(text(user, "email"))
    if not (given or family or email):
        return None
    display = " ".join(part for part in (given, family) if part)
    emails = [Labelled(email)] if email else []
    return Person(source_key=text(user, "key"), name=Name(display=display, given=given, family=family), emails=emails)


def _name(contact: Record) -> Name:
    given, middle, family = (text(contact, f"{part}_name") for part in ("first", "middle", "last"))
    display = " ".join(" ".join(part for part in (given, middle, family) if part).split())
    return Name(display=display, given=given, additional=middle, family=family, nickname=text(contact, "nickname"))


def _add_field(person: Person, field: Record) -> None:
    value, name = text(field, "data"), text(field, "type_name")
    kind = text(field, "type").lower() or {"mailto:": "email", "tel:": "phone"}.get(text(field, "protocol").lower(), "")
    if not value:
        return
    if kind == "email":
        if normal_email(value):
            person.emails.append(Labelled(value))
        else:
            person.problems.append(Problem(person.row, "email", f"“{value[:80]}” is no e-mail address"))
            person.extras.append(f"E-mail: {value}")
    elif kind == "phone":
        person.phones.append(Labelled(value, "" if name.lower() == "phone" else name))
    elif _ADDRESS.match(value):
        person.links.append(Labelled(value, name))
    elif name.lower() in _HOMES:
        handle = re.sub(r"\D", "", value) if name.lower() == "whatsapp" else value.lstrip("@")
        person.links.append(Labelled(f"{_HOMES[name.lower()]}{handle}" if handle else value, name))
    else:
        person.custom.append(Labelled(value, name))


def _add_address(person: Person, address: Record) -> None:
    street, city, region, postcode, country = (
        text(address, column) for column in ("street", "city", "province", "postal_code", "country")
    )
    if street or city or region or postcode or country:
        label = text(address, "name")
        person.addresses.append(Address(label, "", "", street, city, region, postcode, country))


def _add_occupation(person: Person, each: Record) -> None:
    """Jobs of the table that Monica's pages never show, and its API fills."""
    started, ended = (_whole(each, column) for column in ("start_date", "end_date"))
    position = Position(
        organization=text(each, "company"),
        title=text(each, "title"),
        started=started,
        ended=ended,
        current=truth(each, "currently_works_here") or not ended,
        description=text(each, "description"),
    )
    if (position.organization, position.title) not in [(one.organization, one.title) for one in person.positions]:
        person.positions.append(position)


def _whole(record: Record, name: str) -> PartialDate:
    on = day(record, name)
    return PartialDate(on.year, on.month, on.day) if on else PartialDate()


def _add_birthday(person: Person, birthdate: object) -> None:
    """A birthday that Monica reckoned from an age is none: the age is kept as it was said."""
    if not isinstance(birthdate, dict):
        return
    if truth(birthdate, "is_age_based"):
        born, said = day(birthdate, "date"), day(birthdate, "created_at")
        if born and said and 0 <= said.year - born.year < 150:
            person.custom.append(Labelled(f"about {said.year - born.year} years old in {said.year}", "age"))
        elif born:
            person.custom.append(Labelled(f"born about {born.year}", "age"))
        return
    if on := partial(birthdate):
        person.dates.append(DatedOccasion("birthday", on))
    elif written := text(birthdate, "date"):
        person.problems.append(Problem(person.row, "birthday", f"“{written[:40]}” is no date"))
        person.extras.append(f"birthday: {written}")


def _add_custom(person: Person, contact: Record, source: Source) -> None:
    for label, value in (("food preferences", text(contact, "food_preferences")), ("gender", text(contact, "gender"))):
        if value:
            person.custom.append(Labelled(value, label))
    for pet in source.parts.get("pet", {}).get(person.source_key, []):
        name, category = text(pet, "name"), text(pet, "category")
        if name or category:
            person.custom.append(Labelled(f"{name} ({category})" if name and category else name or category, "pet"))


def _add_photo(person: Person, contact: Record, photos: dict[str, StoredFile]) -> None:
    """The avatar that was chosen, else the only photo there is."""
    chosen = text(contact, "avatar_photo")
    own = strings(contact.get("photos"))
    found = photos.get(chosen or (own[0] if len(own) == 1 else ""))
    if found and found.data:
        person.photo = Photo(found.data, found.media_type)


def _keep(person: Person, contact: Record) -> None:
    """What is not modelled: unknown columns, and what a CardDAV client stored beyond what Monica knows."""
    for name, value in contact.items():
        if name not in _KNOWN and (said := plain(value)):
            person.extras.append(f"{name}: {said}")
    card = text(contact, "vcard")
    for stored in people_of_cards(card.encode("utf-8", "replace")) if card else ():
        person.extras += [line for line in stored.extras if not line.upper().startswith(("REV", "PRODID", "SOURCE"))]
        break
