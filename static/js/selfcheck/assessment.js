// What the rules say to one person on one day: as apps/rules/assessment.py has it.
import { bandsOf, due, parsed } from "./deadlines.js";
import { walker } from "./diagrams.js";
import { flat, objectOf } from "./lists.js";

export const UNKNOWN = "unknown";

// The rows of a bundle say how far above a row leads (-1: to the one before); the walker wants to know to which.
/** @type {(rows: number[][]) => number[][]} */
const numbered = (rows) => rows.map((row, at) => row.map((to) => (to < 0 ? at + 2 + to : to)));

// A bundle made ready for use: its walker, and its questions by id.
/** @type {(bundle: Bundle) => Rules} */
export function opened(bundle) {
  const questions = bundle.questions.map((question, at) => ({ ...question, at }));
  const byId = new Map(questions.map((question) => [question.id, question]));
  return { ...bundle, questions, byId, walk: walker(numbered(bundle.rows)) };
}

// Answers by question: the options still possible, or a day (null: not known). What was not asked is undefined.
/** @type {(rules: Rules, given: Given, on: number) => Answers} */
export function read(rules, given, on) {
  const options = [], days = [];
  for (const question of rules.questions) {
    const value = given[question.id];
    if (value === undefined) continue;
    if (question.kind === "date") days[question.at] = value === UNKNOWN ? null : parsed(String(value));
    else if (value === UNKNOWN) options[question.at] = question.options.map((_, at) => at);
    else options[question.at] = flat([value]).map((option) => question.options.indexOf(option)).sort((a, b) => a - b);
  }
  const answers = { options, days };
  dropClosed(rules, answers);
  settleDates(rules, answers, on);
  dropClosed(rules, answers); // what a date has just closed
  return answers;
}

// Whether a question counts beneath the one it stands under; null while that one is not answered. The date that answers
// its own parent always counts.
/** @type {(rules: Rules, question: Question, options: Answers["options"]) => boolean | null} */
function opens(rules, { at, under = [] }, options) {
  const [parent, ...opening] = under, said = options[parent];
  if (under.length === 0 || rules.questions[parent].date === at) return true;
  return said === undefined ? null : said.every((option) => opening.includes(option));
}

// The questions of a screen that still lack an answer; one beneath another lacks none where that one does not open it.
/** @type {(rules: Rules, screen: Question[], given: Given, on: number) => Question[]} */
export function unanswered(rules, screen, given, on) {
  const { options } = read(rules, given, on), closed = new Set();
  for (const question of rules.questions) { // a parent stands before what is beneath it
    if (closed.has((question.under || [])[0]) || opens(rules, question, options) === false) closed.add(question.at);
  }
  return screen.filter((question) => given[question.id] === undefined && !closed.has(question.at));
}

/** @type {(rules: Rules, answers: Answers) => void} */
function dropClosed(rules, { options, days }) {
  for (const question of rules.questions) {
    if (opens(rules, question, options)) continue;
    options[question.at] = undefined;
    days[question.at] = undefined;
  }
}

// Bands give days, and days bands: a day that was named wins over one that an option stands for.
/** @type {(rules: Rules, answers: Answers, on: number) => void} */
function settleDates(rules, { options, days }, on) {
  for (const { at, bands = [], date } of rules.questions) {
    const said = (options[at] || []).join();
    const exact = bands.find(([option, , , , isExact]) => isExact && said === String(option));
    if (exact && !Number.isInteger(days[date])) days[date] = on - Number(exact[1]);
  }
  for (const { at, bands, date } of rules.questions) {
    if (bands !== undefined && Number.isInteger(days[date])) {
      options[at] = bandsOf(rules.calendar, bands, Number(days[date]), on);
    }
  }
}

/** @type {(answers: Answers, question: Question) => boolean} */
export const has = (answers, { at, kind }) => (kind === "date" ? answers.days : answers.options)[at] !== undefined;

/** @type {(answers: Answers, question: Question) => boolean} */
export function isKnown(answers, question) {
  if (question.kind === "date") return Number.isInteger(answers.days[question.at]);
  const options = answers.options[question.at];
  return options !== undefined && options.length < question.options.length;
}

/** @type {(rules: Rules, day: number) => Epoch} */
export function epochOn(rules, day) {
  return rules.epochs.filter((epoch) => epoch.from === null || epoch.from <= day).slice(-1)[0];
}

/** @type {(rules: Rules, given: Given, on: number) => Found} */
export function assess(rules, given, on) {
  const answers = read(rules, given, on);
  /** @type {Finding[]} */
  const all = epochOn(rules, on).steps.map(([at, root, whens]) => {
    const [outcome, open] = rules.walk(root, answers.options);
    return { step: rules.steps[at], root, whens, outcome, open, due: null };
  });
  const findings = all.filter((finding) => finding.outcome !== 0);
  for (const finding of findings) finding.due = dueOf(rules, finding, answers);
  const screens = screensLeft(rules, findings, answers);
  return { on, answers, findings, screen: screens[0] || [], atMost: screens.length };
}

/** @type {(found: Found, outcome: number, group: string) => Finding[]} */
const inGroup = (found, outcome, group) =>
  found.findings.filter((finding) => finding.outcome === outcome && finding.step.exclusive_group === group);
/** @type {(found: Found, group?: string) => Finding[]} */
export const applying = (found, group = "") => inGroup(found, 1, group);
/** @type {(found: Found, group?: string) => Finding[]} */
export const depending = (found, group = "") => inGroup(found, 2, group);

