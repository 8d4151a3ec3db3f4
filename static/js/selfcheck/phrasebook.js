// A phrases file (apps/selfcheck/phone.py) made ready for use: texts by key, and days and answers in words.
import { isKnown } from "./assessment.js";
import { iso } from "./deadlines.js";

/** @type {(file: PhrasesFile) => Phrasebook} */
export function phrasebook(file) {
  /** @type {Record<string, string>} */
  const own = { yes: file.yes, no: file.no };

  /** @type {Phrasebook["text"]} */
  const text = (key) => file.texts[key] || "";

  /** @type {Phrasebook["day"]} */
  function day(number) {
    const [year, month, date] = iso(number).split("-").map(Number);
    return file.months[month - 1].replace("{y}", String(year)).replace("{d}", String(date));
  }

  /** @type {Phrasebook["briefDay"]} */
  function briefDay(number) {
    const [, month, date] = iso(number).split("-").map(Number);
    return file.brief_months[month - 1].replace("{d}", String(date));
  }

  // The first day of all, 1 January 1970, was a Thursday.
  /** @type {Phrasebook["weekday"]} */
  const weekday = (number) => file.weekdays[(number + 3) % 7];

  /** @type {Phrasebook["label"]} */
  const label = ({ id }) => text(`questions.${id}.label`);

  /** @type {Phrasebook["options"]} */
  function options(question, chosen) {
    const ids = chosen.map((at) => question.options[at]);
    const texts = ids.map((id) => own[id] || text(`questions.${question.id}.options.${id}`));
    return [label(question), texts.join(", ")];
  }

  /** @type {Phrasebook["given"]} */
  function given(question, answers) {
    if (!isKnown(answers, question)) return [label(question), file.unknown];
    if (question.kind === "date") return [label(question), day(Number(answers.days[question.at]))];
    return options(question, answers.options[question.at] || []);
  }

  return { ...file, text, day, briefDay, weekday, label, options, given };
}
