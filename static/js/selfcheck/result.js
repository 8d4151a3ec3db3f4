// The result as templates/selfcheck/result.html shows it.
import { answers, carried, change, languages } from "./around.js";
import { depends, findOut, isAsked, possibleVerdicts, sections, verdict } from "./steps.js";
import { card, cardBody } from "./card.js";
import { html } from "./html.js";

export function resultPage(rules, words, standing, form) {
  const { found } = standing, { on } = found, view = { rules, words, found };
  return {
    title: words.say("Your steps"),
    said: "",
    body: html`<form method="post" action="${words.urls.check}" class="check result">
  ${carried(form.given, found.screen)}
  ${verdictOf(view)}
  <p class="as-of">${words.say("As of %(day)s, Moscow time.", { day: words.day(on) })}</p>
  ${on > rules.recheck && html`<p class="notice">${words.say("These rules were to be checked again by %(day)s. Something may have changed since: ask before you act.", { day: words.day(rules.recheck) })}</p>`}
  ${toFindOut(view)}
  ${found.screen.length > 0 && html`<p><button class="button">${words.say("Answer the remaining questions")}</button></p>`}
  ${sections(view).map(([title, cards]) => html`<section>
    <h2>${title}</h2>
    ${cards.map((one) => card(words, one))}
  </section>`)}
  ${mayApply(view)}
  ${answers(rules, words, standing)}
  <p class="actions no-print">
    <a class="button secondary" href="${words.urls.check}">${words.say("Erase my answers and start again")}</a>
  </p>
  ${languages(words, "")}
</form>
${afterwards(view)}`,
  };
}

function verdictOf(view) {
  const { words } = view, found = verdict(view);
  if (found) {
    return html`<section class="verdict" lang="${words.language}">
    <h1>${found.title}</h1>
    ${cardBody(words, found)}
  </section>`;
  }
  const titles = possibleVerdicts(view);
  const items = (some) => html`<ul lang="${words.language}">${some.map((title) => html`<li>${title}</li>`)}</ul>`;
  return html`<section class="verdict">
    <h1>${words.say(isAsked(view) ? "Until you find out more, act as if Amina were asked of you" : "It depends on what you do not know yet")}</h1>
    <p>${words.say("We cannot say for sure yet. One of these is true of you:")}</p>
    ${items(titles.slice(0, 3))}
    ${titles.length > 3 && html`<details><summary>${words.say("What else may be true")}</summary>${items(titles.slice(3))}</details>`}
  </section>`;
}

function toFindOut(view) {
  const { words } = view, rows = findOut(view);
  return rows.length > 0 && html`<section class="card find-out">
    <h2>${words.say("Find this out first")}</h2>
    <p>${words.say("Look in your papers and in the app, or ask the migration centre. Then change your answer here.")}</p>
    <ul class="answers-to-find" lang="${words.language}">${rows.map(([screen, label]) => html`<li><span>${label}</span> ${change(words, screen, label)}</li>`)}</ul>
  </section>`;
}

function mayApply(view) {
  const { words } = view, cards = depends(view);
  const title = ({ title, entry }) => (entry ? html`<a href="${entry.address}">${title}</a>` : title);
  return cards.length > 0 && html`<section class="depending">
    <h2>${words.say("This may apply to you too")}</h2>
    <p>${words.say("It depends on answers that you did not know or did not give. Not knowing does not free you from a duty.")}</p>
    <details><summary>${words.say("Show what may apply")}</summary>
    <ul lang="${words.language}">${cards.map((one) => html`<li>${title(one)}</li>`)}</ul></details>
  </section>`;
}

function afterwards(view) {
  const { words } = view;
  const called = ({ phone, display }) => phone && html`<br><a href="tel:${phone}">${display}</a>`;
  return html`${isAsked(view) && html`<section class="no-print">
  <h2>${words.say("If something happens")}</h2>
  <ul>${words.troubles.map((at) => words.entries[at]).map(({ address, language, title }) => html`<li><a href="${address}" lang="${language}">${title}</a></li>`)}</ul>
</section>`}
<section>
  <h2>${words.say("Whom to ask")}</h2>
  ${words.contacts.map((one) => html`<p><b lang="${one.language}">${one.name}</b>${called(one)}<br><span lang="${one.language}">${one.note}</span></p>`)}
  <p><a href="${words.urls.contacts}">${words.say("All contacts")}</a></p>
</section>
<p class="notice">${words.say("This is information from public sources, not legal advice. Rules change: check again before you act.")}</p>`;
}
