import pytest
from django.http import Http404
from django.utils import timezone

from tests.cast import contact, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.models import Contact
from wellkept.interfaces.web.gate import NetworkGate, chosen, find


@pytest.fixture
def request_of(rf, client):
    """A request as the gate passes it on."""

    def make(actor):
        request = rf.get("/")
        request.user, request.session = actor.user, {}
        request.network = network_of(actor)
        return request

    return make


def test_ones_own_record_is_found_and_a_strangers_is_as_if_it_were_not_there(request_of, ada, ben, ana):
    assert find(request_of(ada), Contact, ana.pk) == ana
    for key in (ana.pk, 999_999):
        with inside(network_of(ben)), pytest.raises(Http404):
            find(request_of(ben), Contact, key)


def test_a_strangers_network_in_the_request_does_not_open_ones_own_scope(request_of, ada, ben, ana):
    with pytest.raises(Http404):
        find(request_of(ben), Contact, ana.pk)


@pytest.mark.parametrize("extra", ["0", "-1", "x", "", "9" * 30, "1.0", "²"])
def test_a_selection_is_taken_whole_or_not_at_all(request_of, ada, ana, bruno, extra):
    keys = [str(ana.pk), str(bruno.pk)]
    assert set(chosen(request_of(ada), Contact, keys)) == {ana, bruno}

    with pytest.raises(Http404):
        chosen(request_of(ada), Contact, [*keys, extra])


def test_a_selection_with_a_strangers_record_is_refused(request_of, ada, ben, ana):
    theirs = contact(network_of(ben), ben, "Dana", "Stranger")
    with pytest.raises(Http404):
        chosen(request_of(ada), Contact, [str(ana.pk), str(theirs.pk)])


def test_a_request_runs_in_the_users_network_and_time_zone(rf, ada):
    seen = {}

    def answer(request):
        seen.update(zone=str(timezone.get_current_timezone()), people=Contact.objects.count())

    request = rf.get("/")
    request.user, request.session = ada.user, {}
    NetworkGate(answer)(request)

    assert seen == {"zone": "Europe/Vienna", "people": 1}
    assert str(timezone.get_current_timezone()) == "UTC"


def test_a_form_sent_after_the_session_ran_out_leads_to_a_page_that_can_be_shown(client, ada, ana):
    answer = client.post(f"/contacts/{ana.pk}/archive")

    assert answer["Location"] == "/sign-in?next=/"


def test_a_fragment_asked_for_after_the_session_ran_out_sends_the_whole_page_to_the_door(client, ada):
    asked = {"HX-Request": "true", "HX-Current-URL": "http://testserver/contacts/?words=ana"}
    answer = client.post("/week/done", headers=asked)

    assert answer["HX-Redirect"] == "/sign-in?next=/contacts/%3Fwords%3Dana"
