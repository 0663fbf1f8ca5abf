import pytest
from django_scopes.exceptions import ScopeError

from tests.cast import contact, network_of
from wellkept.domain.accounts.joining import add_guest
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.interfaces.cli.who import acting_user


def test_with_one_user_a_command_acts_for_them(ada):
    add_guest()
    with acting_user() as (network, actor):
        assert (network, actor.user, actor.via) == (network_of(ada), ada.user, "cli")


def test_with_several_users_it_has_to_be_said_for_whom(ada, ben):
    with pytest.raises(Refusal, match="--user"), acting_user():
        pass
    with acting_user("BEN@example.org") as (network, _actor):
        assert network == network_of(ben)


@pytest.mark.django_db
def test_without_users_the_way_to_make_one_is_named():
    with pytest.raises(Refusal, match="wellkept user add"), acting_user():
        pass


def test_an_unknown_user_is_refused(ada):
    with pytest.raises(Refusal, match="nobody@example.org"), acting_user("nobody@example.org"):
        pass


def test_a_command_for_ben_sees_nobody_of_adas(ada, ben):
    contact(network_of(ada), ada, "Ana", "Souza")
    with acting_user("ben@example.org"):
        assert not Contact.objects.filter(is_me=False).exists()
    with pytest.raises(ScopeError):
        Contact.objects.count()
