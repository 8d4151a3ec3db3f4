// A question as templates/selfcheck/question.html shows it.
import { UNKNOWN, applying } from "./assess.js";
import { limits } from "./form.js";
import { html } from "./html.js";
import { answers, carried, languages } from "./around.js";
import { iso } from "./terms.js";

export function questionPage(rules, words, standing, form, on) {
  const { path, found } = standing, screen = found.screen[0].screen, shared = !rules.byId.has(screen);
  const view = { rules, words, form, on, shared, error: form.missing.size + form.wrongDates.size > 0 };
  const title = words.text(`${shared ? "screens" : "questions"}.${shared ? screen : found.screen[0].id}.title`);
  const previous = path.length > 0 ? path[path.length - 1][0].screen : "";
  return {
    title: (view.error ? `${words.say("Mistake:")} ` : "") + title,
    said: left(words, found.atMost - 1),
    body: html`${view.error ? mistake(view) : path.length === 0 && intro(words)}
<form method="post" action="${words.urls.check}" class="check">
  ${carried(form.given, found.screen)}
  ${found.screen.map(({ id }) => html`<input type="hidden" name="shown" value="${id}">`)}
  <p class="progress"><progress value="${path.length}" max="${path.length + found.atMost}" aria-hidden="true"></progress>
    ${left(words, found.atMost - 1)}</p>
  <div lang="${words.language}">${shared ? together(view, screen, title, found.screen) : found.screen.map((one) => field(view, one))}</div>
  <div class="actions">
    <button class="button">${words.say("Continue")}</button>
    ${previous && html`<button class="button secondary" name="change" value="${previous}">${words.say("Back")}</button>`}
    ${applying(found, "verdict").length > 0 && html`<button class="button secondary" name="finish" value="1">${words.say("Show my steps now")}</button>`}
  </div>
  ${answers(rules, words, standing)}
  ${languages(words, screen)}
</form>`,
  };
}

const left = (words, screens) => (screens > 0 ? words.at_most[screens] : words.say("This is the last screen."));

function mistake({ words, form }) {
  const sentence = form.wrongDates.size > 0
    ? "This day cannot be right. Choose another one, or leave it empty."
    : "Choose one of the answers. If you are not sure, choose “I don't know”.";
  return html`<p class="notice error" role="alert" id="error" tabindex="-1" autofocus>${words.say(sentence)}</p>`;
}

function intro(words) {
  return html`<div class="intro">
  <p>${words.say("Answer a few questions. At the end you see which Amina steps apply to you, by when, why, and who says so.")}</p>
  <p>${words.say("No name, no passport number, no address. Your answers are not stored.")}</p>
</div>`;
}

const help = (text) => text && html`<p class="help">${text}</p>`;
const field = (view, question) => (question.kind === "date" ? date(view, question) : choose(view, question));

function together(view, screen, title, questions) {
  const { words, form } = view, ticked = questions.filter(({ kind }) => kind === "yes_no");
  const unsure = questions.some(({ id }) => form.given[id] === UNKNOWN);
  return html`<fieldset>
      <legend><h1>${title}</h1></legend>
      ${help(words.text(`screens.${screen}.help`))}
      ${questions.map((question) => (question.kind === "date" ? date(view, question) : tick(view, question)))}
      ${ticked.length > 0 && html`<label class="choice" lang="${words.interface}"><input type="checkbox" name="not_sure" value="1"${unsure && html` checked`}> <span>${words.say("I am not sure about the others")}</span></label>`}
    </fieldset>`;
}

function tick({ words, form }, { id }) {
  return html`<label class="choice"><input type="checkbox" name="${id}" value="yes"${form.given[id] === "yes" && html` checked`}> <span>${words.text(`questions.${id}.title`)}</span></label>`;
}

function choose({ words, form }, question) {
  const { id, kind, options } = question, here = words.interface;
  const radio = (value, text, kinds, lang) => html`<label class="choice${kinds}"${lang && html` lang="${lang}"`}><input type="radio" name="${id}" value="${value}"${form.given[id] === value && html` checked`}> <span>${text}</span></label>`;
  const own = kind === "yes_no"
    ? [radio("yes", words.say("answer Yes"), "", here), radio("no", words.say("answer No"), "", here)]
    : options.map((option) => radio(option, words.text(`questions.${id}.options.${option}`), "", ""));
  return html`<fieldset${form.missing.has(id) && html` aria-invalid="true" aria-describedby="error"`}>
  <legend><h1>${words.text(`questions.${id}.title`)}</h1></legend>
  ${help(words.text(`questions.${id}.help`))}
  ${own}
  ${radio(UNKNOWN, words.say("I don't know"), " unknown", here)}
</fieldset>`;
}

function date({ words, form, on }, question) {
  const { id } = question, [earliest, latest] = limits(question, on), value = form.given[id];
  const own = words.text(`questions.${id}.help`);
  return html`<div class="date">
  <label for="id_${id}">${words.text(`questions.${id}.title`)}</label>
  <p class="help" id="help_${id}" lang="${words.interface}">${own && html`<span lang="${words.language}">${own}</span> `}${words.say("If you do not know the day, leave it empty.")}</p>
  <input type="date" id="id_${id}" name="${id}" min="${iso(earliest)}" max="${iso(latest)}" aria-describedby="help_${id}"${form.wrongDates.has(id) && html` aria-invalid="true"`}${value && value !== UNKNOWN && html` value="${value}"`}>
</div>`;
}
