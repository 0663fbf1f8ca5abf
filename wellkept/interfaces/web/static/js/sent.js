// A card opened the phone, the mail program or a profile: copy the draft on the way out, and ask "sent?" on the way back.
let waiting = null;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no clipboard without HTTPS; the draft still stands on the card
  }
}

// Where a card has several ways (mail, message, call), each has its own words, doors and question.
const wayOf = (element) => element?.closest("[data-way]") ?? element?.closest("[data-card]");

const draftOf = (way) => {
  const draft = way.querySelector("[data-draft]");
  return draft ? (draft.value ?? draft.textContent).trim() : "";
};

const copied = (way) => way.closest("[data-card]").querySelector("[data-copied]")?.removeAttribute("hidden");

// mailto:, sms: and WhatsApp carry the draft as the user last edited it.
function carry(link, text) {
  const url = new URL(link.href);
  const name = { body: "body", text: "text" }[link.dataset.carries];
  if (!name || !text) return;
  url.searchParams.set(name, url.protocol === "mailto:" ? text.replaceAll("\n", "\r\n") : text); // RFC 6068, section 5
  const search = url.search.replaceAll("+", "%20"); // mail programs show a plus as a plus
  link.href = url.href.slice(0, url.href.length - url.search.length) + search;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-door]");
  const way = link && wayOf(link);
  if (!way) return;
  const text = draftOf(way);
  carry(link, text);
  if (text) copy(text).then((done) => done && copied(way));
  waiting = way;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  const way = button && wayOf(button);
  if (way) copy(draftOf(way)).then((done) => done && copied(way));
});

function ask() {
  if (document.visibilityState !== "visible" || !waiting) return;
  const prompt = waiting.querySelector("[data-sent-prompt]");
  waiting = null;
  if (!prompt) return;
  prompt.hidden = false;
  prompt.querySelector("input:not([type=hidden]), button")?.focus();
}

document.addEventListener("visibilitychange", ask);
window.addEventListener("focus", ask);

document.addEventListener("click", (event) => {
  const no = event.target.closest("[data-not-sent]");
  if (no) no.closest("[data-sent-prompt]").hidden = true;
});
