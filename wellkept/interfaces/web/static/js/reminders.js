// Asks the browser for a push address when, and only when, that is turned on.
import "./copy.js";

const form = document.querySelector("[data-push-form]");

function say(which) {
  const place = form.querySelector("[data-push-trouble]");
  place.textContent = place.dataset[which];
  place.hidden = false;
}

function octets(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

async function subscribe() {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !window.isSecureContext) return say("unable");
  if ((await Notification.requestPermission()) !== "granted") return say("denied");
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: octets(form.dataset.key) };
  let subscription;
  try {
    subscription = await registration.pushManager.subscribe(options);
  } catch {
    // A subscription under another key stands in the way: it is let go, once.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    try {
      subscription = await registration.pushManager.subscribe(options);
    } catch {
      return say("unable");
    }
  }
  const { endpoint, keys } = subscription.toJSON();
  for (const [name, value] of Object.entries({ endpoint, ...keys })) {
    const field = form.querySelector(`[name="${name}"]`);
    if (field) field.value = value;
  }
  form.submit();
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  subscribe();
});
