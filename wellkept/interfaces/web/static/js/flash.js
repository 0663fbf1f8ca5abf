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
