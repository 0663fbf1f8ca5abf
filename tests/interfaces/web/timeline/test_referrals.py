"""Names that contacts gave, from the log to the contact that they become."""

from __future__ import annotations

from wellkept.domain.contacts.models import Contact
from wellkept.domain.timeline.models import Referral


def test_from_the_log_to_a_contact_of_their_own(page, network, ana, today):
    said = {"contact": ana.pk, "kind": "coffee", "on": today.isoformat(), "direction": "both", "named-0": "Tom Baker", "named-0-about": "head of data at Acme"}  # fmt: skip
    assert page.post("/log", said).status_code == 302
    tom = Referral.objects.get()
    assert (tom.contact, tom.name, tom.interaction.kind) == (ana, "Tom Baker", "coffee")
    assert "Whom Ana named" in page.get(f"/contacts/{ana.pk}").content.decode()

    form = page.get(f"/contacts/add?referral={tom.pk}").content.decode()
    assert 'value="Tom"' in form and 'value="Baker"' in form and 'value="Ana Souza"' in form
    formsets = ("positions", "emails", "phones", "links", "dates", "addresses", "custom")
    empty = {f"{name}-{part}": 0 for name in formsets for part in ("TOTAL_FORMS", "INITIAL_FORMS")}
    page.post(f"/contacts/add?referral={tom.pk}", {**empty, "display": "Tom Baker", "met_through": "Ana Souza"})
    tom.refresh_from_db()
    assert tom.met == Contact.objects.get(display="Tom Baker") and tom.met.met_through == ana
    assert "Whom Ana named" not in page.get(f"/contacts/{ana.pk}").content.decode()


def test_a_name_can_be_let_go_from_the_contacts_page(page, ada, ana, today):
    from wellkept.domain.timeline.referring import note_referral

    tom = note_referral(contact=ana, name="Tom Baker", on=today, by=ada)
    assert page.post(f"/referrals/{tom.pk}/drop").status_code == 302
    tom.refresh_from_db()
    assert not tom.open
