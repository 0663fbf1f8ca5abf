// The counters of the frame and of the tabs follow the review.
document.addEventListener("htmx:afterSwap", () => {
  const left = document.querySelector("[data-duplicates]")?.dataset.duplicates;
  if (left === undefined) return;
  for (const count of document.querySelectorAll("[data-count=duplicates]")) {
    if (left === "0") count.remove();
    else count.textContent = Number(left) > 999 ? "999+" : left; // as frame/context.py has it
  }
  for (const tab of document.querySelectorAll("[data-tab-count]")) {
    tab.textContent = document.querySelector("[data-duplicates]").dataset[tab.dataset.tabCount];
  }
});
