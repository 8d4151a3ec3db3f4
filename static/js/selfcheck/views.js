// The self-check on the phone: answers stay in this page's address, behind the #, which browsers never send.
// Without this script, or where its files do not arrive, the same forms work on the server.
import { chosenBefore, empty, fitting, submitted } from "./answering.js";
import { askWhose, clockIsWrong, isOwn, showInstead } from "./arrival.js";
import { replay, upTo } from "./assessment.js";
import { download } from "./calendar_files.js";
import { codeIn, decoded, encoded } from "./codes.js";
import { moscowDay, untilMidnight } from "./deadlines.js";
import { ignoreDoubleTaps } from "./double_tap.js";
import { load } from "./files.js";
import { erase, keep, readKept, tellChanges } from "./kept.js";
import { followLinks } from "./links.js";
import { openNested } from "./nested.js";
import { question, result } from "./pages.js";
import { filled } from "./parts.js";
import { beside, card, column } from "./showing.js";
import { offerTools, rewound } from "./tools.js";

/** @typedef {HTMLButtonElement | null} Button */

/** @type {(id: string) => any} */
const find = (id) => document.getElementById(id);
/** @type {HTMLElement} */
const root = find("check");
const RESULT = "r", CARD = "c";
/** @type {Rules} */
let rules;
/** @type {Phrasebook} */
let phrases;
/** @type {number} */
let day;
/** @type {Button} */
let pressed = null;
let shown = empty();
let address = location.pathname, taken = 0;

const today = () => moscowDay(Date.now());

const ready = load(root.dataset).then((found) => { [rules, phrases] = found; });

// What the fragment says: #version.letters, and .r for the result, .c for the card or .n for the n-th screen.
function mark() {
  return codeIn(location.hash).split(".")[2] || "";
}

/** @type {(form: Form, wanted: string) => Standing} */
function standingOf(form, wanted) {
  const standing = replay(rules, form.given, day), screen = standing.path[Number(wanted)];
  const reopened = /^\d+$/.test(wanted) && screen && upTo(rules, form.given, screen[0].screen, day);
  return reopened || standing;
}

function fromAddress() {
  day = today();
  const text = codeIn(location.hash), given = text === "" ? chosenBefore(rules, location.search) : decoded(rules, text);
  const [kept, all] = fitting(rules, given || {}, day);
  const fitted = given === null ? "unknown-code" : all ? "" : "mapped-code";
  const notice = fitted || (text === "" && readKept() !== null ? "kept-before" : "");
  shown = empty(kept);
  show(shown, standingOf(shown, mark()), [RESULT, CARD].includes(mark()), notice);
  if (text !== "" && isOwn() && !("steps" in (history.state || {}))) retrace();
  const foreign = text !== "" && Object.keys(kept).length > 0 && !isOwn();
  if (foreign) askWhose(root, valuesOf(replay(rules, kept, day), shown, "result").answered);
  else if (mark() === CARD) showCard("");
}

// Another language is another page: the screens before this one come along, so that the way back leads to them.
function retrace() {
  const here = mark(), code = codeIn(location.hash).split(".").slice(0, 2).join(".");
  const { path } = standingOf(shown, here);
  for (let n = 0; n < path.length; n += 1) {
    history[n === 0 ? "replaceState" : "pushState"]({ steps: n }, "", `#${code}.${n}`);
  }
  if (path.length > 0) history.pushState({ steps: path.length }, "", here ? `#${code}.${here}` : `#${code}`);
  [address, taken] = [location.href, stepsTaken()];
}

// The card stands in the place of the result, to which the way back leads.
/** @type {(page: string) => Promise<void>} */
async function showCard(page) {
  const standing = standingOf(shown, ""), { found } = standing;
  const both = [phrases, await beside(phrases, page)].filter((one) => one !== null);
  if (mark() !== CARD) history.pushState({ steps: stepsTaken() + 1 }, "", `#${encoded(rules, shown.given)}.${CARD}`);
  put("card", card(phrases, standing, shown, both.map((one) => column({ rules, phrases: one, found }))));
  offerTools({ view: { rules, phrases, found }, code: encoded(rules, shown.given), result: false, started: true });
  focus();
}

/** @type {(name: "question" | "result" | "card", values: Values) => void} */
function put(name, values) {
  const page = phrases.parts[name];
  root.innerHTML = filled(page.check, values);
  root.dataset.shown = name;
  document.head.getElementsByTagName("title")[0].innerHTML = filled(page.title, values);
  [address, taken] = [location.href, stepsTaken()];
}

/** @type {(standing: Standing, form: Form, page: string) => Values} */
const valuesOf = (standing, form, page) => (page === "result" ? result : question)(rules, phrases, standing, form);

// From here on the answers are the reader's own.
/** @type {(address: string) => void} */
function goOn(address) {
  history.replaceState({ steps: stepsTaken() }, "", address);
  fromAddress();
  focus();
}

