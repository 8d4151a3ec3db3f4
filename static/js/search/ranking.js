// The documents that a query names, best first, and how sure that is (apps/search/ranking.py, in whole numbers).

import { words } from "./folding.js";
import { grams, start } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {[Pick<import("./index.js").Known, "begun" | "held">, number]} Likely  a word and how alike */
/** @typedef {{hits: {id: string, score: number}[], sureness: number}} Found */

const MOST_WORDS = 24, SAME = 1000, ALIKE = 200;

/** @type {(index: Index, word: string) => Likely[]} */
const alike = (index, word) => {
  const parts = grams(word), shared = new Map();
  for (const part of parts) {
    for (const known of index.grams.get(part) || []) shared.set(known, (shared.get(known) || 0) + 1);
  }
  return [...shared].map(([known, common]) => /** @type {Likely} */ (
    [known, (SAME * common * common) / (parts.length * known.size) | 0]
  )).filter((pair) => pair[1] >= ALIKE);
};

/** @type {(index: Index, word: string) => Map<number, number>} */
const scored = (index, word) => {
  const scores = new Map(), likely = alike(index, word), beginning = index.beginnings.get(start(word));
  const held = beginning || new Map(), exact = /** @type {Likely} */ ([{ begun: held, held }, beginning ? SAME : 0]);
  const [{ begun }, share] = likely.reduce((best, pair) => (pair[1] > best[1] ? pair : best), exact);
  for (const [{ held }, likeness] of likely) held.forEach((weight, id) => {
    const score = (likeness * index.rarity[held.size] * weight) / SAME | 0;
    scores.set(id, Math.max(scores.get(id) || 0, score));
  });
  begun.forEach((weight, id) => {
    scores.set(id, (scores.get(id) || 0) + ((share * weight * index.rarity[begun.size]) / SAME | 0));
  });
  return scores;
};

/** @type {(index: Index, query: string) => Found} */
export const find = (index, query) => {
  const scores = new Map();
  let most = 0;
  for (const word of [...new Set(words(query, index.alphabet))].slice(0, MOST_WORDS)) {
    for (const [id, score] of scored(index, word)) scores.set(id, (scores.get(id) || 0) + score);
    const known = index.words.get(word);
    most += 2 * index.rarity[known ? known.held.size : 0];
  }
  const hits = [...scores].map(([at, score]) => ({ id: index.ids[at], score }));
  hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { hits, sureness: hits.length && hits[0].score / (1 + (Math.sqrt(most * index.rarity[0]) | 0)) | 0 };
};
