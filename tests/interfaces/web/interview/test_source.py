import pytest
from django.test import Client

from tests.cast import contact, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.models import CircleMembership, Contact
from wellkept.domain.history.models import Act
from wellkept.domain.recall.laying import lay_walk
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.remembering import remember


def row(name):
    return Remembered.objects.get(name=name)


def test_names_are_put_on_the_list_and_who_is_here_is_shown(page, ana, walk, tell):
    acme = walk["Acme"]
    assert tell(acme, names="Ana Souza\nFern Moss, Blue Kettle")["Location"] == f"/interview/{acme.pk}"

    content = page.get(f"/interview/{acme.pk}").content.decode()
    assert content.count("is already here") == 1
    assert "Who hired you, and who sat beside you?" in content
    assert row("Fern Moss").organization == "Blue Kettle"
    assert Contact.objects.filter(is_me=False).count() == 1


def test_what_is_said_is_saved_with_every_press(page, walk, tell):
    acme = walk["Acme"]
    tell(acme, names="Fern Moss\nTom")
    fern, tom = row("Fern Moss").pk, row("Tom").pk
    said = {f"spoken-{fern}": "years", f"would-{fern}": "surely", f"spoken-{tom}": "", f"would-{tom}": ""}
    answer = tell(acme, "later", names="Kim", **said)

    assert answer["Location"] == "/interview"
    assert (row("Fern Moss").spoken, row("Fern Moss").would_answer) == ("years", "surely")
    assert Remembered.objects.filter(source=acme).count() == 3
    assert "3 names" in page.get("/interview").content.decode()


