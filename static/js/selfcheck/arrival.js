// How this page was reached: by a link whose answers may be another's, or on a phone whose clock cannot be right.
import { parsed } from "./deadlines.js";

/** @type {(id: string) => any} */
const find = (id) => document.getElementById(id);

// From another page of the self-check, or by going on within this one; a link from elsewhere has neither behind it.
export function isOwn() {
  return "steps" in (history.state || {}) || (document.referrer !== "" && /\/check\/$/.test(document.referrer)
    && document.referrer.startsWith(`${location.origin}/`));
}

// The rules were true on the newest day they were checked on: before it no phone can be. `said` is the server's day.
/** @type {(rules: Rules, said: string | undefined, day: number) => boolean} */
export function clockIsWrong(rules, said, day) {
  const server = parsed(said || "");
  return day < Math.max(...rules.steps.map(({ checked }) => checked))
    || (server !== null && Math.abs(day - server) > 1);
}

/** @type {(root: HTMLElement, id: string) => void} */
export function showInstead(root, id) {
  root.textContent = "";
  root.append(find("instead").content.getElementById(id).cloneNode(true));
  root.dataset.shown = id;
  find("tools").hidden = true;
}

/** @type {(root: HTMLElement, answered: { label: string; answer: string }[]) => void} */
export function askWhose(root, answered) {
  showInstead(root, "came-with-link");
  for (const { label, answer } of answered) {
    const line = document.createElement("li");
    line.textContent = answer ? `${label}: ${answer}` : label;
    find("came-answers").append(line);
  }
  for (const link of root.querySelectorAll("a")) link.hash = location.hash;
}
