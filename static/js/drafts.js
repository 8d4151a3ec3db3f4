// What is typed stays in this browser until it is kept: leaving asks first, coming back offers it again.
const KINDS = ["text", "url", "email", "tel", "number", "date"].map((kind) => `input[type=${kind}]`);
const TYPED = ["textarea", "select:not([multiple])", ...KINDS].join();
const offer = /** @type {HTMLElement | null} */ (document.getElementById("draft"));
/** @typedef {HTMLInputElement} Writable also text areas and lists to choose from */

/** @returns {Writable[]} */
function fields() {
  const found = /** @type {NodeListOf<Writable>} */ (document.querySelectorAll("#content form"));
  /** @type {Writable[]} */
  const all = [];
  for (const form of found) all.push(.../** @type {NodeListOf<Writable>} */ (form.querySelectorAll(TYPED)));
  return all.filter((field) => field.name);
}

/** @param {Writable} field */
const nameOf = (field) => field.id || field.name;

/** @param {string[][]} pairs */
function together(pairs) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const [name, text] of pairs) all[name] = text;
  return all;
}

/** @returns {Record<string, string>} */
const typed = () => together(fields().map((field) => [nameOf(field), field.value]));

/** @param {string} key */
function kept(key) {
  return /** @type {Record<string, string>} */ (JSON.parse(localStorage.getItem(key) || "{}"));
}

/**
 * @param {string} key
 * @param {Record<string, string>} texts
 */
function keep(key, texts) {
  if (Object.keys(texts).length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(texts));
}

// The page that follows says whether what was sent is kept there: then it is forgotten here.
const sentLast = sessionStorage.getItem("sent");
sessionStorage.removeItem("sent");
const told = document.querySelector("#user-tools") && document.querySelector(".messagelist :is(.success, .info)");
if (sentLast && told && !document.querySelector(".messagelist .error, .errornote")) {
  const { key, names } = JSON.parse(sentLast);
  const still = Object.entries(kept(key)).filter(([name]) => !names.includes(name));
  keep(key, together(still));
}

if (offer) {
  const language = /** @type {Writable | null} */ (document.querySelector("#content [name=translate_to]"));
  const key = `draft ${location.pathname} ${language ? language.value : ""}`;
  const shown = typed();
  const before = kept(key);
  const refused = document.querySelector(".errornote") !== null;
  const lost = Object.keys(before).filter((name) => name in shown && before[name] !== shown[name]);
  let sent = /** @type {EventTarget | null} */ (null);

  const changed = () => fields().filter((field) => field.value !== shown[nameOf(field)]);
  offer.hidden = refused || lost.length === 0;
  if (offer.hidden && !refused) localStorage.removeItem(key);

  document.addEventListener("input", () => {
    // Of what was refused, the page shows the rest as it was typed.
    const now = together(changed().map((field) => [nameOf(field), field.value]));
    keep(key, { ...(refused ? before : {}), ...now });
  });
  document.addEventListener("submit", (event) => {
    // A preview opens beside the form and saves nothing.
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter || null);
    if (button && button.formTarget === "_blank") return;
    sent = event.target;
    const names = fields().filter((field) => field.form === sent);
    sessionStorage.setItem("sent", JSON.stringify({ key, names: names.map(nameOf) }));
  });
  window.addEventListener("beforeunload", (event) => {
    const others = changed().some((field) => field.form !== sent);
    if (!others && (!refused || sent)) return;
    event.preventDefault();
    event.returnValue = "";
    setTimeout(() => {
      sent = null; // whoever stays has sent nothing
    });
  });
  offer.addEventListener("click", (event) => {
    const choice = /** @type {HTMLButtonElement} */ (event.target).value;
    if (!choice) return;
    for (const field of choice === "take" ? fields() : []) {
      if (!lost.includes(nameOf(field))) continue;
      field.value = before[nameOf(field)];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (choice === "drop") localStorage.removeItem(key);
    offer.hidden = true;
  });
}
