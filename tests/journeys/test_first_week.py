"""A newcomer's first two minutes: from an empty data folder to the first drafted note out of a LinkedIn file."""

from __future__ import annotations

import re

import pytest

from tests.conftest import CORPORA
from tests.domain.exchange.linkedin.export import export

pytestmark = pytest.mark.journey
MOST_CLICKS = 6  # after the account exists
SAMPLE = CORPORA / "linkedin" / "silkyrich_sample_export.zip"


class Hand:
    """Clicks, and counts them. Choosing a file is one, although the machine's own dialog takes it from there."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def click(self, what):
        self.clicks += 1
        what.click()

    def choose(self, field, file):
        self.clicks += 1
        with self.page.expect_file_chooser() as chooser:
            field.click()
        chooser.value.set_files(file)


def to_the_first_draft(visitor, file):
    """The newcomer's way; answers the hand, the name on the first card and its draft."""
    visitor.create_account()
    page = visitor.page
    hand = Hand(page)
    hand.choose(page.locator("input[type=file]"), file)
    hand.click(page.get_by_role("button", name="Preview it"))
    page.get_by_text("would be added").first.wait_for()
    hand.click(page.get_by_role("button", name="Start the import"))
    hand.click(page.get_by_role("link", name="See this week"))
    card = page.locator("article[data-item]").first
    draft = card.locator("textarea").first
    if card.locator("[data-letter]").first.get_attribute("open") is None:
        hand.click(card.locator("[data-letter] > summary"))
    card.locator(".draft-rests").wait_for()
    return hand, card, draft.input_value()


def test_the_first_draft_out_of_a_small_export_rests_on_what_was_said(visit, tmp_path):
    (tmp_path / "export.zip").write_bytes(export())
    hand, card, draft = to_the_first_draft(visit(width=390), tmp_path / "export.zip")

    assert hand.clicks <= MOST_CLICKS
    assert card.locator(".proposal-name").inner_text() == "Ana Souza"
    assert "Ana" in draft
    assert "One more thing" in draft or "5 March 2024" in draft
    assert re.search(r"It rests on: .*(One more thing|2024)", card.locator(".draft-rests").inner_text())


def test_the_first_draft_out_of_two_thousand_connections(visit, house, corpora):
    """The people of the sample are those of an old export; the fact on the card is one of its messages."""
    if not SAMPLE.is_file():
        pytest.skip(f"no {SAMPLE.name} among the corpora")
    hand, card, draft = to_the_first_draft(visit(), SAMPLE)
    name = card.locator(".proposal-name").inner_text()
    quoted = re.search(r"“([^”]+)”", draft)

    assert hand.clicks <= MOST_CLICKS
    assert name.split()[0] in draft
    assert house.row("SELECT count(*) FROM contacts_contact WHERE NOT is_me") == 2000
    assert quoted, draft
    said = (
        "SELECT count(*) FROM timeline_interaction i JOIN timeline_participation p ON p.interaction_id = i.id "
        "JOIN contacts_contact c ON c.id = p.contact_id WHERE c.display = ? AND instr(i.body, ?) > 0"
    )
    assert house.row(said, name, quoted[1].rstrip("….")) > 0
