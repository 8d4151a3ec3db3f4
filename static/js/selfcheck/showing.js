// The list in two languages side by side, as apps/selfcheck/showing.py has it.
import { file } from "./files.js";
import { common } from "./pages.js";
import { filled } from "./parts.js";
import { phrasebook } from "./phrasebook.js";
import { context } from "./results.js";

/** @type {(phrases: Phrasebook, standing: Standing, form: Form, columns: Column[]) => Values} */
export function card(phrases, standing, form, columns) {
  const rows = columns[0].lines.map((_, at) => columns.map(({ lines }) => lines[at]));
  return { ...common(phrases, standing, form), columns, rows };
}

// The list in one language, whose phrases need hold no more than the titles of the steps.
/** @type {(view: View) => Column} */
export function column(view) {
  const { words, language } = view.phrases, known = context(view), { verdict } = known;
  return {
    language,
    heading: inWords(words.heading, known),
    verdict: verdict ? verdict.title : inWords(words.unsure, known),
    lines: [...known.first_steps, ...known.more_steps].map((/** @type {Card} */ card) => (
      { language, title: card.title, day: inWords(words.day, { card }) })),
    made: inWords(words.made, known),
  };
}

// The page's own language and the one beside it; Russian is always here, the others where their page can be had.
/** @type {(phrases: Phrasebook, page: string) => Promise<Phrasebook | null>} */
export async function beside(phrases, page) {
  if (page === "") return phrases.russian && phrasebook({ ...phrases, ...phrases.russian });
  const html = new DOMParser().parseFromString(await file(page, "text"), "text/html");
  const address = String(/** @type {HTMLElement} */ (html.getElementById("check")).dataset.phrases);
  const said = await file(new URL(address, new URL(page, location.href)).href);
  if (said.rules !== phrases.rules) throw new Error("These phrases belong to other rules.");
  return phrasebook(said);
}

/** @type {(parts: Part[], values: Values) => string} */
function inWords(parts, values) {
  const place = document.createElement("template");
  place.innerHTML = filled(parts, values);
  return String(place.content.textContent).replace(/\s+/g, " ").trim();
}
