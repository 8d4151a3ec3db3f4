// The peers that run in Node, each as its own documentation has it for questions: any word counts, slips are forgiven.
// Reads {documents: {language: [{id, title, asked, short, title_ru, asked_ru}]}, trials: [{language, text}]}; writes
// for each peer the first three ids of every trial, its milliseconds, and the bytes of its indexes where it can give them.

import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";

const { documents, trials } = JSON.parse(readFileSync(0, "utf-8"));
const FIELDS = ["title", "asked", "short", "title_ru", "asked_ru"];
const BOOST = { title: 10, asked: 7, short: 3, title_ru: 6, asked_ru: 4 };
const MOST = 3;

const unique = (ids) => [...new Set(ids)].slice(0, MOST);
const bytes = (text) => gzipSync(text, { level: 9 }).length;

const peers = {
  async MiniSearch(docs) {
    const { default: MiniSearch } = await import("minisearch");
    const index = new MiniSearch({ fields: FIELDS });
    index.addAll(docs);
    const options = { boost: BOOST, prefix: true, fuzzy: 0.2, combineWith: "OR" };
    return { search: (text) => index.search(text, options).map(({ id }) => id), size: bytes(JSON.stringify(index)) };
  },
  async "Fuse.js"(docs) {
    const { default: Fuse } = await import("fuse.js");
    const keys = FIELDS.map((name) => ({ name, weight: BOOST[name] }));
    const lines = docs.map((doc) => ({ ...doc, asked: doc.asked.split("\n"), asked_ru: doc.asked_ru.split("\n") }));
    const options = { keys, ignoreLocation: true, threshold: 0.4, useExtendedSearch: true };
    const index = new Fuse(lines, options);
    const any = (text) => text.replace(/[|"'!=^$]/g, " ").split(/\s+/).filter(Boolean).join(" | ");
    return { search: (text) => index.search(any(text), { limit: MOST }).map(({ item }) => item.id) };
  },
  async FlexSearch(docs) {
    const { default: { Document } } = await import("flexsearch");
    const index = new Document({ document: { id: "id", index: FIELDS }, tokenize: "forward", context: true });
    docs.forEach((doc) => index.add(doc));
    return {
      search: (text) => {
        const scores = {};
        index.search(text, { suggest: true, limit: 10 }).forEach(({ field, result }) => {
          result.forEach((id, at) => { scores[id] = (scores[id] || 0) + BOOST[field] / (at + 1); });
        });
        return Object.keys(scores).sort((one, other) => scores[other] - scores[one]);
      },
    };
  },
  async uFuzzy(docs) {
    const { default: uFuzzy } = await import("@leeoniya/ufuzzy");
    const lines = docs.flatMap((doc) => FIELDS.flatMap((name) => doc[name].split("\n").map((line) => [doc.id, line])));
    const hay = lines.map(([, line]) => line);
    const options = { unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraMode: 1 };
    const fuzzy = new uFuzzy(options);
    return {
      search: (text) => {
        const [found, , order] = fuzzy.search(hay, text, 1);
        return (order || found || []).map((at) => lines[order ? found[at] : at][0]);
      },
    };
  },
};

const report = {};
for (const [name, make] of Object.entries(peers)) {
  try {
    const made = {};
    for (const [language, docs] of Object.entries(documents)) made[language] = await make(docs);
    const begun = performance.now();
    const found = trials.map(({ language, text }) => unique(made[language].search(text)));
    const size = Math.max(...Object.values(made).map((one) => one.size || 0));
    report[name] = { found, milliseconds: (performance.now() - begun) / trials.length, size };
  } catch (error) {
    report[name] = { error: String(error).split("\n")[0] };
  }
}
console.log(JSON.stringify(report));
