"""Draws the pictures of the README anew, of the sample network: ``make pictures``. Needs Chromium."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.journeys.conftest import ARGUMENTS, settled
from wellkept.site.preparing import begin

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
BUSIEST = "SELECT contact_id FROM timeline_participation WHERE network_id = ? GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
SAMPLE = "SELECT id FROM accounts_network WHERE kind = 'sample'"


def draw(page: Any, name: str, path: str = "") -> None:
    if path:
        page.goto(path)
    settled(page)
    page.locator("aside.sample").evaluate_all("notes => notes.forEach(note => note.remove())")
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"{name}.png")


def main() -> None:
    os.environ.setdefault("WELLKEPT_HOME", tempfile.mkdtemp())
    begin()
    from tests.domain.exchange.linkedin.export import export
    from tests.journeys.houses import House, Visitor

    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])))
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        house = House(Path(home), WELLKEPT_SIGN_UP="on")
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            ada = Visitor(browser, house)
            ada.page.set_viewport_size({"width": 1280, "height": 860})
            ada.create_account()
            ada.bring("Basic_LinkedInDataExport.zip", export())
            draw(ada.page, "import")
            ada.page.goto("/settings")
            ada.page.get_by_role("button", name="Look around in a sample").click()
            ada.page.get_by_role("button", name="Leave it and begin with your own").wait_for()
            draw(ada.page, "week", "/")
            draw(ada.page, "contacts", "/contacts/")
            draw(ada.page, "contact", f"/contacts/{house.row(BUSIEST, house.row(SAMPLE))}")
            state = ada.context.storage_state()
            phone = Visitor(browser, house, width=390, theme="dark", storage_state=state, device_scale_factor=2)
            draw(phone.page, "week-phone", "/")
        finally:
            browser.close()
            house.close()


if __name__ == "__main__":
    main()
