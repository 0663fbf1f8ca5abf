// Copies what stands in a field: <button data-copy-from="its id">, with a data-copied-note beside it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-from]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copyFrom);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.parentElement.querySelector("[data-copied-note]").hidden = false;
  } catch {
    // no clipboard without HTTPS; the address is selected, to be copied by hand
  }
});
