// The values of a page, under the names that apps/selfcheck/pages.py gives them; parts.js puts them into its markup.
import { limits } from "./answering.js";
import { UNKNOWN, applying } from "./assessment.js";
import { iso } from "./deadlines.js";
import { flat, sorted } from "./lists.js";
import { context } from "./results.js";

/** @type {(rules: Rules, phrases: Phrasebook, standing: Standing, form: Form) => Values} */
export function question(rules, phrases, standing, form) {
  const { path, found } = standing, { screen, atMost } = found, [first] = screen;
  const asked = screen.map((question) => field(rules, phrases, question, form, found.on, question === first));
  const shared = !rules.byId.has(first.screen), fields = shared ? tickedFirst(asked) : asked;
  return {
    ...common(phrases, standing, form),
    fields,
    title: shared ? phrases.text(`screens.${first.screen}.title`) : fields[0].title,
    help: shared ? phrases.text(`screens.${first.screen}.help`) : fields[0].help,
    shared,
    ticked: fields.some(({ kind, leads }) => kind === "yes_no" && (shared || !leads)),
    unsure: fields.some(({ kind, value }) => kind === "yes_no" && value === UNKNOWN),
    after_this: atMost - 1,
    done: path.length,
    total: path.length + atMost,
    screen: first.screen,
    can_finish: applying(found, "verdict").length > 0,
    complete: form.missing.size + form.wrongDates.size === 0,
    ...mistakes(fields),
  };
}

// What is wrong on a page, and with which of its questions.
/** @type {(fields: Field[]) => Values} */
export const mistakes = (fields) => ({
  wrong_date: fields.some((one) => one.wrong_date),
  missing: fields.some((one) => one.missing),
  broken: fields.filter((one) => one.missing || one.wrong_date),
});

// On a screen of many ticks, what is ticked stands on top, each with what is under it.
/** @type {(fields: Field[]) => Field[]} */
function tickedFirst(fields) {
  /** @type {Field[][]} */
  const together = [];
  for (const one of fields) {
    if (one.under && together.length > 0) together[together.length - 1].push(one);
    else together.push([one]);
  }
  return flat(sorted(together, ([one], [other]) => Number(one.value !== "yes") - Number(other.value !== "yes")));
}

/** @type {(rules: Rules, phrases: Phrasebook, standing: Standing, form: Form) => Values} */
export function result(rules, phrases, standing, form) {
  const { found } = standing;
  return {
    ...common(phrases, standing, form),
    ...context({ rules, phrases, found }),
    finished: found.screen.length === 0,
    citizenship: form.given.citizenship || "",
  };
}

/** @type {(phrases: Phrasebook, standing: Standing, form: Form) => Values} */
export function common(phrases, { path, found }, form) {
  const shown = new Set(found.screen.map(({ id }) => id)), previous = path[path.length - 1];
  const others = Object.entries(form.given).filter(([id]) => !shown.has(id));
  return {
    answered: flat(path.map((screen) => answered(phrases, screen, found.answers))),
    previous: previous ? previous[0].screen : "",
    carried: flat(others.map(([id, value]) => flat([value]).map((one) => [id, one]))),
  };
}

/** @type {(rules: Rules, question: Question) => { under: string; opening: string }} */
function above(rules, { under: [parent, ...opening] = [-1] }) {
  const question = rules.questions[parent];
  if (question === undefined) return { under: "", opening: "" };
  return { under: question.id, opening: opening.map((at) => question.options[at]).join(" ") };
}

/** @type {(rules: Rules, phrases: Phrasebook, question: Question, form: Form, on: number, leads: boolean) => Field} */
export function field(rules, phrases, question, form, on, leads) {
  const { id, kind } = question, value = form.given[id], prefix = `questions.${id}`;
  const [earliest, latest] = limits(question, on).map(iso);
  const options = (question.options || []).map((option) => ({
    id: option, text: phrases.text(`${prefix}.options.${option}`), chosen: value === option,
  }));
  return {
    id,
    kind,
    title: phrases.text(`${prefix}.title`),
    help: phrases.text(`${prefix}.help`),
    options,
    value: typeof value === "string" ? value : "",
    missing: form.missing.has(id),
    wrong_date: form.wrongDates.has(id),
    earliest,
    latest,
    ...above(rules, question),
    leads,
  };
}

/** On a screen of several questions what was ticked or chosen is worth a line, and the days that were named.
 * @type {(phrases: Phrasebook, screen: Question[], answers: Answers) => Values[]} */
function answered(phrases, screen, answers) {
  const name = screen[0].screen;
  /** @type {(question: Question) => boolean} */
  function says({ at, kind, options }) {
    if (kind === "date") return typeof answers.days[at] === "number";
    return answers.options[at] !== undefined && answers.options[at].map((one) => options[one]).join() !== "no";
  }
  const worth = screen.filter((question) => question.id === name || says(question));
  if (worth.length === 0) return [{ screen: name, label: phrases.text(`screens.${name}.title`), answer: "" }];
  return worth.map((question) => {
    const [label, answer] = phrases.given(question, answers);
    return { screen: name, label, answer };
  });
}
