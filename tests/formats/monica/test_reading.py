"""One account, told by both exports of Monica 4."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.monica.account import PIXEL, account, contact, uuid
from tests.formats.monica.as_json import to_json
from tests.formats.monica.as_sql import to_sql
from wellkept.formats.monica import Debt, Money, MonicaExport, Relationship, kind_of, read
from wellkept.formats.monica.source import named
from wellkept.formats.person import DatedOccasion, Labelled, Name, PartialDate, Photo, Position

ANA, BRUNO, PARTIAL, CHEN = (f"monica:{uuid(number)}" for number in (1, 2, 3, 5))


def test_contacts_are_read_with_their_fields() -> None:
    export = read(to_json(account()))
    ana = export.people[0]
    assert [person.source_key for person in export.people] == [ANA, BRUNO, PARTIAL, CHEN]
    assert ana.name == Name("Ana Souza", "Ana", "", "Souza", nickname="Aninha")
    assert [e.value for e in ana.emails] == ["ana@example.org"]
    assert [p.value for p in ana.phones] == ["+15550100"]
    assert ana.links == [Labelled("https://www.linkedin.com/in/ana-souza", "LinkedIn")]
    assert ana.positions == [Position("Well & Co", "Engineer")]
    assert ana.addresses[0].postcode == "01234"
    assert ana.groups == ["choir", "Öl"]
    assert ana.notes == "Sings.\nO'Hara's \\ \"choir\""
    assert ana.photo == Photo(PIXEL, "image/png")
    assert ana.custom == [
        Labelled("1e5", "Signal"),
        Labelled("no nuts", "food preferences"),
        Labelled("Woman", "gender"),
        Labelled("Rex", "pet"),
    ]


def test_a_birthday_is_exact_without_its_year_or_no_date_at_all() -> None:
    ana, bruno, partial, _ = read(to_sql(account())).people
    assert ana.dates == [DatedOccasion("birthday", PartialDate(1990, 2, 28))]
    assert bruno.dates == [DatedOccasion("birthday", PartialDate(None, 2, 28))]
    assert partial.dates == []
    assert Labelled("about 41 years old in 2021", "age") in partial.custom


def test_facts_tell_what_a_person_has_no_place_for() -> None:
    facts = read(to_json(account())).facts
    assert (facts[ANA].cadence_days, facts[ANA].next_touch_on) == (30, date(2022, 1, 2))
    assert (facts[ANA].first_met, facts[ANA].first_met_through) == (PartialDate(2015, 6, 1), BRUNO)
    assert (facts[ANA].starred, facts[ANA].archived, facts[BRUNO].archived) == (True, False, True)
    assert (facts[PARTIAL].partial, facts[ANA].partial) == (True, False)
    assert (facts[CHEN].dead, facts[CHEN].died) == (True, PartialDate(2020, 3, 4))


def test_where_one_met_is_in_the_sql_export() -> None:
    data = account()
    data["contacts"] = [{**c, "first_met_where": "Fair", "first_met_additional_info": "Rain"} for c in data["contacts"]]
    facts = read(to_sql(data)).facts[ANA]
    assert (facts.first_met_where, facts.first_met_note) == ("Fair", "Rain")


def test_the_own_contact_is_nobody_elses_company() -> None:
    export = read(to_json(account()))
    assert export.own is not None and export.own.name.display == "Ada Lee"
    assert export.interactions[0].contacts == (ANA, BRUNO)


def test_without_an_own_contact_the_user_stands_for_it() -> None:
    data = account()
    data["user"].pop("me")
    for export in (read(to_json(data)), read(to_sql(data))):
        assert export.own is not None
        assert [email.value for email in export.own.emails] == ["ada@example.org"]
        assert len(export.people) == 5


def test_activities_calls_and_days_of_conversations_are_interactions() -> None:
    export = read(to_json(account()))
    lunch, walk, call, first, second = export.interactions
    assert (lunch.kind, lunch.what, lunch.title, lunch.on) == (
        "met",
        "ate at a restaurant",
        "Lunch; with; all",
        date(2021, 7, 8),
    )
    assert walk.contacts == (CHEN,)
    assert (call.kind, call.direction, call.text) == ("call", "theirs", "Hi\nthere")
    assert call.at == datetime(2021, 8, 9, 10, 11, 12, tzinfo=UTC)
    assert (first.kind, first.what, first.direction, first.text) == ("message", "Signal", "both", "Hello\n\nHello you")
    assert (second.key, second.direction) == (f"monica:{uuid(1901)}:2021-09-02", "theirs")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("just_hung_out", "just hung out"),
        ("went_bar", "went to a bar"),
        ("did_sport_activities_together", "did sport together"),
        ("people.activity_type_ate_at_his_place", "ate at their place"),
        ("Sang in the choir", "Sang in the choir"),
        ("talked_at_home", "talked at home"),
    ],
)
def test_a_kind_of_activity_is_read_in_words_wherever_its_key_stands(key: str, words: str) -> None:
    assert named({"translation_key": key}) == named({"name": key}) == words


def test_the_rest_of_an_account_is_read() -> None:
    export = read(to_sql(account()))
    assert [(note.text, note.favourite, note.on) for note in export.notes] == [
        ("Likes *wells*", True, date(2021, 5, 6))
    ]
    choir, birthday = export.reminders
    assert (choir.unit, choir.every, choir.starts_on, choir.automatic) == ("month", 3, date(2022, 5, 1), False)
    assert (birthday.automatic, birthday.active) == (True, False)
    assert [(task.title, task.done, task.done_on) for task in export.tasks] == [
        ("Send the book", True, date(2021, 10, 10))
    ]
    assert [(gift.name, gift.status, gift.on) for gift in export.gifts] == [("Tea", "offered", date(2021, 12, 24))]
    assert export.debts[0].mine and not export.debts[0].settled
    assert (export.life_events[0].what, export.life_events[0].when) == ("new job", PartialDate(2020, 4, 1))
    assert [(page.title, page.on) for page in export.journal] == [("A day", date(2021, 11, 11))]
    assert export.relationships[0] == Relationship("monica:id:7:relationships:1", ANA, PARTIAL, "father")


def test_a_life_event_leaves_out_what_is_unknown_of_its_date() -> None:
    data = account()
    data["life_events"][0] |= {"happened_at_month_unknown": False, "happened_at_day_unknown": True}
    assert read(to_sql(data)).life_events[0].when == PartialDate(2020, 4, None)


def test_money_is_a_number_with_its_currency_or_said_to_be_in_the_smallest_unit() -> None:
    data = account()
    with_iso = to_json(data).replace(
        b'"status": "inprogress"', b'"status": "complete", "amount": 12.5, "currency": {"iso": "EUR"}'
    )
    debt = read(with_iso).debts[0]
    assert (debt.money, debt.settled) == (Money("12.5", "EUR"), True)
    data["debts"][0]["amount"] = 1250
    assert read(to_sql(data)).debts[0].money == Money("1250", "", minor=True)


def test_the_sql_export_says_that_pictures_are_missing() -> None:
    export = read(to_sql(account()))
    assert [photo.data for photo in export.photos] == [b""]
    assert "photos" in [problem.field for problem in export.problems]


def test_tables_with_a_prefix_are_read_alike() -> None:
    assert read(to_sql(account(), prefix="monica_")) == read(to_sql(account()))


def test_what_is_not_modelled_is_counted() -> None:
    data = to_sql(account()).replace(
        b"SET FOREIGN_KEY_CHECKS=1", b"INSERT INTO `kites` (`id`) VALUES (1),(2);\nSET X=1"
    )
    assert [(each.kind, each.count) for each in read(data).unmodelled] == [("kites", 2)]


def test_what_a_sync_client_stored_is_kept_as_extras() -> None:
    data = account()
    data["contacts"][1]["vcard"] = "BEGIN:VCARD\nVERSION:4.0\nFN:Bruno\nX-ODD:kept\nREV:1\nEND:VCARD\n"
    assert "X-ODD:kept" in read(to_json(data)).people[1].extras


def comparable(export: MonicaExport) -> dict[str, Any]:
    """All but what one of the two formats cannot say: uuids of records, pictures, and problems about them."""
    values = {
        each.name: getattr(export, each.name) for each in fields(export) if each.name not in {"photos", "problems"}
    }
    for name in (
        "interactions",
        "notes",
        "reminders",
        "tasks",
        "gifts",
        "debts",
        "life_events",
        "relationships",
        "pets",
        "journal",
    ):
        values[name] = [replace(each, key="") for each in values[name]]
    values["facts"] = {key: replace(facts, photos=()) for key, facts in export.facts.items()}
    values["people"] = [replace(person, photo=None) for person in export.people]
    return values


def test_both_exports_of_one_account_give_equal_values() -> None:
    assert comparable(read(to_json(account(), indent=2))) == comparable(read(to_sql(account())))


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40) | st.sampled_from(
    ["", "O'Hara", "\\'", "\\\\", "');", "(1,2)", "0x41", "NULL", "null", " 12 ", "-1.5e3", "+4366012", "a\r\nb", "\0", "# x", "/*"]
)  # fmt: skip


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXT, min_size=12, max_size=12))
def test_both_exports_agree_whatever_was_written(texts: list[str]) -> None:
    data = account()
    data["contacts"][1] = contact(
        2, *texts[:2], nickname=texts[2], description=texts[3], job=texts[4], food_preferences=texts[5]
    )
    data["notes"][0]["body"] = texts[6]
    data["activities"][0] |= {"summary": texts[7], "description": texts[8]}
    data["conversations"][0]["messages"][0]["content"] = texts[9]
    data["tasks"][0]["title"] = texts[10]
    data["journal"][0]["post"] = texts[11]
    assert comparable(read(to_json(data))) == comparable(read(to_sql(data)))


def test_an_export_read_twice_is_the_same() -> None:
    data = to_sql(account())
    assert read(data) == read(data)


def test_the_kind_of_a_file_is_known_from_its_beginning() -> None:
    assert kind_of(to_json(account())) == "json"
    assert kind_of(to_sql(account())) == "sql"
    assert kind_of(b'{"friends_v2": []}') == kind_of(b"BEGIN:VCARD") == kind_of(b"") == ""


def test_a_debt_is_theirs_unless_it_is_said_to_be_mine() -> None:
    data = account()
    data["debts"][0]["in_debt"] = False
    assert [replace(debt, key="") for debt in read(to_sql(data)).debts] == [
        Debt("", BRUNO, mine=False, created_on=date(2021, 5, 6))
    ]