// The findings as they are, but each after all those whose steps are to be done before its own.
/** @type {(rules: Rules, findings: Finding[]) => Finding[]} */
export function inOrder(rules, findings) {
  const waiting = [...findings], found = [];
  while (waiting.length > 0) {
    const left = waiting.map(({ step }) => rules.steps.indexOf(step));
    const next = waiting.findIndex(({ step }) => !(step.after || []).some((at) => left.includes(at)));
    found.push(...waiting.splice(next, 1));
  }
  return found;
}

/** @type {(rules: Rules, finding: Finding, answers: Answers) => Due | null} */
function dueOf(rules, { step, whens }, answers) {
  if (step.deadline === undefined) return null;
  /** @type {(_: Reading, at: number) => boolean} */
  const concerns = (_, at) => rules.walk(whens[at], answers.options)[0] !== 0;
  const { [step.deadline.anchor]: anchor = null } = answers.days;
  return due(rules.calendar, step.deadline, step.deadline.readings.filter(concerns), anchor);
}

// Whether what the term counts from is still to come, or its day is not asked of this person.
/** @type {(rules: Rules, finding: Finding, answers: Answers) => boolean} */
export function liesAhead(rules, { step }, { options }) {
  const { anchor } = step.deadline || {};
  if (anchor === undefined || step.timing !== "by_date") return false;
  return opens(rules, rules.questions[anchor], options) === false || rules.questions[anchor].lies === "future";
}

// A smallest set of questions whose answers alone already make the step apply.
/** @type {(rules: Rules, finding: Finding, answers: Answers) => number[]} */
export function because(rules, { root, outcome }, answers) {
  if (outcome !== 1) return [];
  let kept = rules.walk(root, [])[1].filter((at) => answers.options[at] !== undefined);
  for (const dropped of kept) {
    const fewer = kept.filter((at) => at !== dropped);
    if (rules.walk(root, only(answers.options, fewer))[0] === 1) kept = fewer;
  }
  return kept;
}

/** @type {(options: Answers["options"], kept: number[]) => Answers["options"]} */
function only(options, kept) {
  const found = [];
  for (const at of kept) found[at] = options[at];
  return found;
}

// For each question of the reason, the other options with which alone the step would certainly not apply.
/** @type {(rules: Rules, finding: Finding, answers: Answers) => [number, number[]][]} */
export function wouldChange(rules, finding, answers) {
  const without = (/** @type {number} */ at, /** @type {number} */ option) => {
    const changed = answers.options.slice();
    changed[at] = [option];
    return rules.walk(finding.root, changed)[0] === 0;
  };
  /** @type {(at: number) => [number, number[]]} */
  const ending = (at) => [at, rules.questions[at].options.map((_, option) => option).filter((one) => without(at, one))];
  return because(rules, finding, answers).map(ending).filter(([, options]) => options.length > 0);
}

// The screens that can still change the result, the next one first: those for the verdict before the others.
/** @type {(rules: Rules, findings: Finding[], answers: Answers) => Question[][]} */
function screensLeft(rules, findings, answers) {
  const goals = [...new Set(findings.map(({ step }) => step.goal))].sort((one, other) => one - other);
  const open = goals.map((goal) => openIn(rules, findings.filter(({ step }) => step.goal === goal), answers));
  const worth = new Set(flat(open.map((ids) => [...ids])));
  for (const question of rules.questions) {
    const opened = opens(rules, question, answers.options), [parent] = question.under || [-1];
    if (opened === false || (opened === null && !worth.has(parent))) worth.delete(question.at);
  }
  const found = new Map();
  for (const ids of open) {
    for (const { at, screen } of rules.questions) {
      if (!ids.has(at) || !worth.has(at) || found.has(screen)) continue;
      found.set(screen, rules.questions.filter((other) => other.screen === screen && worth.has(other.at)));
    }
  }
  return [...found.values()];
}

/** @type {(rules: Rules, findings: Finding[], answers: Answers) => Set<number>} */
function openIn(rules, findings, answers) {
  const support = new Set(flat(findings.map(({ open }) => open))), open = new Set(support);
  for (const { step, whens } of findings) {
    if (step.deadline && step.deadline.anchor !== undefined) open.add(step.deadline.anchor);
    for (const when of whens) for (const at of rules.walk(when, answers.options)[1]) open.add(at);
  }
  for (const question of rules.questions) {
    if (question.bands && support.has(question.at) && !has(answers, question)) open.add(question.date);
  }
  return new Set([...open].filter((at) => !has(answers, rules.questions[at])));
}

// Where a reader stands, as apps/selfcheck/interview.py has it: replayed from the answers, so that any may change.
// Answers off the path are kept, but do not count.
/** @type {(rules: Rules, given: Given, on: number) => Standing} */
export function replay(rules, given, on) {
  const path = [];
  /** @type {Given} */
  let counted = {};
  for (;;) {
    const found = assess(rules, counted, on);
    const answered = found.screen.filter(({ id }) => given[id] !== undefined);
    if (answered.length === 0 || unanswered(rules, found.screen, given, on).length > 0) return { path, found };
    path.push(found.screen);
    counted = { ...counted, ...objectOf(answered.map(({ id }) => [id, given[id]])) };
  }
}

// The standing just before a screen was answered, or null if it is not on the path.
/** @type {(rules: Rules, given: Given, screen: string, on: number) => Standing | null} */
export function upTo(rules, given, screen, on) {
  const { path } = replay(rules, given, on), number = path.findIndex((questions) => questions[0].screen === screen);
  if (number < 0) return null;
  const before = flat(path.slice(0, number)).filter(({ id }) => given[id] !== undefined);
  return replay(rules, objectOf(before.map(({ id }) => [id, given[id]])), on);
}
