"""Who is at an organization, and who was."""

from __future__ import annotations

from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.editing import edit_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.rosters import organization_keys, roster, with_counts
from wellkept.domain.contacts.written import Entry, Sheet
from wellkept.formats.person import Name, PartialDate, Person, Position


def add(ada, network, given, *positions):
    return add_contact(network=network, person=Person(name=Name(given=given), positions=list(positions)), by=ada)


def test_an_organization_tells_who_is_there_who_was_and_who_studied(ada, network):
    add(ada, network, "Ana", Position("Kettle", title="Cook"), Position("Kettle", current=False))
    add(ada, network, "Bruno", Position("Kettle", ended=PartialDate(2019)))
    add(ada, network, "Chen", Position("Kettle", kind="education", current=False))
    archive(contacts=[add(ada, network, "Dora", Position("Kettle"))], by=ada)
    mine = Sheet(name=Name(given="Ada"), positions=[Entry(None, Position("Kettle", ended=PartialDate(2015)))])
    edit_contact(contact=own_card(network=network), sheet=mine, by=ada)

    found = roster(Organization.objects.get())

    def names(rows):
        return [row.contact.given for row in rows]

    assert (names(found.here), names(found.before), names(found.studied)) == (["Ana"], ["Bruno"], ["Chen"])
    assert names(found.own) == ["Ada"] and found.more == 0
    (counted,) = with_counts([Organization.objects.get().pk])
    assert (counted.here, counted.everybody) == (1, 3)


def test_organizations_come_with_the_most_people_first_or_by_name(ada, network, django_assert_max_num_queries):
    add(ada, network, "Ana", Position("Zebra"))
    add(ada, network, "Bruno", Position("Zebra"))
    add(ada, network, "Chen", Position("Anvil GmbH"))
    with django_assert_max_num_queries(2):
        assert [o.name for o in with_counts(list(organization_keys(network)))] == ["Zebra", "Anvil GmbH"]
    by_name = with_counts(list(organization_keys(network, by_name=True)))
    assert [o.name for o in by_name] == ["Anvil GmbH", "Zebra"]
    assert list(organization_keys(network, words="nvi gm")) == [by_name[0].pk]
