// From a submitted form to answers, as apps/selfcheck/answering.py reads it.
import { UNKNOWN } from "./assessment.js";
import { parsed } from "./deadlines.js";

const EARLIEST = parsed("2025-01-01"), LATEST = parsed("2035-12-31");

// The first and the last day that the answer to a date question may name.
export function limits({ lies }, on) {
  if (lies === "future") return [on, on + 366];
  return [EARLIEST, lies === "past" ? on : LATEST];
}

export const empty = (given = {}) => ({ given, missing: new Set(), wrongDates: new Set() });

function fits(question, value, on) {
  if (value === UNKNOWN) return true;
  if (question.kind !== "date") return question.options.includes(value);
  const day = parsed(value), [earliest, latest] = limits(question, on);
  return day !== null && earliest <= day && day <= latest;
}

// Only the answers that still fit on a day, and whether all did.
export function fitting(rules, given, on) {
  const kept = Object.entries(given).filter(([id, value]) => rules.byId.has(id) && fits(rules.byId.get(id), value, on));
  return [Object.fromEntries(kept), kept.length === Object.keys(given).length];
}

// `data` is a FormData, with the pressed button's name and value appended.
export function submitted(rules, data, on) {
  const form = empty(), shown = data.getAll("shown").filter((id) => rules.byId.has(id));
  const answered = shown.some((id) => data.getAll(id).some((value) => value !== ""));
  // Going elsewhere says nothing about what is not ticked on the screen, and does not confirm what was just chosen.
  const goingElsewhere = data.has("change") || (data.has("finish") && !answered);
  for (const question of rules.questions) {
    const { id, screen } = question, isShown = shown.includes(id);
    const values = [...new Set(data.getAll(id).filter((value) => value !== ""))];
    if (isShown && !goingElsewhere) shownAnswer(form, question, values, data, on);
    else if (values.length > 0 && (!isShown || screen !== id) && fits(question, values[0], on)) form.given[id] = values[0];
  }
  if (!goingElsewhere) settleBands(rules, form, shown);
  return form;
}

function shownAnswer(form, question, values, data, on) {
  const { id, kind, screen } = question, value = values[0];
  if (kind === "date") {
    if (value === undefined) form.given[id] = UNKNOWN;
    else if (fits(question, value, on)) form.given[id] = value;
    else form.wrongDates.add(id);
  } else if (kind === "yes_no" && screen !== id) {
    const otherwise = data.has("not_sure") ? UNKNOWN : "no";
    form.given[id] = value === "yes" ? "yes" : otherwise;
  } else if (value !== undefined && fits(question, value, on)) form.given[id] = value;
  else form.missing.add(id);
}

// A date answers the question it belongs to; without either, the question is still missing.
function settleBands(rules, form, shown) {
  for (const { id, bands, date } of rules.questions) {
    if (bands === undefined || !shown.includes(id)) continue;
    const day = form.given[rules.questions[date].id];
    if (day === undefined || day === UNKNOWN) continue;
    form.missing.delete(id);
    if (form.given[id] === undefined) form.given[id] = UNKNOWN;
  }
}
