// Disclosures that hang over the page close on Escape, on a press outside, and when another one opens.
const open = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

// A sheet that would open below the fold is brought into sight. (toggle does not bubble: it is caught on the way down.)
document.addEventListener("toggle", (event) => {
  if (event.target.open && event.target.matches("details.menu")) {
    event.target.querySelector(".menu-sheet")?.scrollIntoView({ block: "nearest" });
  }
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const menu = event.target.closest?.("details[data-menu][open]");
  if (!step || !menu || event.target.matches("input, textarea, select")) return;
  const items = [...menu.querySelectorAll(".menu-item, .nav-link")];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
  event.preventDefault();
});
