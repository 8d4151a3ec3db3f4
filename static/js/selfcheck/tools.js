// What a reader may do with the answers and steps: keep, erase, pass on, leave. Nothing happens unasked.
const KEPT = "amina-guide-answers";
/** @type {(id: string) => any} */
const find = (id) => document.getElementById(id);
let code = "";

// A phone that forbids storage keeps nothing, and everything else works.
/** @type {<T>(use: (store: Storage) => T) => T | null} */
function storage(use) {
  try { return use(localStorage); } catch { return null; }
}

export const readKept = () => storage((store) => store.getItem(KEPT));
export const erase = () => storage((store) => store.removeItem(KEPT));

/** @type {(state: { code: string; result: boolean; started: boolean }) => void} */
export function offerTools(state) {
  code = state.code;
  find("tools").hidden = !state.started;
  find("keep-tools").hidden = !state.started;
  find("result-tools").hidden = !state.result;
  find("erase").hidden = readKept() === null;
  for (const id of ["share-steps", "copy-answers"]) relabel(find(id));
}

/** @type {(button: HTMLElement, text?: string) => void} */
function relabel(button, text = button.dataset.label) {
  button.dataset.label = button.dataset.label || button.textContent;
  if (text) button.textContent = text;
}

/** @type {(button: HTMLElement, text: string) => Promise<void>} */
async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  relabel(button, button.dataset.done);
  find("announcement").textContent = button.dataset.done;
}

/** @type {(place: Element | null) => string} */
const said = (place) => ((place && place.textContent) || "").replace(/\s+/g, " ").trim();

// The verdict and the list: what they say of their reader, but no answer.
function stepsInWords() {
  const lines = [...document.querySelectorAll("#check .todo li")].map((line, n) => (
    `${n + 1}. ${said(line.querySelector("b"))} — ${said(line.querySelector(".day"))}`));
  return [said(document.querySelector("#check .verdict h1")), ...lines, location.origin + location.pathname].join("\n");
}

find("share-steps").addEventListener("click", (/** @type {any} */ event) => {
  if (navigator.share) navigator.share({ text: stepsInWords() }).catch(() => {});
  else copy(event.currentTarget, stepsInWords());
});

find("copy-answers").addEventListener("click", (/** @type {any} */ event) => {
  copy(event.currentTarget, `${location.origin}${location.pathname}#${code}`);
});

find("keep").addEventListener("click", () => {
  storage((store) => store.setItem(KEPT, code));
  find("erase").hidden = readKept() === null;
  find("erase").focus();
});

find("erase").addEventListener("click", () => {
  erase();
  find("erase").hidden = true;
  find("keep").focus();
});

// Back to where the reader came in, so that the way back from the empty page shows no answers; then away.
find("leave").addEventListener("click", (/** @type {Event} */ event) => {
  event.preventDefault();
  document.documentElement.hidden = true;
  const steps = (history.state || {}).steps || 0;
  const away = () => {
    history.replaceState(null, "", location.pathname);
    location.assign(find("leave").href);
  };
  if (steps === 0) away();
  else {
    addEventListener("popstate", (back) => { back.stopImmediatePropagation(); away(); }, { capture: true });
    history.go(-steps);
  }
});
