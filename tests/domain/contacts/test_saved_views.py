"""Lists kept under a name."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import SavedView
from wellkept.domain.contacts.saved_views import MOST_VIEWS, drop_view, keep_view
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


def test_a_view_is_kept_changed_under_its_name_and_taken_away(ada, network):
    view = keep_view(network=network, name="Graz", query="words=graz", by=ada)
    assert keep_view(network=network, name="Graz", query="words=graz&has=email", by=ada) == view
    assert SavedView.objects.get().query == "words=graz&has=email"
    drop_view(view=view, by=ada)
    undo(act=Act.objects.latest("pk"), by=ada)
    assert SavedView.objects.get().name == "Graz"


@pytest.mark.parametrize(("name", "query"), [(" ", "a=b"), ("x" * 81, "a=b"), ("Graz", "x" * 601)])
def test_a_view_needs_a_name_and_a_query_that_fit(ada, network, name, query):
    with pytest.raises(Refusal):
        keep_view(network=network, name=name, query=query, by=ada)
    assert not SavedView.objects.exists()


def test_there_is_an_end_to_views(ada, network):
    SavedView.objects.bulk_create(SavedView(network=network, name=str(n), query="") for n in range(MOST_VIEWS))
    with pytest.raises(Refusal):
        keep_view(network=network, name="one more", query="", by=ada)
    keep_view(network=network, name="3", query="words=x", by=ada)


def test_a_stranger_keeps_and_drops_no_view(ada, ben, network):
    view = keep_view(network=network, name="Graz", query="", by=ada)
    with pytest.raises(Refusal):
        keep_view(network=network, name="Mine", query="", by=ben)
    with pytest.raises(Refusal):
        drop_view(view=view, by=ben)
    assert SavedView.objects.get() == view
