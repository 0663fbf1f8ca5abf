from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from tests.cast import PASSWORD, contact, network_of, person
from wellkept.domain.accounts.joining import add_guest
from wellkept.domain.accounts.leaving import remove_account, remove_network, remove_stale_guests, remove_user
from wellkept.domain.accounts.models import Actor, Kept, Network, User
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.settling import set_password
from wellkept.domain.contacts.founding import found_network
from wellkept.domain.history.models import Act


def rows_of(network_id):
    return {
        model._meta.label: count
        for model in apps.get_models()
        if issubclass(model, Kept) and (count := model._base_manager.filter(network_id=network_id).count())
    }


@pytest.mark.django_db
def test_a_network_goes_with_every_row_and_leaves_the_others_alone(ada, ben):
    network, other = network_of(ada), network_of(ben)
    contact(network, ada, "Ana", "Souza")
    contact(other, ben, "Bruno", "Keller")
    before = rows_of(other.pk)
    remove_network(network=network)

    assert rows_of(network.pk) == {}
    assert rows_of(other.pk) == before
    assert not Network.objects.filter(pk=network.pk).exists()
    connection.check_constraints()


@pytest.mark.django_db
def test_nothing_of_a_network_stays_in_the_search_index(ada):
    network = network_of(ada)
    contact(network, ada, "Quintessa", "Zimmerfeld")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_contacts WHERE search_contacts MATCH 'zimmerfeld'")
        assert cursor.fetchone() == (1,)
        remove_network(network=network)
        cursor.execute("SELECT count(*) FROM search_contacts WHERE search_contacts MATCH 'zimmerfeld'")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_the_files_of_a_network_go_from_the_disk(ada, django_capture_on_commit_callbacks):
    from wellkept.domain.contacts.files import path_of, store_bytes

    network = network_of(ada)
    with scope(network=network):
        file = store_bytes(network=network, data=b"a photo", name="ana.png", media_type="image/png", by=ada)
    path = path_of(network.pk, file.sha256)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        remove_network(network=network)

    assert not path.exists()
    assert not (settings.FILES_FOLDER / str(network.pk)).exists()


@pytest.mark.django_db
def test_an_account_goes_only_on_its_password(ada):
    set_password(user=ada.user, password=PASSWORD)
    with pytest.raises(Refusal):
        remove_account(user=ada.user, password="not it")
    assert User.objects.filter(pk=ada.user.pk).exists()

    remove_account(user=ada.user, password=PASSWORD)
    assert not User.objects.filter(email="ada@example.org").exists()
    with scopes_disabled():
        assert not Act.objects.exists()


@pytest.mark.django_db
def test_guests_are_gone_after_two_days_and_users_stay(ada):
    old, fresh = add_guest(), add_guest()
    found_network(user=old, kind=Network.Kind.SAMPLE)
    User.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=3))
    User.objects.filter(pk=ada.user.pk).update(created_at=timezone.now() - timedelta(days=300))

    assert remove_stale_guests() == 1
    assert set(User.objects.all()) == {ada.user, fresh}


@pytest.mark.django_db
def test_removing_a_user_takes_both_their_networks():
    cleo = person("cleo@example.org", "Cleo Ray")
    sample = found_network(user=cleo.user, kind=Network.Kind.SAMPLE)
    contact(sample, Actor(cleo.user, "sample"), "Ana", "Souza")
    remove_user(user=cleo.user)

    assert not Network.objects.filter(owner_id=cleo.user.pk).exists()
    assert rows_of(sample.pk) == {}