/** @type {(form: Form, standing: Standing, finish: boolean, notice: string) => void} */
function show(form, standing, finish, notice) {
  const name = standing.found.screen.length === 0 || finish ? "result" : "question";
  put(name, valuesOf(standing, form, name));
  if (notice) root.prepend(find("notices").content.getElementById(notice).cloneNode(true));
  const kept = readKept();
  if (notice === "kept-before" && kept) tellChanges(kept, keptView(kept.code));
  openNested(root);
  const progress = root.querySelector(".progress");
  find("announcement").textContent = progress ? progress.textContent : "";
  for (const list of document.querySelectorAll("header .languages, main > .unreviewed")) {
    /** @type {HTMLElement} */ (list).hidden = standing.path.length > 0;
  }
  const view = { rules, phrases, found: standing.found };
  offerTools({ view, code: encoded(rules, form.given), result: name === "result", started: standing.path.length > 0 });
}

// What the kept answers lead to today.
/** @type {(code: string) => View} */
function keptView(code) {
  const [given] = fitting(rules, decoded(rules, code) || {}, day);
  return { rules, phrases, found: replay(rules, given, day).found };
}

function focus() {
  const place = find("error") || root.querySelector("h1");
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  root.scrollIntoView();
}

/** @type {(data: FormData) => void} */
function answer(data) {
  day = today();
  const form = submitted(rules, data, day), change = data.get("change");
  const wrong = form.missing.size + form.wrongDates.size > 0;
  const finish = data.has("finish") && form.wrongDates.size === 0;
  const broken = finish ? [] : [...form.missing, ...form.wrongDates];
  const asked = rules.questions.find(({ id }) => broken.includes(id));
  const screen = String(change || (asked ? asked.screen : ""));
  const standing = (screen && upTo(rules, form.given, screen, day)) || replay(rules, form.given, day);
  shown = form;
  if (!wrong || finish) {
    const wanted = finish ? `.${RESULT}` : screen ? `.${standing.path.length}` : "";
    history.pushState({ steps: stepsTaken() + 1 }, "", `#${encoded(rules, form.given)}${wanted}`);
  }
  show(form, standing, finish, "");
  focus();
}

/** @type {() => number} */
const stepsTaken = () => (history.state || {}).steps || 0;

// The form's own submission, as it would be sent, but handled here.
/** @type {(form: HTMLFormElement, button: Button) => void} */
function submit(form, button) {
  if (button && button.name === "step") {
    const { found } = standingOf(shown, "");
    try {
      return download({ rules, phrases, found }, button.value);
    } catch (_error) {
      return sendToServer(form, button);
    }
  }
  if (button && button.name === "beside") {
    showCard(button.dataset.page || "").catch(() => { find("no-words").hidden = false; });
    return undefined;
  }
  const data = new FormData(form);
  if (button && button.name) data.append(button.name, button.value);
  const elsewhere = button && button.getAttribute("formaction");
  if (elsewhere) {
    const address = elsewhere + location.hash;
    return rewound(() => location.replace(address));
  }
  return answer(data);
}

root.addEventListener("click", (event) => {
  const place = /** @type {Element} */ (event.target);
  pressed = place.closest("button");
  if (place.closest("a.button.secondary[href]:not([download])") && place.closest(".actions")) {
    event.preventDefault();
    startAgain();
  }
  const kept = readKept();
  if (kept && pressed && pressed.id === "continue-kept") keep(kept.code, keptView(kept.code));
  const own = kept ? kept.code : "", here = location;
  const next = pressed && { "continue-kept": `#${own}`, mine: here.href, "not-mine": here.pathname }[pressed.id];
  if (next) goOn(next);
});

ignoreDoubleTaps(root);
followLinks(root);

root.addEventListener("change", () => openNested(root));

root.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {Button} */ (event.submitter || pressed);
  pressed = null;
  ready.then(() => submit(form, button)).catch(() => sendToServer(form, button));
});

// One more entry, so that no answer is left behind the way forward either.
function startAgain() {
  erase();
  rewound(() => {
    history.pushState({ steps: 1 }, "", location.pathname);
    fromAddress();
    focus();
  });
}

/** @type {(form: HTMLFormElement, button: Button) => void} */
function sendToServer(form, button) {
  if (button && button.name) {
    const { name, value } = button;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    form.action = button.getAttribute("formaction") || form.action;
  }
  form.submit();
}

// At midnight in Moscow other rules may be in force, and another day is today.
function atMidnight() {
  setTimeout(() => {
    if (today() !== day) fromAddress();
    atMidnight();
  }, Math.min(untilMidnight(Date.now()) + 50, 60000));
}

ready.then(() => {
  if (clockIsWrong(rules, root.dataset.day, today())) return showInstead(root, "wrong-clock");
  fromAddress();
  addEventListener("popstate", () => {
    // A link within the page, such as the one to its content, leads away from nothing.
    if (location.hash !== "" && codeIn(location.hash) === "") history.replaceState({ steps: taken + 1 }, "", address);
    else { fromAddress(); focus(); }
  });
  addEventListener("pageshow", () => { if (today() !== day) fromAddress(); });
  atMidnight();
}, () => {});
