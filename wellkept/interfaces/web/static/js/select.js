// Selection in a form: [data-select] boxes, [data-select-all], a bar [data-bulk] with [data-count]. Shift takes a range.
let last = null;

const boxes = (form) => [...form.querySelectorAll("[data-select]")];

function count(form) {
  const all = boxes(form);
  const picked = all.filter((box) => box.checked).length;
  const whole = form.querySelector("[data-select-all]");
  const bar = form.querySelector("[data-bulk]");
  if (whole) {
    whole.checked = picked > 0 && picked === all.length;
    whole.indeterminate = picked > 0 && picked < all.length;
  }
  if (!bar) return;
  bar.toggleAttribute("data-any", picked > 0);
  for (const place of bar.querySelectorAll("[data-count]")) place.textContent = picked;
}

document.addEventListener("click", (event) => {
  const box = event.target;
  const form = box.closest?.("form, [data-selection]");
  if (!form || !box.matches("input[type=checkbox]")) return;
  if (box.matches("[data-select-all]")) for (const other of boxes(form)) other.checked = box.checked;
  if (box.matches("[data-select]")) {
    const all = boxes(form);
    const from = all.indexOf(last);
    if (event.shiftKey && from >= 0) {
      const to = all.indexOf(box);
      for (const other of all.slice(Math.min(from, to), Math.max(from, to) + 1)) other.checked = box.checked;
    }
    last = box;
  }
  if (box.matches("[data-select], [data-select-all]")) count(form);
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-select-none]")) return;
  const form = event.target.closest("form, [data-selection]");
  for (const box of boxes(form)) box.checked = false;
  count(form);
});

const countAll = () => {
  for (const bar of document.querySelectorAll("[data-bulk]")) count(bar.closest("form, [data-selection]"));
};
document.addEventListener("htmx:afterSettle", countAll);
window.addEventListener("pageshow", countAll);
countAll();
