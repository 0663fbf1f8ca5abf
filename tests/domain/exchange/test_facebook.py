"""Facebook's friends: names and a day, and nothing else to know them by."""

from __future__ import annotations

import json
from datetime import date

from tests.domain.exchange.conftest import zipped
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRow, ImportRun

MARCH, APRIL = 1_551_690_000, 1_554_370_000


def friends(*each: tuple[str, int]) -> str:
    return json.dumps({"friends_v2": [{"name": name, "timestamp": stamp} for name, stamp in each]})


FIRST = friends(("Ana Souza", MARCH), ("Bruno Kov\u00c3\u00a1cs", APRIL))


def test_friends_are_added_with_the_day_of_the_friendship_and_once(bring_one):
    report = bring_one("your_friends.json", FIRST)
    assert (report.kind, report.rows, report.added) == ("facebook.friends", 2, 2)
    assert list(Contact.objects.filter(is_me=False).order_by("pk").values_list("display", "connected_on")) == [
        ("Ana Souza", date(2019, 3, 4)),
        ("Bruno Kovács", date(2019, 4, 4)),
    ]
    again = bring_one("your_friends.json", FIRST)
    assert (again.rows, again.unchanged) == (2, 2)


def test_a_name_alone_merges_with_nobody(bring_one):
    bring_one("people.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Souza\r\nN:Souza;Ana;;;\r\nEND:VCARD\r\n")
    assert bring_one("your_friends.json", FIRST).added == 2
    assert Contact.objects.filter(display="Ana Souza").count() == 2


def test_who_is_no_friend_any_more_is_told_and_kept(bring_one):
    bring_one("your_friends.json", FIRST)
    report = bring_one("your_friends.json", friends(("Ana Souza", MARCH), ("Chen Wei", APRIL)))
    assert (report.added, report.unchanged) == (1, 1)
    assert ImportRow.objects.get(outcome="missing").label == "Bruno Kovács"
    assert Contact.objects.filter(given="Bruno").exists()


def test_the_archive_is_read_and_its_other_lists_are_left(bring):
    reports = bring(
        "facebook.zip",
        zipped(
            connections__friends__your_friends__json=FIRST,
            ads__json='{"advertisers": [{"name": "Shop", "id": 1}]}',
        ),
    )
    assert [(report.kind, report.added) for report in reports] == [("facebook.friends", 2)]
    assert ImportRun.objects.get(entry="ads.json").options["unused"]


def test_html_instead_of_json_is_told(bring_one):
    report = bring_one("your_friends.html", "<html><body>Ana Souza</body></html>")
    assert "choose JSON" in report.problems[0]["message"]
    report = bring_one("facebook.zip", zipped(your_friends__html="<html>Ana, Souza</html>"))
    assert "choose JSON" in report.problems[0]["message"]


def test_some_other_json_is_no_table(bring_one):
    report = bring_one("settings.json", '{"name": "Ana", "email": "ana@example.org"}')
    assert report.kind == ""
    assert report.problems
