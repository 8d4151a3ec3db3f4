// The search field of every page: the answers come as one types, from the index that is on the phone.

import { answer } from "./answering.js";
import { opened } from "./index.js";

/** @type {(id: string) => any} */
const find = (id) => document.getElementById(id);
const form = find("search"), field = find("q"), place = find("found"), count = find("found-count");
const served = find("served"); // what the server has found, on the page of the search
const PAUSE = 600;
// The addresses that the index names are meant from where it stands: a mirror may have it anywhere.
const indexAt = new URL(form.dataset.index, document.baseURI);

/** @type {any} */
let data;
/** @type {number} */
let announcing;

const close = () => {
  place.hidden = true;
  count.textContent = "";
};

/** @type {(number: number) => void} */
const announce = (number) => {
  // A screen reader would otherwise begin anew with every letter.
  clearTimeout(announcing);
  announcing = setTimeout(() => { count.textContent = data.count.replace("%(number)s", String(number)); }, PAUSE);
};

const show = () => {
  if (!field.value.trim()) return close();
  const { band, ids, urgent } = answer(data.index, field.value), hits = ids.filter((id) => id in data.hits);
  const list = hits.length ? `<ul class="list">${hits.map((id) => data.hits[id]).join("")}</ul>` : "";
  place.innerHTML = (urgent ? data.urgent : "") + data.bands[band] + list;
  for (const link of place.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), indexAt).href;
  place.hidden = false;
  if (served) served.hidden = true;
  announce(hits.length);
};

// Whoever comes back from an answer finds the others again; the words stay with this page in this tab.
place.addEventListener("click", () => history.replaceState({ ...history.state, words: field.value }, ""));

fetch(form.dataset.index).then((response) => response.json()).then((found) => {
  data = { ...found, index: opened(found.index) };
  field.addEventListener("input", show);
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    show();
    field.blur(); // the keyboard of a phone would cover the answers
  });
  form.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });
  if (!field.value) field.value = (history.state || {}).words || "";
  // A saved page of the search does not know what was asked.
  if (served && !field.value) field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) show();
}, () => {});
