"""Reminders in the browser: the page in all its sights, the address copied, a notice turned on and shown, a mail's link."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.domain.reminders.conftest import promised  # noqa: F401
from tests.journeys.conftest import SIGHTS
from wellkept.domain.reminders.calendar import begin
from wellkept.domain.reminders.digest import digest_of
from wellkept.domain.reminders.links import site
from wellkept.domain.reminders.models import PushDevice
from wellkept.domain.timeline.models import Interaction
from wellkept.formats.webpush import CURVE, b64, raw

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# A push service cannot be reached from here: what the browser would get of one is put in its place.
SUBSCRIBED = """
PushManager.prototype.subscribe = async function (options) {
  window.asked = options;
  return { toJSON: () => ({ endpoint: "https://fcm.googleapis.com/fcm/send/abc", keys: { p256dh: "%s", auth: "%s" } }) };
};
Notification.requestPermission = async () => "granted";
"""


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_the_page_can_be_used_by_everybody(chromium_page, network, axe, width, theme):
    begin(network=network)
    page = chromium_page("/settings/reminders", width=width, theme=theme)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_the_page_that_asks_can_be_used_by_everybody(chromium_page, network, promised, axe, width, theme):  # noqa: F811
    (item,) = digest_of(network=network, on=network.today()).items
    for link in (item.done, item.not_now):
        page = chromium_page(link.removeprefix(site()), width=width, theme=theme)

        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_calendars_address_is_copied(chromium_page, network):
    secret = begin(network=network)
    page = chromium_page("/settings/reminders")

    page.get_by_role("button", name="Copy").click()

    page.get_by_text("Copied.").wait_for()
    assert secret in page.evaluate("navigator.clipboard.readText()")


def test_a_notice_is_turned_on_after_its_host_was_named(chromium_page, network):
    key = ec.generate_private_key(CURVE).public_key()
    page = chromium_page("/settings/reminders")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(f"() => {{ {SUBSCRIBED % (b64(raw(key)), b64(b'0' * 16))} }}")

    page.get_by_role("button", name="Turn on, through fcm.googleapis.com").click()

    page.get_by_text("This browser says when your week is ready, through fcm.googleapis.com.").wait_for()
    assert PushDevice.objects.filter(network=network).count() == 1


def test_the_worker_shows_what_came_and_nothing_else(chromium_page, network):
    page = chromium_page("/settings/reminders")
    page.context.grant_permissions(["notifications"])
    origin = page.evaluate("location.origin")
    control = page.context.new_cdp_session(page)
    registrations = []
    control.on("ServiceWorker.workerRegistrationUpdated", lambda said: registrations.extend(said["registrations"]))
    control.send("ServiceWorker.enable")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(200)
    data = '{"title": "Wellkept", "body": "Your week is ready.", "path": "/"}'
    said = {"origin": origin, "registrationId": registrations[0]["registrationId"], "data": data}
    control.send("ServiceWorker.deliverPushMessage", said)

    page.wait_for_function(
        "() => navigator.serviceWorker.ready.then((it) => it.getNotifications()).then((all) => all.length === 1)"
    )
    shown = page.evaluate(
        "() => navigator.serviceWorker.ready.then((it) => it.getNotifications()).then(([one]) => [one.title, one.body])"
    )
    assert shown == ["Wellkept", "Your week is ready."]


def test_a_mails_link_works_without_javascript_and_without_signing_in(chromium_page, network, promised):  # noqa: F811
    (item,) = digest_of(network=network, on=network.today()).items
    page = chromium_page("/sign-in", width=390, script=False)
    page.context.clear_cookies()
    page.goto(item.done.removeprefix(site()))

    page.get_by_label("A line to remember it by").fill("Sent the paper")
    page.get_by_role("button", name="Record it").click()

    page.get_by_role("heading", name="Done: Ana Souza").wait_for()
    assert Interaction.objects.filter(network=network, body="Sent the paper").count() == 1
