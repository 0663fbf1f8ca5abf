// Event mode: what is typed and photographed is on the phone first and sent when there is network; see eventsend.js.
import { Store } from "./eventstore.js";
import { OFFLINE, OTHER, SIGNED_OUT, sendAll } from "./eventsend.js";

const HERE = "wellkept-here"; // the cache of the pages of event mode; the service worker answers from it
const WAITS = [5, 15, 60, 300]; // s between tries
const LARGEST = 2400; // px of a photo's longer side
const { event, seat } = document.body.dataset;
const page = location.pathname;
const $ = (mark) => document.querySelector(`[data-${mark}]`);
const words = $("words").dataset;
const form = $("form");
const door = form.dataset.door;
const text = form.elements.text;
const picture = form.elements.picture;
let store = null;
let sending = "";
let tries = 0;
let timer = 0;

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

function trouble(said) {
  $("trouble").hidden = !said;
  $("trouble-words").textContent = said ?? "";
}

// --- what waits ------------------------------------------------------------------------------------------------
function under(row) {
  const parts = [new Date(row.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })];
  if (row.event !== event) parts.push(words.other.replace("%event", row.eventName));
  if (row.key === sending) parts.push(words.sending);
  else if (row.refused) parts.push(words.refused.replace("%why", row.refused.trim() || words.unknown));
  else parts.push(row.tried ? words.tried : words.waits);
  return parts.join(" · ");
}

function line(row) {
  const item = document.querySelector("template[data-line]").content.firstElementChild.cloneNode(true);
  const [said, edit] = [item.querySelector("[data-text]"), item.querySelector("[data-edit-form]")];
  said.textContent = row.text || words.photo;
  item.querySelector("[data-under]").textContent = under(row);
  item.dataset.key = row.key;
  if (row.picture) {
    const image = item.querySelector("img");
    image.src = URL.createObjectURL(row.picture);
    image.onload = () => URL.revokeObjectURL(image.src);
    image.hidden = false;
  }
  const field = edit.querySelector("textarea");
  field.id = `edit-${row.key}`;
  edit.querySelector("[data-edit-label]").htmlFor = field.id;
  // What may have arrived is changed in the inbox: sent again with other words it would be the same capture.
  item.querySelector("[data-edit]").hidden = row.tried || row.key === sending;
  item.querySelector("[data-drop]").hidden = row.key === sending;
  return item;
}

async function show() {
  if (!store) return;
  const rows = await store.waiting();
  const own = rows.filter((row) => row.seat === seat);
  const count = $("count");
  const sent = await store.sentCount(event, seat);
  const told = own.length === 0 ? count.dataset.none : own.length === 1 ? count.dataset.one : count.dataset.many.replace("%n", own.length);
  count.textContent = sent ? `${told} · ${count.dataset.sent.replace("%n", sent)}` : told;
  $("send").hidden = own.length === 0;
  $("empty").hidden = own.length > 0;
  $("other-seat").hidden = own.length === rows.length;
  put(own.reverse());
}

// The line in which somebody is writing stays where it is: taken out and put back it would lose the focus.
function put(rows) {
  const [list, open] = [$("list"), written()];
  for (const item of [...list.children]) if (item !== open) item.remove();
  const place = rows.findIndex((row) => row.key === open?.dataset.key);
  open?.before(...rows.slice(0, Math.max(0, place)).map(line));
  list.append(...rows.slice(place + 1).map(line));
}

const written = () => $("list").querySelector("[data-edit-form]:not([hidden])")?.closest("li");

// --- keeping -----------------------------------------------------------------------------------------------------
// A photo as large as a reader of cards needs it; as it came, where the phone cannot read it.
async function smaller(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LARGEST / Math.max(image.width, image.height));
    if (scale === 1 && file.size < 3_000_000) return file;
    const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
  } catch {
    return file;
  }
}

async function rowsToKeep() {
  const files = [...picture.files];
  const said = text.value.trim();
  const made = { event, eventName: document.querySelector("h1").textContent, seat, on: today(), at: Date.now(), tried: false, refused: "" };
  const rows = [];
  for (const [place, file] of (files.length ? files : [null]).entries()) {
    const bytes = file ? await smaller(file) : null;
    const name = file && bytes !== file ? "photo.jpg" : file?.name;
    rows.push({ ...made, key: crypto.randomUUID(), at: made.at + place, text: place ? "" : said, picture: bytes, name });
  }
  return rows;
}

async function keep() {
  if (!text.value.trim() && !picture.files.length) return trouble(words.nothing);
  const keeping = form.querySelector(".here-keep");
  keeping.disabled = true;
  try {
    for (const row of await rowsToKeep()) await store.keep(row);
    form.reset();
    chosen();
    trouble("");
    await show();
    text.focus();
  } catch {
    trouble(words.full);
  } finally {
    keeping.disabled = false;
  }
  send();
}

