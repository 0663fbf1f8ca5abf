// Proposes time zone, week and phone region as the browser knows them. The server's guess stands where it does not.
const form = document.querySelector("[data-propose]");

const propose = (name, value) => {
  const select = form?.elements.namedItem(name);
  if (!select || value == null) return;
  if ([...select.options].some((option) => option.value === String(value))) select.value = String(value);
};

try {
  const locale = new Intl.Locale(navigator.language).maximize();
  const week = locale.getWeekInfo?.() ?? locale.weekInfo;
  propose("time_zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  propose("week_start", week && week.firstDay - 1);
  propose("phone_region", locale.region);
} catch {
  // A browser without Intl.Locale keeps the server's proposal.
}
