// What a reader may do with the answers and steps: keep, erase, pass on, leave. Nothing happens unasked.
import { erase, keep, readKept } from "./kept.js";

/** @type {(id: string) => any} */
const find = (id) => document.getElementById(id);
let code = "";
/** @type {View} */
let view;

/** @type {(state: { view: View; code: string; result: boolean; started: boolean }) => void} */
export function offerTools(state) {
  ({ code, view } = state);
  find("tools").hidden = !state.started;
  find("keep-tools").hidden = !state.started;
  find("result-tools").hidden = !state.result;
  find("erase").hidden = readKept() === null;
  say("");
}

// What has become of a copy or of keeping, for eyes and for screen readers.
/** @type {(name: string) => void} */
function say(name) {
  find("said").textContent = name && find("said").dataset[name];
  find("by-hand").hidden = name !== "uncopied";
}

/** @type {(text: string) => Promise<void>} */
async function copy(text) {
  const box = find("by-hand");
  try {
    await navigator.clipboard.writeText(text);
    say("copied");
  } catch (_error) {
    box.hidden = false;
    box.value = text;
    box.select();
    const done = document.execCommand("copy");
    say(done ? "copied" : "uncopied");
    if (!done) box.select();
  }
}

/** @type {(place: Element | null) => string} */
const said = (place) => ((place && place.textContent) || "").replace(/\s+/g, " ").trim();

// The verdict and the list: what they say of their reader, but no answer.
function stepsInWords() {
  const lines = [...document.querySelectorAll("#check .todo li")].map((line, n) => (
    `${n + 1}. ${said(line.querySelector("b"))} — ${said(line.querySelector(".day"))}`));
  return [said(document.querySelector("#check .verdict h1")), ...lines, location.origin + location.pathname].join("\n");
}

find("share-steps").addEventListener("click", async () => {
  try {
    await navigator.share({ text: stepsInWords() });
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "AbortError") copy(stepsInWords());
  }
});

// Without a language: whoever opens it reads it in their own.
find("copy-answers").addEventListener("click", () => copy(`${location.origin}/check/#${code}`));

find("keep").addEventListener("click", () => {
  keep(code, view);
  const kept = (readKept() || { code: "" }).code === code;
  find("erase").hidden = readKept() === null;
  if (kept) find("erase").focus();
  say(kept ? "kept" : "unkept");
});

find("erase").addEventListener("click", () => {
  erase();
  find("erase").hidden = true;
  find("keep").focus();
  say("erased");
});

// Back to where the reader came in, so that the way back shows no answers.
/** @type {(then: () => void) => void} */
export function rewound(then) {
  const steps = (history.state || {}).steps || 0;
  const there = () => {
    history.replaceState(null, "", location.pathname);
    then();
  };
  if (steps === 0) return there();
  const options = { capture: true, once: true };
  addEventListener("popstate", (back) => { back.stopImmediatePropagation(); there(); }, options);
  return history.go(-steps);
}

find("leave").addEventListener("click", (/** @type {Event} */ event) => {
  event.preventDefault();
  document.documentElement.hidden = true;
  rewound(() => location.assign(find("leave").href));
});
