// Keeps the shell (styles, fonts, icons, one page that says there is no connection) and nothing else: pages with
// people on them are never stored. The pages of event mode, which name nobody, lie in a cache that they fill themselves.
const HERE = "wellkept-here";
const NAME = "{{ name|escapejs }}";
const SHELL = [{% for address in shell %}"{{ address|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name !== NAME && name !== HERE).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(pathname)) ?? caches.match(SHELL[0])));
  } else if (origin === self.location.origin && pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

// What a notice says comes with it, sealed, and is the same for everybody; nothing is fetched.
self.addEventListener("push", (event) => {
  let said = {};
  try {
    said = event.data?.json() ?? {};
  } catch {
    // a notice that cannot be read still has to be shown: the usual words
  }
  const options = { body: String(said.body ?? "{{ ready|escapejs }}"), icon: "{{ icon|escapejs }}", tag: "week" };
  event.waitUntil(self.registration.showNotification(String(said.title ?? "Wellkept"), options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const show = async () => {
    const [open] = await self.clients.matchAll({ type: "window" });
    if (!open) return self.clients.openWindow("/");
    await open.focus();
    return open.navigate("/");
  };
  event.waitUntil(show());
});
