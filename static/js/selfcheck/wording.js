// The words of one language (apps/selfcheck/phone.py), and dates and answers in them.
import { isKnown } from "./assess.js";
import { iso } from "./terms.js";

export function wording(words) {
  const text = (key) => words.texts[key] || "";

  function say(sentence, values = {}) {
    return Object.entries(values).reduce((said, [name, value]) => said.replace(`%(${name})s`, value), words.say[sentence]);
  }

  function day(number) {
    const [year, month, date] = iso(number).split("-").map(Number);
    return words.months[month - 1].replace("{y}", year).replace("{d}", date);
  }

  function options(question, chosen) {
    const own = { yes: say("answer Yes"), no: say("answer No") };
    const texts = chosen.map((at) => question.options[at]);
    return texts.map((id) => own[id] || text(`questions.${question.id}.options.${id}`)).join(", ");
  }

  function answer(question, answers) {
    if (!isKnown(answers, question)) return say("I don't know");
    return question.kind === "date" ? day(answers.days[question.at]) : options(question, answers.options[question.at]);
  }

  const label = (question) => text(`questions.${question.id}.label`);
  return { ...words, text, say, day, options, answer, label };
}