function chosen() {
  const label = $("photo-words");
  label.dataset.plain ??= label.textContent;
  const count = picture.files.length;
  label.textContent = count === 0 ? label.dataset.plain : count === 1 ? picture.files[0].name.slice(0, 18) : words.chosen.replace("%n", count);
  form.classList.toggle("here-has-photo", count > 0);
}

// --- sending -----------------------------------------------------------------------------------------------------
const mark = (row) => {
  sending = row?.key ?? "";
  return show();
};

async function once({ asked = false } = {}) {
  clearTimeout(timer);
  if (!store) return;
  const on = { sending: mark, sent: () => mark(), refused: () => mark() };
  const state = await sendAll({ store, page, door, on, held: () => written()?.dataset.key });
  await mark();
  $("signed-out").hidden = state !== SIGNED_OUT;
  if (state === OTHER) $("other-seat").hidden = false;
  const said = $("said");
  said.hidden = state !== OFFLINE || (said.hidden && !asked);
  said.textContent = words.offline;
  if (state !== OFFLINE) tries = 0;
  else if ((await store.waiting()).length) timer = setTimeout(send, 1000 * WAITS[Math.min(tries++, WAITS.length - 1)]);
}

// One page at a time sends, so that nothing is asked for twice at once; where there are no locks the keys see to it.
let busy = false;
let again = false;
async function send(options) {
  if (busy) return void (again = true);
  busy = true;
  try {
    if (navigator.locks) await navigator.locks.request("wellkept-send", () => once(options));
    else await once(options);
  } catch {
    trouble(words.full);
  } finally {
    busy = false;
  }
  if (again) {
    again = false;
    send();
  }
}

// --- without network -----------------------------------------------------------------------------------------------
// The page as it is kept names nobody. Pages of other events that are kept are brought up to date with it, so that what they need
// is of one version.
async function prepare() {
  if (!("caches" in window) || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.ready;
    const cache = await caches.open(HERE);
    const parts = [...document.querySelectorAll("link[rel~=stylesheet], link[rel=preload], link[rel=icon], script[src]")].map((part) => part.href || part.src);
    const use = document.querySelector("use").getAttribute("href").split("#")[0];
    const beside = ["./eventstore.js", "./eventsend.js"].map((name) => new URL(name, import.meta.url).href);
    const wanted = [...parts, ...beside, new URL(use, location).href];
    for (const address of wanted) if (!(await cache.match(address))) await cache.add(address);
    const kept = (await cache.keys()).map((request) => new URL(request.url)).filter((url) => url.pathname.endsWith("/here"));
    for (const path of new Set([page, ...kept.map((url) => url.pathname)])) {
      const answer = await fetch(`${path}?kept=1`, { cache: "no-store" });
      if (answer.ok && !answer.redirected) await cache.put(path, answer);
      else if (answer.status === 404) await cache.delete(path);
    }
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.startsWith("/static/") && !wanted.includes(request.url)) await cache.delete(request);
    }
  } catch {
    // no network now: what was kept before stands
  }
  if (await caches.match(page)) $("ready").hidden = false;
}

// --- the page ------------------------------------------------------------------------------------------------------
form.addEventListener("submit", (submitted) => {
  if (!store) return; // nothing can be kept here: it is sent at once, as without JavaScript
  submitted.preventDefault();
  keep();
});
text.addEventListener("keydown", (pressed) => {
  if (pressed.key !== "Enter" || pressed.shiftKey || pressed.isComposing) return;
  pressed.preventDefault();
  form.requestSubmit();
});
picture.addEventListener("change", chosen);
$("send").addEventListener("click", () => send({ asked: true }));
$("list").addEventListener("click", async (clicked) => {
  const key = clicked.target.closest("li")?.dataset.key;
  const row = key && (await store.one(key));
  if (!row) return;
  const item = clicked.target.closest("li");
  const edit = item.querySelector("[data-edit-form]");
  if (clicked.target.closest("[data-edit]")) {
    edit.hidden = false;
    item.querySelector("[data-text]").hidden = true;
    edit.querySelector("textarea").value = row.text;
    edit.querySelector("textarea").focus();
  } else if (clicked.target.closest("[data-leave]")) {
    edit.hidden = true;
    await show();
    send();
  } else if (clicked.target.closest("[data-drop]") && confirm(words.drop)) {
    await store.drop(key);
    show();
  }
});
$("list").addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const row = await store.one(submitted.target.closest("li").dataset.key);
  const said = submitted.target.querySelector("textarea").value.trim();
  submitted.target.hidden = true;
  try {
    if (!row || row.tried) {
      text.value ||= said; // it went from another page meanwhile
      trouble(words.gone);
    } else if (said || row.picture) await store.keep({ ...row, text: said, refused: "" });
  } catch {
    trouble(words.full);
  }
  await show();
  send();
});
window.addEventListener("online", () => send());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());

try {
  store = await Store.open();
  navigator.storage?.persist?.();
  await show();
  send();
} catch {
  trouble(words.noStore);
}
prepare();
