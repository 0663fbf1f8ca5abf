import json
import re

import pytest
from django.contrib.staticfiles import finders
from PIL import Image

from wellkept.site import settings


def static_path(address):
    return finders.find(address.removeprefix(settings.STATIC_URL))


@pytest.mark.django_db
def test_the_manifest_names_icons_of_the_size_it_says(client):
    manifest = json.loads(client.get("/manifest.webmanifest").content)

    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(static_path(icon["src"])) as image:
            assert "{}x{}".format(*image.size) == icon["sizes"]
    assert (manifest["start_url"], manifest["display"]) == ("/", "standalone")


@pytest.mark.django_db
def test_the_worker_keeps_the_shell_and_no_page_with_people_on_it(client):
    response = client.get("/service-worker.js")
    shell = re.search(r"const SHELL = (\[.*?\]);", response.content.decode())[1]
    kept = json.loads(shell.replace("\\u002D", "-").replace("\\u003D", "="))

    assert response["Content-Type"] == "text/javascript"
    assert kept[0] == "/offline"
    assert all(static_path(address) for address in kept[1:])


def test_the_page_that_is_kept_says_nothing_of_anybody(page, ada):
    page.post("/settings/profile", {"name": "Ada Quill", "email": "ada@example.org"})
    kept = page.get("/offline").content.decode()

    assert "Saved." not in kept
    assert "Ada" not in kept
    assert "Saved." in page.get("/settings").content.decode()
