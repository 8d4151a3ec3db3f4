// From an assessment to what a reader can act on, as apps/selfcheck/results.py does it.
import { applying, because, depending, inOrder, liesAhead, wouldChange } from "./assessment.js";
import { flat, sorted } from "./lists.js";

/** @type {(view: View) => Values} */
export function context(view) {
  const { rules, phrases, found } = view;
  const verdicts = applying(found, "verdict"), possible = depending(found, "verdict");
  const strictestFirst = sorted(possible, (one, other) => strictness(view, one) - strictness(view, other));
  const titles = [...new Set(strictestFirst.map((finding) => title(view, finding)))];
  return {
    verdict: verdicts.length > 0 ? card(view, verdicts[0]) : null,
    possible_verdicts: titles.slice(0, phrases.most_verdicts),
    more_verdicts: titles.slice(phrases.most_verdicts),
    asked: [...verdicts, ...possible].some(({ step }) => asks(view).includes(step.id)),
    find_out: toFindOut(view),
    ...steps(view),
    as_of: phrases.day(found.on),
    overdue_since: found.on > rules.recheck ? phrases.day(rules.recheck) : "",
  };
}

/** @type {(view: View, finding: Finding, number?: number, after?: number) => Card} */
export function card(view, finding, number = 0, after = 0) {
  const { rules, phrases, found } = view, { step, due } = finding, level = certainty(view, step);
  const reasons = because(rules, finding, found.answers).map((at) => rules.questions[at]).reverse();
  const others = wouldChange(rules, finding, found.answers);
  return {
    id: step.id,
    number,
    kind: step.kind,
    pace: pace(view, finding, after),
    after,
    title: title(view, finding),
    body: phrases.text(`steps.${step.id}.body`),
    pieces: pieces(phrases.text(`steps.${step.id}.body`)),
    certainty: level,
    certainty_label: phrases.certainty[level],
    when: due && when(view, step, due),
    for_calendar: forCalendar(finding, found.on),
    because: reasons.map((question) => phrases.given(question, found.answers)),
    would_change: others.map(([at, options]) => phrases.options(rules.questions[at], options)),
    sources: step.sources.map((code) => phrases.sources[code]).filter(Boolean),
    entry: entryOf(view, finding),
    checked_on: phrases.day(step.checked),
    rule: `${phrases.urls.rules}${step.id}/`,
  };
}

const NUMBER = /((?:\+7|8-800)[0-9 ()-]*[0-9])/;

// A text cut at its telephone numbers, each with the number to call; other pieces have none.
/** @type {(text: string) => Pair[]} */
function pieces(text) {
  /** @type {(piece: string, at: number) => Pair} */
  const toCall = (piece, at) => [piece, at % 2 === 1 ? `+7${piece.replace(/[^0-9]/g, "").slice(1)}` : ""];
  return text.split(NUMBER).map(toCall).filter(([piece]) => piece !== "");
}

/** @type {(finding: Finding, on: number) => boolean} */
export function forCalendar({ step, due }, on) {
  return due ? due.day !== null && due.day >= on : step.timing === "daily" && step.to_do;
}

/** @type {(view: View, finding: Finding) => string} */
const title = ({ phrases }, { step }) => phrases.text(`steps.${step.id}.title`);

/** @type {(view: View, finding: Finding) => Link | null} */
const entryOf = ({ phrases }, { step }) => phrases.entries[phrases.entry_of[step.id]] || null;

/** @type {(finding: Finding) => boolean} */
const isDuty = ({ step }) => step.duty;

/** The verdicts under which Amina is asked of a person, or may be. @type {(view: View) => string[]} */
const asks = ({ rules }) => rules.exclusive.verdict.asks;

/** @type {(view: View, finding: Finding) => number} */
function strictness(view, { step }) {
  return asks(view).includes(step.id) ? asks(view).indexOf(step.id) : asks(view).length;
}

/** A step is no surer than the verdict that it rests on. @type {(view: View, step: Step) => string} */
function certainty(view, step) {
  const { rules, found } = view, { surest_first } = rules;
  const verdicts = applying(found, "verdict").filter((finding) => asks(view).includes(finding.step.id));
  const ranks = [step, ...verdicts.map((finding) => finding.step)].map((one) => surest_first.indexOf(one.certainty));
  return surest_first[Math.max(...ranks)];
}

/** The screens and labels of the first questions whose answers would settle most. @type {(view: View) => Pair[]} */
function toFindOut({ rules, phrases, found }) {
  /** @type {(findings: Finding[]) => Set<number>} */
  const openIn = (findings) => new Set(flat(findings.map(({ open }) => open)));
  let ids = openIn(depending(found, "verdict"));
  if (ids.size === 0) ids = openIn(depending(found).filter(isDuty));
  const rows = new Map();
  for (const question of rules.questions) {
    if (ids.has(question.at) && !rows.has(question.screen)) rows.set(question.screen, phrases.label(question));
  }
  return [...rows].slice(0, phrases.most_to_find_out);
}

