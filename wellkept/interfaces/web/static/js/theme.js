// Runs before the first paint (a plain script in the head): the remembered theme, and the mark that scripts run.
(() => {
  const root = document.documentElement;
  const themes = ["auto", "light", "dark"];
  const read = () => {
    try {
      return localStorage.getItem("theme") || "auto";
    } catch {
      return "auto";
    }
  };
  const apply = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const name of document.querySelectorAll("[data-theme-name]")) name.textContent = name.dataset[theme];
  };
  root.classList.add("js");
  apply(read());
  document.addEventListener("DOMContentLoaded", () => apply(read()));
  addEventListener("load", () => setTimeout(() => (root.dataset.shown = ""), 2000));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const next = themes[(themes.indexOf(read()) + 1) % themes.length];
    try {
      localStorage.setItem("theme", next);
    } catch {
      // A browser that keeps nothing still switches for this page.
    }
    apply(next);
  });
})();
