// From an assessment to what a reader can act on, as apps/selfcheck/results.py does it.
import { applying, because, depending, wouldChange } from "./assess.js";

const NEVER = Infinity;

const isDuty = ({ step }) => step.duty;
const asks = (rules, { step }) => rules.exclusive.verdict.asks.includes(step.id);
const strictness = (rules, one) => (asks(rules, one) ? rules.exclusive.verdict.asks.indexOf(one.step.id) : NEVER);

export function verdict(view) {
  const [first] = applying(view.found, "verdict");
  return first && cardOf(view, first);
}

export function possibleVerdicts({ rules, words, found }) {
  const strictestFirst = depending(found, "verdict").sort((one, other) => before(strictness(rules, one), strictness(rules, other)));
  return [...new Set(strictestFirst.map(({ step }) => words.text(`steps.${step.id}.title`)))];
}

export function isAsked({ rules, found }) {
  return [...applying(found, "verdict"), ...depending(found, "verdict")].some((finding) => asks(rules, finding));
}

export const depends = (view) => depending(view.found).filter(isDuty).map((finding) => cardOf(view, finding));

// The screens and labels of the first questions whose answers would settle most.
export function findOut({ rules, words, found }) {
  const openIn = (findings) => new Set(findings.flatMap(({ open }) => open));
  let ids = openIn(found.findings.filter(({ step }) => step.goal === 1));
  if (ids.size === 0) ids = openIn(depending(found).filter(isDuty));
  const rows = new Map();
  for (const question of rules.questions) {
    if (ids.has(question.at) && !rows.has(question.screen)) rows.set(question.screen, words.label(question));
  }
  return [...rows].slice(0, words.most_to_find_out);
}

// The cards that apply, the most pressing first, under their headings.
export function sections(view) {
  const { words, found } = view, cards = applying(found).map((finding) => cardOf(view, finding));
  const urgency = (card) => (card.when && card.when.day !== null ? card.when.day : NEVER);
  cards.sort((one, other) => isDuty(other) - isDuty(one) || before(urgency(one), urgency(other)));
  return Object.entries(words.sections)
    .map(([timing, title]) => [title, cards.filter((card) => (presses(card, found.on) ? "now" : card.step.timing) === timing)])
    .filter(([, group]) => group.length > 0);
}

const before = (one, other) => (one === other ? 0 : one < other ? -1 : 1);

// A duty whose day is tomorrow at the latest, or not known, is one for now.
function presses(card, on) {
  return card.when !== null && isDuty(card) && (card.when.day === null || card.when.day <= on + 1);
}

function cardOf(view, finding) {
  const { rules, words, found } = view, { step } = finding;
  const when = finding.due && whenOf(words, finding, found.on);
  const entry = words.entries[words.entry_of[step.id]];
  const reasons = because(rules, finding, found.answers).map((at) => rules.questions[at]).reverse();
  return {
    step,
    when,
    entry,
    title: words.text(`steps.${step.id}.title`),
    body: words.text(`steps.${step.id}.body`),
    certainty: certainty(rules, step, found),
    because: reasons.map((question) => [words.label(question), words.answer(question, found.answers)]),
    wouldChange: wouldChange(rules, finding, found.answers).map(([at, options]) => {
      const question = rules.questions[at];
      return [words.label(question), words.options(question, options)];
    }),
    sources: step.sources.map((code) => words.sources[code]).filter((source) => source !== undefined),
    calendar: when ? when.day !== null && !when.late : step.timing === "daily" && step.to_do,
  };
}

// A step is no surer than the verdict that it rests on.
function certainty(rules, step, found) {
  const verdicts = applying(found, "verdict").filter((finding) => asks(rules, finding));
  const ranks = [step, ...verdicts.map((finding) => finding.step)].map((one) => rules.surest_first.indexOf(one.certainty));
  return rules.surest_first[Math.max(...ranks)];
}

function whenOf(words, { step, due }, on) {
  return {
    day: due.day,
    late: due.day !== null && due.day < on,
    text: words.text(`steps.${step.id}.deadline`),
    terms: due.readings.map(({ reading, day, beyond }) => ({ text: words.text(`steps.${step.id}.readings.${reading.id}`), day, beyond })),
    beyond: due.beyond,
    exactly: due.readings.some(({ reading }) => reading.days === 0),
  };
}

export const allCards = (view) => applying(view.found).map((finding) => cardOf(view, finding));
