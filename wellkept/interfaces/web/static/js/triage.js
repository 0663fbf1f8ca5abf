// The digits of a decision: 1 to 7 how often, 0 never, c as the circle. Single keys can be switched off.
const shown = (element) => element.getClientRects().length > 0;
const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

// On the week page the current card is meant, in triage the one there is.
function cadences() {
  const current = document.querySelector("[data-item][data-current]");
  if (current) return current.querySelector("[data-cadences]");
  const all = [...document.querySelectorAll("[data-cadences]")].filter(shown);
  return all.length === 1 ? all[0] : null;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey || document.body.dataset.singleKeys === "off") return;
  if (!/^[0-7c]$/.test(event.key) || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (document.querySelector(".htmx-request, .htmx-swapping, .htmx-added")) return; // meant for a card that is not there yet
  const button = cadences()?.querySelector(`[data-key="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// The counters of the frame follow the sitting.
document.addEventListener("htmx:afterSwap", () => {
  const left = document.querySelector("[data-undecided]")?.dataset.undecided;
  if (left === undefined) return;
  for (const count of document.querySelectorAll("[data-count=triage]")) {
    if (left === "0") count.remove();
    else count.firstChild.data = Number(left) > 999 ? "999+" : left; // as frame/context.py has it
  }
});
