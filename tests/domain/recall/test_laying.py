import pytest

from tests.cast import network_of
from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.recall.laying import add_source, lay_walk, not_walked
from wellkept.domain.recall.models import Source


def walked(network):
    return [(source.kind, source.name) for source in Source.objects.filter(network=network)]


def test_the_walk_goes_through_the_users_own_jobs_and_schools_and_all_the_rest(network, ada, career):
    assert lay_walk(network=network, by=ada) == 14

    assert walked(network) == [
        ("family", ""), ("friends", ""), ("school", "Harbour School"), ("job", "Acme"), ("job", "Blue Kettle"),
        ("departments", ""), ("customers", ""), ("vendors", ""), ("professional", ""), ("associations", ""), ("events", ""),
        ("clubs", ""), ("community", ""), ("neighbours", ""),
    ]  # fmt: skip


def test_without_a_card_school_and_job_are_walked_as_one(network, ada):
    lay_walk(network=network, by=ada)

    assert ("school", "") in walked(network)
    assert ("job", "") in walked(network)


def test_nothing_is_laid_twice_and_what_came_since_is_added(network, ada, career):
    last = career.pop()
    last.delete()
    lay_walk(network=network, by=ada)
    assert lay_walk(network=network, by=ada) == 0
    assert not_walked(network=network) == []

    last.pk = None
    last.organization.name = "Evening School"
    last.organization.save()
    last.save()
    assert [str(one) for one in not_walked(network=network)] == ["Evening School"]
    assert lay_walk(network=network, by=ada) == 1
    assert ("school", "Evening School") in walked(network)


def test_a_job_that_went_off_the_card_stays_in_the_walk(network, ada, career, walk):
    career[1].delete()

    assert ("job", "Blue Kettle") in walked(network)


def test_a_source_of_ones_own_is_added_among_its_kind(network, ada, walk):
    add_source(network=network, kind="clubs", name=" Rowing  club ", by=ada)
    add_source(network=network, kind="job", name="The night shift", by=ada)

    names = [source.name for source in Source.objects.filter(network=network, kind__in=("clubs", "job"))]
    assert names == ["Acme", "Blue Kettle", "The night shift", "Rowing club", ""]


@pytest.mark.parametrize(("kind", "name"), [("job", ""), ("job", "  "), ("work", "Acme"), ("job", "ACME")])
def test_a_source_that_says_nothing_new_is_refused(network, ada, walk, kind, name):
    before = Source.objects.count()
    with pytest.raises(Refusal):
        add_source(network=network, kind=kind, name=name, by=ada)

    assert Source.objects.count() == before


def test_beginning_can_be_undone(network, ada, career):
    lay_walk(network=network, by=ada)
    undo(act=Act.objects.get(verb="recall"), by=Actor(ada.user))

    assert not Source.objects.exists()


def test_a_stranger_lays_nothing(network, ada, ben, career):
    with pytest.raises(Refusal):
        lay_walk(network=network, by=ben)
    with pytest.raises(Refusal):
        add_source(network=network, kind="job", name="Acme", by=ben)
    with inside(network_of(ben)):
        assert not Source.objects.exists()
    assert not Source.objects.exists()