def test_a_change_is_saved_by_itself_and_leaves_the_page_alone(page, walk, tell):
    acme = walk["Acme"]
    tell(acme, names="Fern Moss")
    fern = row("Fern Moss").pk
    said = {f"spoken-{fern}": "long", f"would-{fern}": "perhaps", "names": "Tom"}
    answer = page.post(f"/interview/{acme.pk}", said, headers={"HX-Request": "true"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert row("Fern Moss").spoken == "long"
    tell(acme, names="Tom")
    assert Remembered.objects.filter(name="Tom").count() == 1


def test_kept_they_are_contacts_in_the_circle_and_one_undo_takes_it_back(page, ana, walk, tell):
    kettle = walk["Blue Kettle"]
    tell(kettle, names="Ana Souza\nFern Moss")
    answer = tell(kettle, "keep")

    assert answer["Location"] == f"/interview/{kettle.pk}/cadences"
    assert Contact.objects.filter(display="Fern Moss").exists()
    assert CircleMembership.objects.filter(contact=ana, circle__key="past-co-workers").exists()
    page.post(f"/history/{Act.objects.latest('pk').pk}/undo")
    assert not Contact.objects.filter(display="Fern Moss").exists()
    assert [one.name for one in Remembered.objects.filter(source=kettle)] == ["Ana Souza", "Fern Moss"]


def test_names_still_in_the_column_are_kept_with_the_others(walk, tell):
    tell(walk["Blue Kettle"], "keep", names="Fern Moss")

    assert Contact.objects.filter(display="Fern Moss").exists()


def test_which_of_two_is_asked_before_anybody_is_kept(page, network, ada, walk, tell):
    one, other = contact(network, ada, "Bo", "Lind"), contact(network, ada, "Bo", "Lind", location="Vienna")
    acme = walk["Acme"]
    tell(acme, names="Bo Lind\nFern Moss")
    assert tell(acme, "keep")["Location"] == f"/interview/{acme.pk}"
    content = page.get(f"/interview/{acme.pk}").content.decode()
    assert "Say who is meant first: Bo Lind" in content
    assert "Bo Lind, Vienna" in content

    said = {f"who-{row('Bo Lind').pk}": str(other.pk), f"spoken-{row('Bo Lind').pk}": ""}
    tell(acme, "keep", **said)
    assert row("Bo Lind").contact == other
    assert not CircleMembership.objects.filter(contact=one).exists()


def test_it_may_be_somebody_new(page, ana, walk, tell):
    acme = walk["Acme"]
    tell(acme, names="Ana Souza")
    tell(acme, "keep", **{f"who-{row('Ana Souza').pk}": "new", f"spoken-{row('Ana Souza').pk}": ""})

    assert Contact.objects.filter(display="Ana Souza").count() == 2


def test_a_name_is_taken_off(page, walk, tell):
    acme = walk["Acme"]
    tell(acme, names="Fern Moss\nTom")
    tell(acme, "", drop=str(row("Tom").pk))

    assert [one.name for one in Remembered.objects.all()] == ["Fern Moss"]


def test_a_source_is_skipped_and_taken_up_again(page, walk, tell):
    answer = tell(walk["Family"], "skip")
    assert answer["Location"] == f"/interview/{walk['Friends'].pk}"
    assert "skipped" in page.get("/interview").content.decode()

    page.post(f"/interview/{walk['Family'].pk}/again")
    assert Source.objects.get(kind="family").state == "open"


def test_after_five_minutes_it_asks_whether_that_is_enough(page, walk, tell, monkeypatch):
    monkeypatch.setattr("wellkept.interfaces.web.interview.sitting.time.time", lambda: 10_000)
    assert tell(walk["Family"], "skip", shown="9800")["Location"].startswith("/interview/")
    answer = tell(walk["Friends"], "skip", shown="9850")

    assert answer["Location"] == "/interview?enough=1"
    assert "Enough for today?" in page.get(answer["Location"]).content.decode()
    assert tell(walk["Harbour School"], "skip", shown="9990")["Location"].startswith("/interview/")
    assert Source.objects.get(kind="family").seconds == 200


@pytest.mark.parametrize("shown", ["", "x", "-5", "99999999999999", "20000", "1"])
def test_a_time_that_cannot_be_is_not_counted(walk, tell, shown, monkeypatch):
    monkeypatch.setattr("wellkept.interfaces.web.interview.sitting.time.time", lambda: 10_000)
    tell(walk["Family"], "skip", shown=shown)

    assert Source.objects.get(kind="family").seconds == 0


def test_bad_input_is_refused_with_a_word(page, walk, tell):
    acme = walk["Acme"]
    tell(acme, names="Fern Moss")
    fern = row("Fern Moss").pk
    tell(acme, **{f"spoken-{fern}": "yesterday", f"would-{fern}": ""})

    assert "“yesterday” is no answer." in page.get(f"/interview/{acme.pk}").content.decode()
    assert page.post(f"/interview/{acme.pk}", {f"spoken-{fern}": "", f"who-{fern}": "999999"}).status_code == 404
    assert page.post(f"/interview/{acme.pk}", {"drop": "999999"}).status_code == 404


def test_a_stranger_finds_neither_the_source_nor_the_names(ada, ben, walk, today):
    (remembered,) = remember(source=walk["Acme"], text="Fern Moss", by=ada, today=today)
    client = Client()
    client.force_login(ben.user)
    for address in (f"/interview/{walk['Acme'].pk}", f"/interview/{walk['Acme'].pk}/cadences"):
        assert client.get(address).status_code == 404
    theirs = network_of(ben)
    with inside(theirs):
        lay_walk(network=theirs, by=ben)
        own = Source.objects.first()
    assert client.post(f"/interview/{own.pk}", {"drop": str(remembered.pk)}).status_code == 404
    client.post(f"/interview/{own.pk}", {f"spoken-{remembered.pk}": "long"})
    assert client.post(f"/interview/remembered/{remembered.pk}/week").status_code == 404

    remembered.refresh_from_db()
    assert remembered.spoken == ""


def test_a_long_list_is_shown_with_few_queries(page, ada, ana, walk, today, django_assert_max_num_queries):
    acme = walk["Acme"]
    remember(source=acme, text="Ana Souza\n" + "\n".join(f"Name {chr(97 + n)}" for n in range(26)), by=ada, today=today)
    page.get(f"/interview/{acme.pk}")
    with django_assert_max_num_queries(16):
        page.get(f"/interview/{acme.pk}")
