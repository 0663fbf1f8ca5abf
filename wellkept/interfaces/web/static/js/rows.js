// Repeated rows of a form: [data-rows] holds [data-row]s and a button [data-more-rows]. Blank rows wait until they are asked
// for; where nothing is written yet one of them is shown, unless the part is [data-quiet].
const wake = (part) => {
  const blank = [...part.querySelectorAll("[data-blank]")];
  const written = part.querySelectorAll("[data-row]").length - blank.length;
  for (const row of blank.slice(written || "quiet" in part.dataset ? 0 : 1)) row.hidden = true;
};

function more(part) {
  const waiting = part.querySelector("[data-row][hidden]");
  if (waiting) {
    waiting.hidden = false;
    waiting.querySelector("input:not([type=hidden]), select")?.focus();
    return;
  }
  const total = part.querySelector('[name$="-TOTAL_FORMS"]');
  const rows = part.querySelectorAll("[data-row]");
  const last = rows[rows.length - 1];
  const place = Number(total.value);
  const fresh = last.cloneNode(true);
  for (const element of [fresh, ...fresh.querySelectorAll("*")]) {
    for (const name of ["id", "name", "for", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(/-\d+-/, `-${place}-`));
    }
    element.removeAttribute("aria-invalid");
  }
  for (const error of fresh.querySelectorAll(".field-error")) error.remove();
  for (const field of fresh.querySelectorAll("input, select, textarea")) {
    if (field.type === "checkbox") field.checked = true;
    else if (field.tagName === "SELECT") field.selectedIndex = 0;
    else field.value = "";
  }
  total.value = place + 1;
  last.after(fresh);
  fresh.querySelector("input:not([type=hidden]), select")?.focus();
}

for (const part of document.querySelectorAll("[data-rows]")) {
  wake(part);
  part.querySelector("[data-more-rows]")?.addEventListener("click", () => more(part));
}
