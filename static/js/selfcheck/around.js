// What stands around a question and a result alike: the answers so far, hidden ones, and the other languages.
import { html } from "./html.js";

export function carried(given, screen) {
  const shown = new Set(screen.map(({ id }) => id));
  return Object.entries(given)
    .filter(([id]) => !shown.has(id))
    .map(([id, value]) => [value].flat().map((one) => html`<input type="hidden" name="${id}" value="${one}">`));
}

export function answers(rules, words, { path, found }) {
  const rows = path.flatMap((screen) => answered(rules, words, screen, found.answers));
  return rows.length > 0 && html`<details class="answers">
  <summary>${words.say("Your answers")}</summary>
  <ul lang="${words.language}">${rows.map(([screen, label, answer]) => html`
    <li><span>${label}${answer && html`: <b>${answer}</b>`}</span> ${change(words, screen, label)}</li>`)}</ul>
</details>`;
}

export function change(words, screen, label) {
  return html`<button class="change" name="change" value="${screen}" lang="${words.interface}">${words.say("answer Change")} <span class="visually-hidden" lang="${words.language}">${label}</span></button>`;
}

// Of the ticked events only those that happened are worth a line.
function answered(rules, words, screen, answers) {
  const name = screen[0].screen, shared = !rules.byId.has(name);
  const isNo = ({ at, options }) => {
    const possible = answers.options[at];
    return shared && possible !== undefined && possible.length === 1 && options[possible[0]] === "no";
  };
  const worth = screen.filter((question) => !isNo(question));
  if (shared && worth.length === 0) return [[name, words.text(`screens.${name}.title`), ""]];
  return worth.map((question) => [name, words.label(question), words.answer(question, answers)]);
}

export function languages(words, screen) {
  const name = screen ? "change" : "finish";
  return html`<details class="languages">
  <summary>${words.say("Continue in another language")}</summary>
  <p>${words.languages.map(([code, own, address]) => html`<button class="button secondary" lang="${code}" formaction="${address}" name="${name}" value="${screen || "1"}">${own}</button> `)}</p>
</details>`;
}
