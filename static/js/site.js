// What every page may do where scripts work: copy its link, and save the guide on this phone for days without internet.
// Written for Chrome from 61 and Safari from 11.1; an older browser runs none of it and shows the page as it is.
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

  // A text stands in the button itself, or in the field that it names.
  const offerTexts = () => {
    for (const button of /** @type {any} */ (document.querySelectorAll("[data-text], [data-of]"))) {
      if (!navigator.clipboard) continue;
      button.hidden = false;
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(button.dataset.text || find(button.dataset.of).value)
          .then(() => { button.textContent = button.dataset.done; });
      });
    }
  };

  const offerChats = () => {
    const button = find("copy-text"), picture = find("picture");
    if (!button) return;
    const { text, sms } = button.dataset;
    // Three parts of an SMS hold only so many signs of it, before the address.
    const short = sms && text.slice(0, sms) + text.slice(text.lastIndexOf("\n"));
    // Messengers get the whole text; in the addresses themselves it would weigh as much as the answer.
    for (const link of document.querySelectorAll(".share a[rel]")) {
      const to = /** @type {HTMLAnchorElement} */ (link);
      to.addEventListener("click", () => {
        const whole = to.protocol === "sms:" ? short : text;
        if (whole) to.href = to.href.replace(/((?:text|body)=)[^&]*$/, (_, name) => name + encodeURIComponent(whole));
      });
    }
    // Where the phone can hand over a file, the picture goes straight into a chat; elsewhere it is saved.
    if (!navigator.canShare || !window.File) return;
    picture.addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      fetch(picture.href).then((answer) => answer.blob()).then((blob) => {
        const files = [new File([blob], picture.href.split("/").pop(), { type: blob.type })];
        if (!navigator.canShare({ files })) throw new Error("no files");
        return navigator.share({ files });
      }).catch((error) => {
        if (error.name !== "AbortError") location.href = picture.href;
      });
    });
  };

  const offerPrinting = () => {
    const button = find("print");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  };

  const place = find("offline"), elsewhere = find("elsewhere");
  const language = place && place.dataset.language;
  // Where the site begins: a mirror of it may stand below any path.
  const home = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  let asked = false, pressed = false;

  /** @type {(text: string) => void} */
  const say = (text) => {
    place.hidden = false;
    place.querySelector("[role=status]").textContent = text;
  };

  /** Where nothing may be stored, nothing is shown either. @type {(deed: () => void) => void} */
  const quietly = (deed) => {
    try { deed(); } catch (_error) { /* a phone that stores nothing */ }
  };

  /** @type {(button: string, shown: boolean) => any} */
  const offer = (button, shown) => {
    const found = place.querySelector(`[data-does=${button}]`);
    place.hidden = false;
    found.hidden = !shown;
    return found;
  };

  /** @type {(what: string, rest?: Record<string, string>) => void} */
  const ask = (what, rest = {}) => {
    navigator.serviceWorker.ready.then(({ active }) => {
      if (active) active.postMessage(Object.assign({ what, language }, rest));
    });
  };

  /** Once for a page, so that a server that fails is not asked again and again. @type {(what: string) => void} */
  const askUnasked = (what) => {
    if (!asked) ask(what);
    asked = true;
  };

  // On the page of what has changed, for a reader whose phone holds the guide: what is new since the last visit.
  // The day of the newest change stands on the phone beside the guide, and goes with it.
  const news = /** @type {HTMLElement | null} */ (document.querySelector("[data-seen]")), seen = `seen ${language}`;

  const showNews = () => {
    if (!news || !news.children.length) return;
    const items = /** @type {HTMLElement[]} */ (Array.from(news.children)), last = localStorage.getItem(seen);
    for (const item of items.filter(({ dataset }) => last && String(dataset.day) > last)) {
      const badge = document.createElement("strong");
      badge.className = "badge";
      badge.textContent = news.dataset.new || "";
      item.prepend(badge);
    }
    localStorage.setItem(seen, String(items[0].dataset.day));
    news.removeAttribute("data-seen");
  };

  // What the service worker tells.
  /** @type {Record<string, (message: Record<string, any>) => void>} */
  const heard = {
    changed() { find("changed").hidden = false; },
    saving({ percent }) { say(`${place.dataset.saving} ${percent ? `${percent} %` : ""}`); },
    saved({ text, old }) {
      say(text);
      if (news && news.dataset.seen) quietly(showNews);
      if (old) askUnasked("renew");
    },
    // A failure is news only to whoever asked.
    failed({ full }) {
      const text = full ? place.dataset.full : place.dataset.failed;
      say(pressed ? text : "");
    },
    none({ first, wanted, bytes }) {
      say("");
      quietly(() => localStorage.removeItem(seen));
      const size = ` (${Math.ceil(bytes / 1000)} ${place.dataset.kilobytes})`;
      if (bytes) place.querySelector("[data-bytes]").textContent = size;
      // On the second page a language is saved unasked, if none was ever saved or removed and the phone spares no data.
      const connection = "connection" in navigator && /** @type {any} */ (navigator.connection);
      if (wanted) askUnasked("renew");
      else if (first && again && !(connection && connection.saveData)) askUnasked("begin");
    },
  };

  /** @type {(message: Record<string, any>) => void} */
  const hear = (message) => {
    if (message.is === "others") { showOthers(message); return; }
    if (message.language !== language || !heard[message.is]) return;
    heard[message.is](message);
    if (message.is === "changed") return;
    offer("save", message.is === "none" || message.is === "failed");
    offer("update", message.is === "saved");
    offer("remove", message.is === "saved");
  };

  // On the page that stands for one that is not saved: the way back to it, and the languages that are saved.
  /** @type {(message: Record<string, any>) => void} */
  const showOthers = ({ path, codes, holding }) => {
    if (!elsewhere) return;
    const rest = path.split("?")[0].split("/").slice(1).join("/");
    for (const link of elsewhere.querySelectorAll("[data-language]")) {
      const at = codes.indexOf(link.dataset.language);
      if (at >= 0) link.href = `${home}${codes[at]}/${holding[at] ? rest : ""}`;
      link.hidden = at < 0;
    }
    elsewhere.hidden = codes.length === 0;
  };

  const again = "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;

  const offerSaving = () => {
    navigator.serviceWorker.onmessage = ({ data }) => hear(data);
    place.addEventListener("click", (/** @type {any} */ event) => {
      const button = event.target.closest("[data-does]");
      if (!button) return;
      pressed = true;
      ask(button.dataset.does === "update" ? "save" : button.dataset.does);
    });
    find("changed").addEventListener("click", () => location.reload());
    navigator.serviceWorker.register(`${home}service-worker.js`).then(() => {
      ask("tell");
      if (elsewhere) ask("others", { path: location.hash.slice(1) });
    }, () => {});
  };

  const offerSearch = () => {
    const field = find("q");
    if (!field) return;
    const script = new URL(field.form.dataset.script, document.baseURI).href;
    // Without it the form asks the server. Not import(), at which browsers of 2017 leave out all that stands here.
    const element = Object.assign(document.createElement("script"), { type: "module", src: script });
    const start = () => document.head.append(element);
    field.addEventListener("focus", start, { once: true });
    const back = (history.state || {}).words; // from an answer to what was asked here
    if (field === document.activeElement || find("served") || back) start();
    addEventListener("keydown", (event) => {
      const busy = /** @type {any} */ (event.target).closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.focus();
    });
  };

  offerCopy();
  offerTexts();
  offerChats();
  offerPrinting();
  offerSearch();
  if (elsewhere && location.hash.length > 1) {
    find("again").href = home + location.hash.slice(1);
    find("again").hidden = false;
  }
  if (place && "serviceWorker" in navigator && "caches" in window) {
    // After the page itself, so that it never waits.
    addEventListener("load", () => setTimeout(offerSaving, 1000));
  }
}
