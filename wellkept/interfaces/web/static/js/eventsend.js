// Sends what waits, one after the other. What the server has once said to have leaves the phone; all else stays.
const PATIENCE = 60_000; // ms for one answer

export const SENT = "sent", OFFLINE = "offline", SIGNED_OUT = "signed-out", OTHER = "other";

async function ask(address, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(address, { cache: "no-store", credentials: "same-origin", signal: stop.signal, ...options });
  } finally {
    clearTimeout(timer);
  }
}

// A new token, and whose network this is now: both stand in the page itself, when it is asked for again.
async function enter(page) {
  let answer;
  try {
    answer = await ask(page);
  } catch {
    return { state: OFFLINE };
  }
  if (answer.redirected && new URL(answer.url).pathname !== page) return { state: SIGNED_OUT };
  if (answer.status === 404) return { state: OTHER }; // somebody else is signed in, or the event is gone
  if (!answer.ok) return { state: OFFLINE };
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = found.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  return token ? { state: SENT, token, seat: found.querySelector("[data-seat]")?.dataset.seat } : { state: SIGNED_OUT };
}

function formOf(row, token) {
  const form = new FormData();
  for (const name of ["key", "text", "on", "event"]) form.append(name, row[name] ?? "");
  form.append("csrfmiddlewaretoken", token);
  if (row.picture) form.append("picture", row.picture, row.name || "photo.jpg");
  return form;
}

async function reason(answer) {
  try {
    const said = await answer.json();
    return said.refused ?? "";
  } catch {
    return "";
  }
}

// Calls `on.sending(row)`, `on.sent(row)` and `on.refused(row, why)`; leaves out the one that `held()` names. Answers SENT when all of this seat's were tried, else
// why it stopped.
export async function sendAll({ store, page, door, on, held }) {
  const rows = (await store.waiting()).filter((row) => !row.refused);
  if (!rows.length) return SENT;
  const { state, token, seat } = await enter(page);
  if (state !== SENT) return state;
  const own = rows.filter((row) => row.seat === seat);
  for (const { key } of own) {
    const row = await store.one(key); // it may have been changed, sent or thrown away meanwhile
    if (!row || key === held()) continue;
    on.sending(row);
    await store.keep({ ...row, tried: true });
    let answer;
    try {
      answer = await ask(door, { method: "POST", body: formOf(row, token), headers: { Accept: "application/json", "X-CSRFToken": token }, redirect: "manual" });
    } catch {
      return OFFLINE;
    }
    if (answer.ok) {
      await store.sent(row);
      on.sent(row);
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      return SIGNED_OUT;
    } else if (answer.status === 404 && row.event) {
      await store.keep({ ...row, tried: false, event: "" }); // the event is gone; what was said there is not
      own.push(row);
    } else if ([400, 404, 413, 415, 422].includes(answer.status)) {
      const why = await reason(answer);
      await store.keep({ ...row, tried: false, refused: why || " " });
      on.refused(row, why);
    } else {
      return OFFLINE;
    }
  }
  return own.length < rows.length ? OTHER : SENT;
}
