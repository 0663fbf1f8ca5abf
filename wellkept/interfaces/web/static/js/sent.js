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

const draftOf = (card) => {
  const draft = card.querySelector("[data-draft]");
  return draft ? (draft.value ?? draft.textContent).trim() : "";
};

// mailto:, sms: and WhatsApp carry the draft as the user last edited it.
function carry(link, text) {
  const url = new URL(link.href);
  const name = { body: "body", text: "text" }[link.dataset.carries];
  if (!name || !text) return;
  url.searchParams.set(name, text);
  const search = url.search.replaceAll("+", "%20"); // mail programs show a plus as a plus
  link.href = url.href.slice(0, url.href.length - url.search.length) + search;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-door]");
  const card = link?.closest("[data-card]");
  if (!card) return;
  const text = draftOf(card);
  carry(link, text);
  if (text) copy(text).then((done) => done && card.querySelector("[data-copied]")?.removeAttribute("hidden"));
  waiting = card;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  const card = button?.closest("[data-card]");
  if (card) copy(draftOf(card)).then((done) => done && card.querySelector("[data-copied]")?.removeAttribute("hidden"));
});

function ask() {
  if (document.visibilityState !== "visible" || !waiting) return;
  const prompt = waiting.querySelector("[data-sent-prompt]");
  waiting = null;
  if (!prompt) return;
  prompt.hidden = false;
  prompt.querySelector("button")?.focus();
}

document.addEventListener("visibilitychange", ask);
window.addEventListener("focus", ask);

document.addEventListener("click", (event) => {
  const no = event.target.closest("[data-not-sent]");
  if (no) no.closest("[data-sent-prompt]").hidden = true;
});
