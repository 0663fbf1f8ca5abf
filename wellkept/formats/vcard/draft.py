"""A person in the making: the card it is made of, and what has to wait until the last property is seen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wellkept.formats.person import Address, DatedOccasion, Labelled, Person, Position, Problem
from wellkept.formats.vcard.cards import Card, Property
from wellkept.formats.vcard.labels import label_of, label_of_group, preference
from wellkept.formats.vcard.texts import plain, split


@dataclass(slots=True)
class Ranked:
    """Values with how much each is preferred; the order of the card decides between equals."""

    entries: list[tuple[int, Labelled]] = field(default_factory=list)

    def in_order(self) -> list[Labelled]:
        """Each value once: iPhones write a handle twice, with its label and in a property of its service."""
        if len(self.entries) < 2:
            return [value for _, value in self.entries]
        self.entries.sort(key=lambda entry: entry[0])
        labelled = {value.value for _, value in self.entries if value.label}
        found = (value for _, value in self.entries if value.label or value.value not in labelled)
        return list(dict.fromkeys(found))


@dataclass(slots=True)
class Draft:
    card: Card
    person: Person
    old: bool = False
    group_labels: dict[str, str] = field(default_factory=dict)
    used_labels: set[str] = field(default_factory=set)
    kept_groups: set[str] = field(default_factory=set)
    display: str = ""
    parts: list[str] = field(default_factory=list)
    nicknames: list[str] = field(default_factory=list)
    phonetic_given: str = ""
    phonetic_family: str = ""
    company: bool = False
    emails: Ranked = field(default_factory=Ranked)
    phones: Ranked = field(default_factory=Ranked)
    links: Ranked = field(default_factory=Ranked)
    addresses: list[tuple[Property, Address]] = field(default_factory=list)
    mailing_labels: list[tuple[Property, str]] = field(default_factory=list)
    organizations: list[tuple[str, str, str]] = field(default_factory=list)
    titles: list[tuple[str, str]] = field(default_factory=list)
    roles: list[Property] = field(default_factory=list)
    department: str = ""
    position_facts: dict[str, Position] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    # Sets that keep their order.
    dates: dict[DatedOccasion, None] = field(default_factory=dict)
    groups: dict[str, None] = field(default_factory=dict)
    interests: dict[str, None] = field(default_factory=dict)
    born: DatedOccasion | None = None

    def text(self, prop: Property) -> str:
        return plain(prop.value, letters=not (self.old and prop.quoted_printable))

    def pieces(self, prop: Property) -> list[str]:
        """The components of a structured value (RFC 6350 section 3.3)."""
        letters = not (self.old and prop.quoted_printable)
        return [plain(piece, letters=letters) for piece in split(prop.value, ";")]

    def listed(self, prop: Property) -> list[str]:
        """The values of a list; vCard 2.1 programs also use semicolons."""
        pieces = split(prop.value, ",")
        if self.old:
            pieces = [part for piece in pieces for part in split(piece, ";")]
        found = (plain(piece, letters=not (self.old and prop.quoted_printable)) for piece in pieces)
        return [piece for piece in found if piece]

    def label(self, prop: Property) -> str:
        """What the owner calls the value: the X-ABLabel of its group, else its types."""
        if prop.group:
            label = self.group_labels.get(prop.group.lower())
            if label is not None:
                self.used_labels.add(prop.group.lower())
                return label
        return label_of(prop.types) if prop.params else ""

    def rank(self, prop: Property) -> int:
        if not prop.params:
            return 101
        return preference(prop.types, prop.params.get("PREF", ("",))[0])

    def keep(self, prop: Property) -> None:
        """What Person has no place for stays as the line it was."""
        self.person.extras.append(prop.line.replace("\r", "\\n") if "\r" in prop.line else prop.line)
        if prop.group:
            self.kept_groups.add(prop.group.lower())

    def problem(self, name: str, message: str) -> None:
        self.person.problems.append(Problem(self.person.row, name, message))

    def collect_labels(self) -> None:
        for prop in self.card.properties:
            if prop.name == "X-ABLABEL" and prop.group:
                self.group_labels.setdefault(prop.group.lower(), label_of_group(self.text(prop)))

    def keep_unused_labels(self) -> None:
        """A label nobody used, or one whose property was kept as it stands, is kept with it."""
        for prop in self.card.properties:
            if prop.name == "X-ABLABEL":
                group = prop.group.lower()
                if group not in self.used_labels or group in self.kept_groups:
                    self.person.extras.append(prop.line)

    def all_addresses(self) -> list[Address]:
        """Addresses with the mailing labels that belong to them: of the same group, of the same kind, or the only one."""
        found = [address for _, address in self.addresses]
        if not self.mailing_labels:
            return found
        by_group: dict[str, list[int]] = {}
        by_label: dict[str, list[int]] = {}
        for number in reversed(range(len(found))):
            if not found[number].formatted:
                by_group.setdefault(self.addresses[number][0].group.lower(), []).append(number)
                by_label.setdefault(found[number].label, []).append(number)
        by_group.pop("", None)
        for prop, text in self.mailing_labels:
            label = self.label(prop)
            number = self._free(by_group.get(prop.group.lower(), []), found)
            if number < 0:
                number = self._free(by_label.get(label, []), found)
            if number < 0:
                found.append(Address(label=label, formatted=text))
            else:
                found[number] = replace(found[number], formatted=text)
        return found

    @staticmethod
    def _free(numbers: list[int], found: list[Address]) -> int:
        """The next of these addresses that has no mailing label yet, or -1."""
        while numbers:
            number = numbers.pop()
            if not found[number].formatted:
                return number
        return -1

    def all_positions(self) -> list[Position]:
        """Organizations joined with titles: those of one group first, the others in their order (RFC 6350 section 6.6)."""
        titles = list(self.titles)
        rows: list[tuple[str, str, str, str]] = []
        grouped = {group.lower(): text for group, text in reversed(titles) if group}
        org_groups = {group.lower() for group, _, _ in self.organizations if group}
        loose = [text for group, text in titles if not group or group.lower() not in org_groups]
        loose.reverse()
        for group, organization, department in self.organizations:
            own = grouped.get(group.lower()) if group else None
            facts = group and group.lower() in self.position_facts
            title = own if own is not None else (loose.pop() if loose and not facts else "")
            rows.append((group, organization, department, title))
        rows += [("", "", "", text) for text in reversed(loose)]
        for prop in self.roles:
            if rows and not rows[0][3]:
                rows[0] = (*rows[0][:3], self.text(prop))
            elif not rows:
                rows.append((prop.group, "", "", self.text(prop)))
            else:
                self.keep(prop)
        return [self._position(number, *row) for number, row in enumerate(rows)]

    def _position(self, number: int, group: str, organization: str, department: str, title: str) -> Position:
        if not number and not department:
            department = self.department
        facts = self.position_facts.get(group.lower()) if group else None
        if facts:
            return replace(facts, organization=organization, title=title, department=department)
        return Position(organization=organization, title=title, department=department)
