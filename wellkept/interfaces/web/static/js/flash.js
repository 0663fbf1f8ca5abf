// A flash stays twenty seconds, longer while it is pointed at or focused; refusals stay until closed.
const STAY = 20_000;

function begin(flash) {
  if (flash.dataset.begun) return;
  flash.dataset.begun = "";
  if (flash.matches(".flash-error")) return;
  let timer = 0;
  const leave = () => flash.remove();
  const start = () => (timer = setTimeout(leave, STAY));
  const hold = () => clearTimeout(timer);
  flash.addEventListener("pointerenter", hold);
  flash.addEventListener("focusin", hold);
  flash.addEventListener("pointerleave", start);
  flash.addEventListener("focusout", start);
  start();
}

const beginAll = () => document.querySelectorAll("[data-flash]").forEach(begin);
const area = document.getElementById("flashes");
if (area) new MutationObserver(beginAll).observe(area, { childList: true });
beginAll();

document.addEventListener("click", (event) => {
  event.target.closest("[data-close-flash]")?.closest("[data-flash]").remove();
});

// It lies at the foot of the page, and where that is on a button, at the first edge where it is on none.
const EDGES = ["foot", "side", "top"];
const NEAR = 12; // pixels by which it moves while it comes in

function covered() {
  const flashes = [...area.children].map((flash) => flash.getBoundingClientRect());
  const lies = ({ left, right, top, bottom }) =>
    flashes.some((on) => left < on.right && on.left < right && top < on.bottom + NEAR && on.top - NEAR < bottom);
  const buttons = [...document.querySelectorAll("main :is(button, .button)")].filter((button) => button.offsetParent);
  return buttons.filter((button) => lies(button.getBoundingClientRect())).length;
}

function place() {
  if (!area.childElementCount) delete area.dataset.edge;
  if (!area.childElementCount || area.matches(":hover, :focus-within")) return;
  let [best, fewest] = [area.dataset.edge ?? EDGES[0], Infinity];
  for (const edge of new Set([best, ...EDGES])) {
    area.dataset.edge = edge;
    const count = covered();
    if (count < fewest) [best, fewest] = [edge, count];
    if (!count) break;
  }
  area.dataset.edge = best;
}

if (area) {
  new MutationObserver(() => requestAnimationFrame(place)).observe(area, { childList: true });
  document.addEventListener("htmx:afterSettle", place);
  addEventListener("scrollend", place);
  addEventListener("resize", place);
  place();
}

// What was asked for in the background and failed is said, once.
function say(what) {
  const trouble = document.getElementById("trouble");
  if (!area || !trouble || area.querySelector("[data-trouble]")) return;
  const flash = trouble.content.cloneNode(true);
  for (const words of flash.querySelectorAll("[data-failed], [data-silent]")) {
    if (!words.matches(`[data-${what}]`)) words.remove();
  }
  area.append(flash);
}

document.addEventListener("htmx:responseError", () => say("failed"));
document.addEventListener("htmx:sendError", () => say("silent"));
