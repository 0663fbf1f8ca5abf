// What waits on the phone: captures that were not sent yet, in IndexedDB, and the keys of those that were.
const DATABASE = "wellkept-event-mode";
const FORGET = 60 * 24 * 3600 * 1000; // ms: so long the keys of what was sent are counted

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const settled = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });

export class Store {
  static async open() {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("waiting", { keyPath: "key" });
      request.result.createObjectStore("sent", { keyPath: "key" });
    };
    return new Store(await asked(request));
  }

  constructor(database) {
    this.database = database;
    // Another page wants a newer shape of it: let go, and it is opened again with that page.
    database.onversionchange = () => database.close();
  }

  // Resolves when it is on the disk, not before.
  async #write(stores, change) {
    const transaction = this.database.transaction(stores, "readwrite", { durability: "strict" });
    change(...stores.map((name) => transaction.objectStore(name)));
    await settled(transaction);
  }

  async waiting() {
    const rows = await asked(this.database.transaction("waiting").objectStore("waiting").getAll());
    return rows.sort((one, other) => one.at - other.at);
  }

  one(key) {
    return asked(this.database.transaction("waiting").objectStore("waiting").get(key));
  }

  keep(row) {
    return this.#write(["waiting"], (waiting) => waiting.put(row));
  }

  drop(key) {
    return this.#write(["waiting"], (waiting) => waiting.delete(key));
  }

  // In one transaction: a key is in one of the two, never in both and never in none.
  sent({ key, event, seat }) {
    return this.#write(["waiting", "sent"], (waiting, sent) => {
      waiting.delete(key);
      sent.put({ key, event, seat, at: Date.now() });
    });
  }

  async sentCount(event, seat) {
    const rows = await asked(this.database.transaction("sent").objectStore("sent").getAll());
    const old = rows.filter((row) => row.at < Date.now() - FORGET);
    if (old.length) await this.#write(["sent"], (sent) => old.forEach((row) => sent.delete(row.key)));
    return rows.filter((row) => row.event === event && row.seat === seat).length;
  }
}
