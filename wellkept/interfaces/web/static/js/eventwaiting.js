// What was captured in event mode and waits on this phone is sent from every page of events, also where its own event is gone.
import { Store } from "./eventstore.js";
import { sendAll } from "./eventsend.js";

const notice = document.querySelector("[data-phone]");
const { seat, door, one, many } = notice.dataset;

async function show(store) {
  const waiting = (await store.waiting()).filter((row) => row.seat === seat).length;
  notice.hidden = waiting === 0;
  notice.querySelector("[data-phone-words]").textContent = waiting === 1 ? one : many.replace("%n", waiting);
  return waiting;
}

async function send(store) {
  const on = { sending: () => {}, sent: () => show(store), refused: () => show(store) };
  const all = () => sendAll({ store, page: location.pathname, door, on, held: () => undefined });
  await (navigator.locks ? navigator.locks.request("wellkept-send", all) : all());
  await show(store);
}

try {
  const store = await Store.open();
  notice.querySelector("[data-phone-send]").addEventListener("click", () => send(store));
  if (await show(store)) await send(store);
} catch {
  // nothing can be stored here, so nothing waits
}
