// The documents that a query names, best first, and how sure that is (apps/search/ranking.py, in whole numbers).

import { words } from "./folding.js";
import { grams, start } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{hits: {id: string, score: number}[], sureness: number}} Found */

const MOST_WORDS = 24, ALIKE = 200;

/** @type {(index: Index, word: string) => [import("./index.js").Known, number][]} */
const alike = (index, word) => {
  const same = index.words.get(word), parts = grams(word), shared = new Map();
  if (/\d/.test(word)) return same ? [[same, 1000]] : [];
  for (const part of parts) {
    for (const known of index.grams.get(part) || []) shared.set(known, (shared.get(known) || 0) + 1);
  }
  return [...shared].map(([known, common]) => [known, (1000 * common * common) / (parts.length * known.size) | 0]);
};

/** @type {(index: Index, word: string) => Map<number, number>} */
const scored = (index, word) => {
  const scores = new Map();
  for (const [{ held }, likeness] of alike(index, word)) {
    if (likeness >= ALIKE) held.forEach((weight, id) => {
      const score = (likeness * index.rarity[held.size] * weight) / 1000 | 0;
      scores.set(id, Math.max(scores.get(id) || 0, score));
    });
  }
  const beginning = index.beginnings.get(start(word)) || new Map();
  for (const [id, weight] of beginning) scores.set(id, (scores.get(id) || 0) + weight * index.rarity[beginning.size]);
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
  const hits = [...scores].map(([at, score]) => ({ id: index.ids[at], score })).filter(({ score }) => score);
  hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { hits, sureness: hits.length ? hits[0].score / most | 0 : 0 };
};
