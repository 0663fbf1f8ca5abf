import pytest

from tests.cast import contact, network_of
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Decision, NextStep
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.history.models import Act
from wellkept.domain.recall.keeping import keep_source
from wellkept.domain.recall.models import Remembered
from wellkept.domain.recall.remembering import Said, remember, say
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def kept(network, ada, walk, today):
    """Of Blue Kettle: Fern would surely answer, Tom hardly; both long silent."""
    kettle = walk["Blue Kettle"]
    fern, tom = remember(source=kettle, text="Fern Moss\nTom Baker", by=ada, today=today)
    said = {fern.pk: Said("long", "surely"), tom.pk: Said("years", "hardly")}
    say(source=kettle, said=said, by=ada, today=today)
    keep_source(source=kettle, by=ada, today=today)
    return kettle


def who(name):
    return Contact.objects.get(display=name)


def test_the_cadence_of_the_circle_is_proposed_and_the_user_confirms(page, kept):
    content = page.get(f"/interview/{kept.pk}/cadences").content.decode()
    assert "twice a year" in content
    assert f'value="{who("Fern Moss").pk}" checked' in content
    assert f'value="{who("Tom Baker").pk}">' in content
    assert not Decision.objects.exists()

    page.post(f"/interview/{kept.pk}/cadences", {"contact": [who("Fern Moss").pk]})
    assert [(one.contact.display, one.kind) for one in Decision.objects.all()] == [("Fern Moss", "circle")]


def test_it_is_undone_in_one_step(page, kept):
    people = [who("Fern Moss").pk, who("Tom Baker").pk]
    page.post(f"/interview/{kept.pk}/cadences", {"contact": people})
    page.post(f"/history/{Act.objects.latest('pk').pk}/undo")

    assert not Decision.objects.exists()


def test_where_there_is_nobody_to_decide_on_it_goes_on(page, kept, walk, network):
    page.post(f"/interview/{kept.pk}/cadences", {"contact": [who("Fern Moss").pk, who("Tom Baker").pk]})
    assert page.get(f"/interview/{kept.pk}/cadences")["Location"] == f"/interview/{walk['Family'].pk}"


def test_a_circle_without_a_cadence_proposes_none(page, kept):
    Circle.objects.filter(key="past-co-workers").update(cadence_days=None)

    assert page.get(f"/interview/{kept.pk}/cadences").status_code == 302


def test_somebody_elses_contact_is_not_decided_on(page, kept, ben):
    dana = contact(network_of(ben), ben, "Dana", "Stranger")
    assert page.post(f"/interview/{kept.pk}/cadences", {"contact": [dana.pk]}).status_code == 404


def test_at_the_end_stand_those_who_would_answer_with_what_was_remembered(page, kept, today):
    content = page.get("/interview/end").content.decode()

    assert "Fern Moss" in content and "Tom Baker" not in content
    assert "You remembered them from Blue Kettle; they would surely answer." in content
    assert "Last spoken: long ago, as you said on" in content


def test_the_contacts_page_tells_what_was_remembered_and_makes_no_talk_of_it(page, kept):
    content = page.get(f"/contacts/{who('Fern Moss').pk}").content.decode()

    assert "as you remembered it on" in content and "long ago" in content
    assert "Remembered in the memory interview on" in content


def test_put_into_the_week_it_is_the_next_step_of_now(page, kept, network):
    remembered = Remembered.objects.get(name="Fern Moss")
    page.post(f"/interview/remembered/{remembered.pk}/week")

    step = NextStep.objects.get(contact=who("Fern Moss"))
    assert (step.on, "You remembered them from Blue Kettle" in step.what) == (network.today(), True)
    assert "planned for" in page.get("/interview/end").content.decode()
    assert "Fern Moss" in page.get("/").content.decode()
    page.post(f"/history/{Act.objects.latest('pk').pk}/undo")
    assert not NextStep.objects.exists()


def test_whom_one_spoke_to_since_or_will_never_is_not_there(page, kept, network, ada):
    now = network.today()
    record_interaction(network=network, contacts=[who("Fern Moss")], kind="call", on=now, body="", by=ada, today=now)
    assert "Fern Moss" not in page.get("/interview/end").content.decode()


def test_whom_one_never_wants_to_be_asked_about_is_not_there(page, kept, network, ada):
    decide(contacts=[who("Fern Moss")], kind="never", by=ada, today=network.today())

    assert "Fern Moss" not in page.get("/interview/end").content.decode()


def test_a_name_whose_contact_is_gone_is_said_to_be(page, kept):
    remembered = Remembered.objects.get(name="Fern Moss")
    Remembered.objects.filter(pk=remembered.pk).update(contact=None)
    page.post(f"/interview/remembered/{remembered.pk}/week")

    assert "Fern Moss is no contact any more." in page.get("/interview/end").content.decode()


def test_before_anything_was_said_the_end_is_empty(page, network):
    assert "Nobody yet" in page.get("/interview/end").content.decode()


def test_the_end_is_shown_with_few_queries(page, kept, django_assert_max_num_queries):
    page.get("/interview/end")
    with django_assert_max_num_queries(14):
        page.get("/interview/end")
