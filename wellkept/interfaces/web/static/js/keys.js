// Keys. Single keys can be switched off (WCAG 2.1.4) by data-single-keys="off" on the body; Ctrl-K stays.
const $ = (selector, from = document) => from.querySelector(selector);
const shown = (element) => element && element.getClientRects().length > 0;
const first = (selector) => [...document.querySelectorAll(selector)].find(shown);

const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const items = () => [...document.querySelectorAll("[data-list] [data-item]")].filter(shown);
const current = () => $("[data-item][data-current]");

function mark(item) {
  current()?.removeAttribute("data-current");
  if (!item) return;
  item.setAttribute("data-current", "");
  const letter = $("details[data-letter]", item);
  if (letter) letter.open = true;
  const target = item.matches("a, button, [tabindex]") ? item : $("[data-open], a, button", item);
  target?.focus({ preventScroll: true });
  const tall = item.offsetHeight > window.innerHeight * 0.7; // of what does not fit the name is shown, not the end
  item.scrollIntoView({ block: tall ? "start" : "nearest" });
}

function move(step) {
  const all = items();
  if (!all.length) return false;
  const at = all.indexOf(current());
  mark(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))]);
  return true;
}

// A disclosure opens and its first control gets the focus; anything else is pressed.
function press(element) {
  if (!element) return false;
  if (element.matches("details")) {
    element.open = true;
    $("input:not([type=hidden]), textarea, button, a", element.querySelector("summary ~ *"))?.focus();
  } else if (element.matches("input:not([type=checkbox]), textarea")) element.focus();
  else element.click();
  return true;
}

const inItem = (selector) => press(current() ? $(selector, current()) : items().length === 0 && first(selector));

export function openDialog(dialog) {
  if (!dialog || dialog.open) return false;
  dialog.showModal();
  return true;
}

const go = { w: 'a[href][data-go="w"]', c: 'a[href][data-go="c"]', l: 'a[href][data-go="l"]' };
const single = {
  "/": () => press(first("[data-search]")),
  n: () => press($("[data-capture]")),
  j: () => move(1),
  k: () => move(-1),
  e: () => inItem("[data-complete]"),
  s: () => inItem("[data-snooze]"),
  x: () => inItem("[data-select]"),
  m: () => inItem("[data-merge]"),
  u: () => press([...document.querySelectorAll("[data-undo]")].at(-1)),
  "?": () => openDialog($("[data-keys]")),
};

let going = -Infinity; // when "g" was pressed
function onKey(event) {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "k") {
    if (openDialog($("[data-palette]"))) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || document.body.dataset.singleKeys === "off") return;
  if (typing(target) || document.querySelector("dialog[open]")) return;
  const wasGoing = event.timeStamp - going < 1200;
  going = key === "g" ? event.timeStamp : -Infinity;
  const done = wasGoing && go[key] ? press($(go[key])) : single[key]?.();
  if (done) event.preventDefault();
}

document.addEventListener("keydown", onKey);

document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.("[data-list] [data-item]");
  if (item && item !== current()) {
    current()?.removeAttribute("data-current");
    item.setAttribute("data-current", "");
  }
});

// When a swap took the current item away, the one that came into its place is next.
let place = -1;
document.addEventListener("focusin", () => (place = current() ? items().indexOf(current()) : place));
document.addEventListener("htmx:afterSettle", () => {
  if (place < 0 || current() || document.activeElement !== document.body) return;
  const all = items();
  mark(all[Math.min(place, all.length - 1)]);
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener && openDialog(document.getElementById(opener.dataset.opens))) event.preventDefault();
  if (event.target.closest("dialog [data-close]") || event.target.matches("dialog[open]")) {
    event.target.closest("dialog").close();
  }
});