const TO_DO = ["now", "by_date", "daily"];

/** What to do, numbered in the order of doing; then what to do when it happens, and what is good to know.
 * @type {(view: View) => Values} */
function steps(view) {
  const { phrases, found } = view, most = phrases.most_lines;
  const findings = sorted(applying(found), (one, other) => {
    const [day, later] = [one, other].map(({ due }) => due && due.day !== null ? due.day : Number.MAX_SAFE_INTEGER);
    return Number(isDuty(other)) - Number(isDuty(one)) || day - later;
  });
  /** @type {(id: string) => Finding[]} */
  const at = (id) => findings.filter((finding) => timing(finding, found.on) === id);
  const doing = inOrder(view.rules, flat(TO_DO.map(at))), safe = safeSteps(view);
  const listed = doing.concat(safe), ids = listed.map(({ step }) => step.id);
  // The number of the last step of the list until which one cannot be done, or 0.
  /** @type {(step: Step) => number} */
  const after = ({ needs = [] }) => Math.max(0, ...needs.map((id) => ids.indexOf(id) + 1));
  const cards = listed.map((finding, n) => card(view, finding, n + 1, after(finding.step)));
  return {
    steps: cards.slice(0, doing.length),
    safe_steps: cards.slice(doing.length),
    first_steps: cards.slice(0, most),
    more_steps: cards.slice(most),
    more_count: Math.max(0, cards.length - most),
    any_for_calendar: cards.some((one) => one.for_calendar),
    sections: Object.entries(phrases.sections).filter(([id]) => !TO_DO.includes(id) && at(id).length > 0)
      .map(([id, title]) => ({ id, title, cards: at(id).map((finding) => card(view, finding)) })),
    depending: depending(found).filter((finding) => isDuty(finding) && !safe.includes(finding)).map((finding) => ({
      title: title(view, finding), entry: entryOf(view, finding),
    })),
  };
}

/** What depends on what is not known and nobody does wrong by doing; of two that exclude each other, the first.
 * @type {(view: View) => Finding[]} */
function safeSteps({ rules, phrases, found }) {
  /** @type {Finding[]} */
  const safe = [];
  /** @type {(one: Step, other: Step) => boolean} */
  const excludes = ({ not_with = [] }, other) => not_with.includes(rules.steps.indexOf(other));
  for (const finding of depending(found).filter(({ step }) => step.safe)) {
    if (!safe.some(({ step }) => excludes(step, finding.step) || excludes(finding.step, step))) safe.push(finding);
  }
  return safe.slice(0, phrases.most_lines);
}

/** A duty with a day is in the list, and what only informs never. @type {(finding: Finding, on: number) => string} */
function timing(finding, on) {
  const { step, due } = finding;
  if (step.kind === "info") return "know";
  if (presses(finding, on)) return "now";
  return due && due.day !== null ? "by_date" : step.timing;
}

/** @type {(view: View, finding: Finding, after: number) => string} */
function pace({ rules, found }, finding, after) {
  const { step, due } = finding;
  if (due && due.day !== null) return "day";
  if (after > 0) return "after";
  if (step.kind === "must-not") return "always";
  if (liesAhead(rules, finding, found.answers) || step.timing === "when_it_happens") return "when_it_happens";
  if (step.timing === "daily") return "daily";
  return step.duty ? "today" : "optional";
}

/** A duty whose day is tomorrow at the latest, or not known, is one for now.
 * @type {(finding: Finding, on: number) => boolean} */
function presses(finding, on) {
  const { due } = finding;
  return due !== null && isDuty(finding) && (due.day === null || due.day <= on + 1);
}

/** @type {Record<string, string>} */
const NEAR = { "-1": "yesterday", 0: "today", 1: "tomorrow" };

/** @type {(view: View, step: Step, due: Due) => When} */
function when({ phrases, found }, step, due) {
  /** @type {(day: number | null) => { day: string; weekday: string }} */
  const written = (day) => (
    day === null ? { day: "", weekday: "" } : { day: phrases.day(day), weekday: phrases.weekday(day) });
  const terms = due.readings.map(({ reading, day, beyond }) => ({
    text: phrases.text(`steps.${step.id}.readings.${reading.id}`), ...written(day), beyond_calendar: beyond,
  }));
  const distance = due.day === null ? 0 : due.day - found.on;
  return {
    ...written(due.day),
    brief: due.day === null ? "" : phrases.briefDay(due.day),
    near: due.day === null ? "" : NEAR[distance] || (distance < 0 ? "past" : "ahead"),
    distance: Math.abs(distance),
    late: distance < 0,
    text: phrases.text(`steps.${step.id}.deadline`),
    terms: terms.length > 1 ? terms : [],
    beyond_calendar: due.beyond,
    exactly: due.readings.some(({ reading }) => reading.days === 0),
    recheck: (phrases.recheck || []).includes(step.id),
  };
}
