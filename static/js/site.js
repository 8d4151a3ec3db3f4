// What every page may do where scripts work: copy its link, and save the guide on this phone for days without internet.
{
  /** @type {(id: string) => any} */
  const find = (id) => document.getElementById(id);

  const offerCopy = () => {
    const button = find("copy");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      // Not the canonical address: a link keeps its reader's language.
      navigator.clipboard.writeText(location.origin + location.pathname).then(() => {
        button.textContent = button.dataset.done;
      });
    });
  };

  const place = find("offline");
  const language = place && place.dataset.language;

  /** @type {(text: string) => void} */
  const say = (text) => {
    place.hidden = false;
    place.querySelector("[role=status]").textContent = text;
  };

  /** @type {(button: string, shown: boolean) => void} */
  const offer = (button, shown) => {
    place.hidden = false;
    place.querySelector(`[data-does=${button}]`).hidden = !shown;
  };

  /** What the service worker tells. @type {(message: Record<string, any>) => void} */
  const heard = (message) => {
    if (message.language !== language) return;
    if (message.is === "changed") { find("changed").hidden = false; return; }
    if (message.is === "saving") say(`${place.dataset.saving} ${message.percent} %`);
    if (message.is === "saved") say(message.text);
    if (message.is === "failed") say(place.dataset.failed);
    if (message.is === "none") say("");
    offer("save", message.is === "none" || message.is === "failed");
    offer("update", message.is === "saved");
    offer("remove", message.is === "saved");
    // The chosen language is saved unasked, once; another one, or on a phone that saves data, only when asked.
    const connection = "connection" in navigator && /** @type {any} */ (navigator.connection);
    const sparing = connection && connection.saveData;
    if (message.is === "none" && message.first && !sparing) ask("save");
    if (message.is === "saved" && message.old) ask("save");
  };

  /** @type {(what: string) => void} */
  const ask = (what) => {
    navigator.serviceWorker.ready.then(({ active }) => {
      if (active) active.postMessage({ what, language });
    });
  };

  const saveForLater = () => {
    navigator.serviceWorker.addEventListener("message", (event) => heard(event.data));
    navigator.serviceWorker.startMessages();
    place.addEventListener("click", (/** @type {any} */ event) => {
      const { does } = event.target.dataset;
      if (does) ask(does === "update" ? "save" : does);
    });
    find("changed").addEventListener("click", () => location.reload());
    navigator.serviceWorker.register("/service-worker.js").then(() => ask("tell"), () => {});
  };

  const offerSearch = () => {
    const field = find("q");
    if (!field) return;
    const start = () => import(field.form.dataset.script).catch(() => {}); // without it the form asks the server
    field.addEventListener("focus", start, { once: true });
    if (field === document.activeElement || find("served")) start();
    addEventListener("keydown", (event) => {
      const busy = /** @type {any} */ (event.target).closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.focus();
    });
  };

  offerCopy();
  offerSearch();
  if (place && "serviceWorker" in navigator && "caches" in window) {
    // After the page itself, so that it never waits.
    addEventListener("load", () => setTimeout(saveForLater, 1000));
  }
}
