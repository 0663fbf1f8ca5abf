import pytest
from django.apps import apps

from tests.cast import network_of
from wellkept.domain.accounts.models import Kept, Network, User
from wellkept.domain.contacts.models import Contact

ADA = {
    "name": "Ada Quill", "email": "ada@example.org", "password": "a long enough pass phrase",
    "time_zone": "Europe/Vienna", "week_start": "0", "phone_region": "AT",
}  # fmt: skip


@pytest.fixture
def small_sample(monkeypatch):
    """A sample of one, so that the tests need not wait for three hundred."""
    from tests.cast import contact

    monkeypatch.setattr(
        "wellkept.domain.sample.making.make_sample", lambda *, network, by, today: contact(network, by, "Sam", "Ple")
    )


def counts():
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if issubclass(model, Kept) or model in {User, Network}
    }


@pytest.mark.django_db
def test_a_guest_looks_around_and_leaves_no_trace(client, small_sample):
    before = counts()
    assert client.post("/sample")["Location"] == "/"
    assert User.objects.get().is_guest
    assert Contact._base_manager.filter(given="Sam").exists()

    assert client.post("/sample/leave")["Location"] == "/welcome"
    assert counts() == before
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_guest_who_makes_an_account_takes_nothing_of_the_sample_along(client, small_sample):
    client.post("/sample")
    client.post("/welcome", ADA)

    assert not User.objects.get().is_guest
    assert Network.objects.get().kind == Network.Kind.OWN
    assert not Contact._base_manager.filter(given="Sam").exists()


def test_a_user_visits_the_sample_and_returns_to_their_own_network(page, ada, ana, small_sample):
    page.post("/sample")
    assert page.get(f"/contacts/{ana.pk}").status_code == 404
    sam = Contact._base_manager.get(given="Sam")
    assert sam.network.kind == Network.Kind.SAMPLE

    page.post("/sample/leave")
    assert page.get(f"/contacts/{sam.pk}").status_code == 404
    assert list(Network.objects.filter(owner=ada.user)) == [network_of(ada)]
    assert Contact._base_manager.filter(pk=ana.pk).exists()


def test_once_there_is_an_account_strangers_cannot_fill_the_disk_with_samples(client, ada, small_sample):
    assert client.post("/sample")["Location"] == "/sign-in"
    assert not User.objects.filter(is_guest=True).exists()


@pytest.mark.django_db
def test_no_more_than_ten_samples_an_hour_from_one_address(client, small_sample):
    for _ in range(11):
        client.logout()
        client.post("/sample")

    assert User.objects.count() == 10


@pytest.mark.django_db
def test_the_real_sample_is_worth_seeing(client):
    client.post("/sample")
    page = client.get("/")

    assert page.status_code == 200
    assert "These people are invented." in page.content.decode()
    assert Contact._base_manager.filter(is_me=False).count() >= 250
