// The counter of the frame follows the review.
document.addEventListener("htmx:afterSettle", () => {
  const left = document.querySelector("[data-duplicates]")?.dataset.duplicates;
  if (left === undefined) return;
  for (const count of document.querySelectorAll("[data-count=duplicates]")) {
    if (left === "0") count.remove();
    else count.textContent = left;
  }
});
