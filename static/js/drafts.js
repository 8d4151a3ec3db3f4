// What is typed into a form stays in this browser until it is saved: leaving asks first, coming back offers it again.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("#content-main form"));
const offer = /** @type {HTMLElement | null} */ (document.getElementById("draft"));

/** @returns {Record<string, string>} */
function typed() {
  const found = /** @type {Record<string, string>} */ ({});
  const fields = "textarea, input[type=text], select:not([multiple])";
  for (const field of /** @type {HTMLFormElement} */ (form).querySelectorAll(fields)) {
    const { name, value } = /** @type {HTMLInputElement} */ (field);
    if (name) found[name] = value;
  }
  return found;
}

/**
 * @param {Record<string, string>} one
 * @param {Record<string, string>} other
 */
function differences(one, other) {
  return Object.keys(one).filter((name) => name in other && one[name] !== other[name]);
}

if (form && offer) {
  const language = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=translate_to]"));
  const key = `draft ${location.pathname} ${language ? language.value : ""}`;
  const shown = typed();
  const kept = /** @type {Record<string, string>} */ (JSON.parse(localStorage.getItem(key) || "{}"));
  const refused = document.querySelector(".errornote") !== null;
  let saving = false;

  offer.hidden = refused || differences(kept, shown).length === 0;
  if (offer.hidden && !refused) localStorage.removeItem(key);

  const keep = () => {
    const now = typed();
    const changed = differences(now, shown);
    if (changed.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(Object.fromEntries(changed.map((name) => [name, now[name]]))));
  };
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    // A preview opens beside the form and saves nothing.
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter || null);
    saving = !(button && button.formTarget === "_blank");
  });
  window.addEventListener("beforeunload", (event) => {
    if (saving || (!refused && differences(typed(), shown).length === 0)) return;
    event.preventDefault();
    event.returnValue = "";
  });
  offer.addEventListener("click", (event) => {
    const choice = /** @type {HTMLButtonElement} */ (event.target).value;
    if (!choice) return;
    for (const name of choice === "take" ? differences(kept, shown) : []) {
      const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
      field.value = kept[name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (choice === "drop") localStorage.removeItem(key);
    offer.hidden = true;
  });
}
