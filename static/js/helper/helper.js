// All questions on one page: what the answers lead to stands there while they are given, and nothing is sent or kept.
import { correction, generate } from "../../vendor/lean-qr.js";
import { submitted } from "../selfcheck/answering.js";
import { clockIsWrong } from "../selfcheck/arrival.js";
import { UNKNOWN, assess } from "../selfcheck/assessment.js";
import { codeIn, decoded, encoded } from "../selfcheck/codes.js";
import { moscowDay } from "../selfcheck/deadlines.js";
import { load } from "../selfcheck/files.js";
import { openNested } from "../selfcheck/nested.js";
import { field, mistakes } from "../selfcheck/pages.js";
import { filled } from "../selfcheck/parts.js";
import { context } from "../selfcheck/results.js";
import { beside, card, column } from "../selfcheck/showing.js";

/** @type {(id: string) => any} */
const find = (id) => document.getElementById(id);
/** @type {HTMLFormElement} */
const form = find("helper");
const told = find("told"), OPENING = "about";
/** @type {Rules} */
let rules;
/** @type {Phrasebook} */
let phrases;
let asked = 0;

// What is not ticked is not so, and what is not chosen stays open.
/** @type {(day: number) => Form} */
function answers(day) {
  const data = new FormData(form);
  for (const { id } of rules.questions) if (id !== OPENING) data.append("shown", id);
  const found = submitted(rules, data, day);
  found.missing.clear();
  return found;
}

/** @type {() => Promise<Phrasebook | null>} */
function other() {
  const [chosen] = find("other").selectedOptions;
  const page = phrases.russian && chosen.value === phrases.russian.language ? "" : chosen.dataset.page;
  return beside(phrases, page);
}

/** @type {(given: Form, day: number, both: Phrasebook[]) => Values} */
function values(given, day, both) {
  const found = assess(rules, given.given, day);
  const columns = both.map((one) => column({ rules, phrases: one, found }));
  return {
    ...card(phrases, { path: [], found }, given, columns),
    find_out: context({ rules, phrases, found }).find_out,
    ...mistakes(rules.questions.map((question) => field(rules, phrases, question, given, day, false))),
    text: columns.map(asText).join("\n\n"),
    link: `${form.dataset.home}#${encoded(rules, given.given)}`,
  };
}

/** @type {(column: Column) => string} */
function asText({ verdict, lines, made }) {
  return [verdict, ...lines.map(({ title, day }, at) => `${at + 1}. ${title} — ${day}`), made].join("\n");
}

async function tell() {
  asked += 1;
  const turn = asked, day = moscowDay(Date.now()), given = answers(day);
  const second = await other().catch(() => null);
  if (turn !== asked) return; // another answer was given meanwhile
  find("no-words").hidden = second !== null;
  const shown = values(given, day, second === null ? [phrases] : [phrases, second]);
  told.innerHTML = filled(phrases.parts.helper.check, shown);
  draw(shown.link);
  for (const input of form.querySelectorAll("input[type=date]")) {
    const { name } = /** @type {HTMLInputElement} */ (input), wrong = given.wrongDates.has(name);
    find(`wrong_${name}`).hidden = !wrong;
    input.setAttribute("aria-invalid", String(wrong));
    input.setAttribute("aria-describedby", `${wrong ? `wrong_${name} ` : ""}help_${name}`);
  }
}

/** @type {(link: string) => void} */
function draw(link) {
  const code = generate(link, { minCorrectionLevel: correction.M }), edge = 4, size = code.size + 2 * edge;
  const all = [...Array(code.size).keys()];
  /** @type {(x: number, y: number) => string} */
  const square = (x, y) => (code.get(x, y) ? `M${x + edge} ${y + edge}h1v1h-1z` : "");
  const dark = all.map((y) => all.map((x) => square(x, y)).join("")).join("");
  find("drawn").innerHTML = `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR">`
    + `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark}"/></svg>`;
}

// Another language takes the answers along behind the #, and they leave the address as soon as they stand on the page.
/** @type {(page: string) => void} */
function continueAt(page) {
  location.assign(`${page}#${encoded(rules, answers(moscowDay(Date.now())).given)}`);
}

function fillIn() {
  const given = decoded(rules, codeIn(location.hash));
  if (given === null) return;
  for (const [id, value] of Object.entries(given)) {
    const field = /** @type {any} */ (form.elements.namedItem(id));
    if (field === null || id === OPENING) continue;
    if (field.type === "checkbox") field.checked = value === "yes";
    else if (field.type !== "date" || value !== UNKNOWN) field.value = value;
  }
  history.replaceState(null, "", location.pathname);
  tell();
}

load(form.dataset).then((found) => {
  [rules, phrases] = found;
  if (clockIsWrong(rules, undefined, moscowDay(Date.now()))) return; // the server knows the day
  fillIn();
  openNested(form);
  form.addEventListener("change", () => { openNested(form); tell(); });
  document.addEventListener("click", (event) => {
    const place = /** @type {any} */ (event.target).closest("header .languages a, [formaction]");
    if (place === null) return;
    event.preventDefault();
    continueAt(place.href || place.getAttribute("formaction"));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell().then(() => told.scrollIntoView());
  });
  told.addEventListener("focusin", (/** @type {FocusEvent} */ { target }) => {
    if (target instanceof HTMLTextAreaElement) target.select();
  });
}, () => {});
