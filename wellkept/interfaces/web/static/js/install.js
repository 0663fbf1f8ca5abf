// Makes the pages installable where the browser can. Without it, everything else works.
if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/service-worker.js").catch(() => {});
