// The palette: htmx fetches what fits, the arrows move the focus, Enter opens or does.
const palette = document.querySelector("[data-palette]");

if (palette) {
  const input = palette.querySelector("[data-palette-input]");
  const results = palette.querySelector("#palette-results");
  const choices = () => [...results.querySelectorAll("a[href], button:not([disabled])")];

  const markFirst = () => {
    results.querySelector("[data-first]")?.removeAttribute("data-first");
    choices()[0]?.setAttribute("data-first", "");
  };

  new MutationObserver(markFirst).observe(results, { childList: true, subtree: true });

  new MutationObserver(() => {
    if (!palette.open) return;
    input.select();
    input.dispatchEvent(new Event("palette-open"));
  }).observe(palette, { attributes: true, attributeFilter: ["open"] });

  palette.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = choices();
      const at = all.indexOf(document.activeElement);
      event.preventDefault();
      if (at + step < 0) input.focus();
      else all[Math.min(all.length - 1, at + step)]?.focus();
    } else if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault(); // a search field would only be emptied
      palette.close();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && document.activeElement !== input) {
      input.focus();
    }
  });

  // Enter takes the first of what was found for these words, and waits for it where the answer is still on its way.
  let asked = null;
  let answered = null;
  let entered = false;

  function take() {
    const top = choices()[0];
    entered = false;
    if (top) top.click();
    return Boolean(top);
  }

  input.addEventListener("htmx:beforeRequest", () => (asked = input.value));
  results.addEventListener("htmx:afterSwap", () => {
    answered = asked;
    if (entered && answered === input.value) take();
  });
  input.addEventListener("input", () => (entered = false));
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    input.addEventListener(failure, () => entered && input.form.submit());
  }

  palette.querySelector("[data-palette-form]").addEventListener("submit", (event) => {
    if (answered === input.value) {
      if (take()) event.preventDefault();
    } else {
      event.preventDefault();
      entered = true;
    }
  });
}
