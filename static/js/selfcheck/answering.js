// From a submitted form to answers, as apps/selfcheck/answering.py reads it.
import { UNKNOWN, unanswered } from "./assessment.js";
import { readDay } from "./days.js";
import { iso, parsed } from "./deadlines.js";
import { objectOf } from "./lists.js";

const EARLIEST = Number(parsed("2010-01-01")), LATEST = Number(parsed("2035-12-31"));

// The first and the last day that the answer to a date question may name.
/** @type {(question: Question, on: number) => [number, number]} */
export function limits({ lies }, on) {
  if (lies === "future") return [on, on + 366];
  return [EARLIEST, lies === "past" ? on : LATEST];
}

/** @type {(given?: Given) => Form} */
export const empty = (given = {}) => ({ given, missing: new Set(), wrongDates: new Set() });

// An entry of the guide opens the interview with what it is about: /check/?about=phone_lost.
/** @type {(rules: Rules, search: string) => Given} */
export function chosenBefore(rules, search) {
  const chosen = new URLSearchParams(search).get("about") || "", about = rules.byId.get("about");
  if (about && about.options.includes(chosen)) return { about: chosen };
  const event = rules.byId.get(chosen);
  if (!event || event.kind !== "yes_no" || event.screen !== "events") return {};
  /** @type {Given} */
  const happened = about ? { about: "happened" } : {};
  return { ...happened, [chosen]: "yes" };
}

/** @type {(question: Question, value: any, on: number) => boolean} */
function fits(question, value, on) {
  if (value === UNKNOWN) return true;
  if (question.kind !== "date") return question.options.includes(value);
  const day = readDay(value), [earliest, latest] = limits(question, on);
  return day !== null && earliest <= day && day <= latest;
}

/** Every day is kept in one way to write it. @type {(question: Question, value: string) => string} */
const kept = ({ kind }, value) => (kind === "date" && value !== UNKNOWN ? iso(Number(readDay(value))) : value);

// Only the answers that still fit on a day, and whether all did.
/** @type {(rules: Rules, given: Given, on: number) => [Given, boolean]} */
export function fitting(rules, given, on) {
  const fit = Object.entries(given).filter(([id, value]) => {
    const question = rules.byId.get(id);
    return question && fits(question, value, on);
  });
  return [objectOf(fit), fit.length === Object.keys(given).length];
}

// `data` is a FormData, with the pressed button's name and value appended.
/** @type {(rules: Rules, data: FormData, on: number) => Form} */
export function submitted(rules, data, on) {
  const form = empty(), shown = data.getAll("shown").map(String).filter((id) => rules.byId.has(id));
  const answered = shown.some((id) => data.getAll(id).some((value) => value !== ""));
  // Going elsewhere says nothing about what is not ticked on the screen, and does not confirm what was just chosen.
  const goingElsewhere = data.has("change") || (data.has("finish") && !answered);
  for (const question of rules.questions) {
    const { id, screen } = question, isShown = shown.includes(id);
    const values = [...new Set(data.getAll(id).map(String).filter((value) => value !== ""))];
    if (isShown && !goingElsewhere) shownAnswer(form, question, values, data, on);
    else if (values.length > 0 && (!isShown || screen !== id) && fits(question, values[0], on)) {
      form.given[id] = kept(question, values[0]);
    }
  }
  if (!goingElsewhere) {
    settleBands(rules, form, shown);
    forgiveClosed(rules, form, on);
  }
  return form;
}

// A question under one that is answered otherwise is neither missing nor wrong.
/** @type {(rules: Rules, form: Form, on: number) => void} */
function forgiveClosed(rules, { given, missing, wrongDates }, on) {
  const asked = rules.questions.filter(({ id }) => missing.has(id) || wrongDates.has(id));
  const lacking = unanswered(rules, asked, given, on).map(({ id }) => id);
  for (const mistakes of [missing, wrongDates]) {
    for (const id of mistakes) if (!lacking.includes(id)) mistakes.delete(id);
  }
}

/** @type {(form: Form, question: Question, values: any[], data: FormData, on: number) => void} */
function shownAnswer(form, question, values, data, on) {
  const { id, kind, screen } = question, value = values[0];
  if (kind === "date") {
    if (value === undefined) form.given[id] = UNKNOWN;
    else if (fits(question, value, on)) form.given[id] = kept(question, value);
    else form.wrongDates.add(id);
  } else if (kind === "yes_no" && screen !== id) {
    const otherwise = data.has("not_sure") || value === UNKNOWN ? UNKNOWN : "no";
    form.given[id] = value === "yes" ? "yes" : otherwise;
  } else if (value !== undefined && fits(question, value, on)) form.given[id] = value;
  else form.missing.add(id);
}

// A date answers the question it belongs to; without either, the question is still missing.
/** @type {(rules: Rules, form: Form, shown: string[]) => void} */
function settleBands(rules, form, shown) {
  for (const { id, bands, date } of rules.questions) {
    if (bands === undefined || !shown.includes(id)) continue;
    const day = form.given[rules.questions[date].id];
    if (day === undefined || day === UNKNOWN) continue;
    form.missing.delete(id);
    if (form.given[id] === undefined) form.given[id] = UNKNOWN;
  }
}
