// A step as templates/selfcheck/includes/card.html, when.html and card_body.html show it.
import { html } from "./html.js";

export function card(words, one) {
  return html`<article class="card step ${one.step.kind}" id="${one.step.id}" lang="${words.language}">
  <h3>${one.title}</h3>
  ${one.when && when(words, one.when)}
  ${one.calendar && html`<p class="no-print"><button class="button secondary small" formaction="${words.urls.calendar}" name="step" value="${one.step.id}" lang="${words.interface}">${words.say("Save to your calendar")}<span class="visually-hidden" lang="${words.language}"> ${one.title}</span></button></p>`}
  ${cardBody(words, one)}
</article>`;
}

export function cardBody(words, one) {
  const here = words.interface, { entry } = one;
  return html`<p>${one.body}</p>
<p class="certainty"><span class="badge ${one.certainty}" lang="${here}">${words.certainty[one.certainty]}</span>
  ${entry && html`<a href="${entry.address}" lang="${entry.language}">${entry.title}</a>`}</p>
<details>
  <summary lang="${here}">${words.say("Why, and who says so")}</summary>
  ${reasons(words, "Because you answered:", one.because)}
  ${reasons(words, "This would not hold if one of these were different:", one.wouldChange)}
  ${one.sources.length > 0 && html`<p lang="${here}">${words.say("Sources:")}</p>
  <ol class="sources">${one.sources.map(source)}</ol>`}
  <p lang="${here}">${words.say("Checked on %(day)s.", { day: words.day(one.step.checked) })}</p>
  <p lang="${here}"><a href="${words.urls.rules}${one.step.id}/">${words.say("How we decide this")}</a></p>
</details>`;
}

function reasons(words, sentence, rows) {
  return rows.length > 0 && html`<p lang="${words.interface}">${words.say(sentence)}</p>
  <ul>${rows.map(([label, answer]) => html`<li>${label}: ${answer}</li>`)}</ul>`;
}

function source({ address, publisher, about, says, language }) {
  const name = address
    ? html`<a href="${address}" rel="noopener noreferrer" lang="${language}">${publisher}</a>`
    : html`<span lang="${language}">${publisher}</span>`;
  return html`<li>${name}, ${about} <span lang="${language}">${says}</span></li>`;
}

function when(words, { day, late, text, terms, beyond, exactly }) {
  const here = words.interface;
  const unpublished = html`<span lang="${here}">${words.say("We cannot name the day: the calendar of working days for that year is not published yet.")}</span>`;
  const named = day !== null && html`<b lang="${here}">${exactly ? words.day(day) : words.say("By %(day)s", { day: words.day(day) })}</b>`;
  const read = (term) => html`<li>${term.text}${term.day !== null ? html` <b lang="${here}">${words.day(term.day)}</b>` : term.beyond && html` ${unpublished}`}</li>`;
  return html`<p class="when${late && " late"}">
  ${named}${late && html` <span lang="${here}">${words.say("This day has passed: do it today.")}</span>`}
  ${text}
  ${beyond && unpublished}
</p>
${terms.length > 1 && html`<details><summary lang="${here}">${words.say("The sources read the term differently; the earliest day is the safe one")}</summary>
  <ul>${terms.map(read)}</ul>
</details>`}`;
}
