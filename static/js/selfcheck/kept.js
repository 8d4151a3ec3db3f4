// What stays on this phone when its reader asks for it: the code of the answers, and the steps and days seen with them.
import { applying } from "./assessment.js";
import { objectOf } from "./lists.js";

const KEPT = "amina-guide-answers";

/** @typedef {Record<string, [title: string, day: number | null]>} Seen */

// A phone that forbids storage keeps nothing, and everything else works.
/** @type {<T>(use: (store: Storage) => T) => T | null} */
function storage(use) {
  try { return use(localStorage); } catch (_error) { return null; }
}

export const erase = () => storage((store) => store.removeItem(KEPT));

/** @type {() => { code: string; steps: Seen | null } | null} */
export function readKept() {
  const text = storage((store) => store.getItem(KEPT));
  if (!text) return null;
  // Earlier versions kept the code alone.
  try { return JSON.parse(text); } catch (_error) { return { code: text, steps: null }; }
}

/** @type {(code: string, view: View) => void} */
export function keep(code, view) {
  storage((store) => store.setItem(KEPT, JSON.stringify({ code, steps: stepsOf(view) })));
}

/** @type {(view: View) => Seen} */
function stepsOf({ phrases, found }) {
  return objectOf(applying(found).map(({ step, due }) => (
    [step.id, [phrases.text(`steps.${step.id}.title`), due ? due.day : null]])));
}

// Says which steps are new, which are gone, and which have another day than when they were kept.
/** @type {(kept: { steps: Seen | null }, view: View) => void} */
export function tellChanges({ steps }, view) {
  const list = document.getElementById("kept-changes");
  if (!steps || !list) return;
  const now = stepsOf(view), { phrases } = view;
  /** @type {(name: string, title: string, day?: number | null) => void} */
  const say = (name, title, day = null) => {
    const line = document.createElement("li");
    const when = day === null ? "" : ` – ${phrases.day(day)} (${phrases.weekday(day)})`;
    line.textContent = `${list.dataset[name]} ${title}${when}`;
    list.append(line);
  };
  for (const [id, [title, day]] of Object.entries(now)) {
    if (!steps[id]) say("fresh", title, day);
    else if (steps[id][1] !== day) say("moved", title, day);
  }
  for (const [id, [title]] of Object.entries(steps)) if (!now[id]) say("gone", title);
  for (const place of document.querySelectorAll("#kept-changed, #kept-changes")) {
    /** @type {HTMLElement} */ (place).hidden = list.childElementCount === 0;
  }
}
