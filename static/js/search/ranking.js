// The documents that a query names, best first, and how sure that is (apps/search/ranking.py, in whole numbers).

import { words } from "./folding.js";
import { grams, start } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{hits: {id: string, score: number}[], sureness: number}} Found */

const MOST_WORDS = 12, ALIKE = 200;

/** @type {(index: Index, word: string) => [number, number][]} */
const alike = (index, word) => {
  if (/\d/.test(word)) return index.words.has(word) ? [[index.words.get(word), 1000]] : [];
  const parts = grams(word), shared = new Map();
  for (const part of parts) {
    for (const number of index.grams.get(part) || []) shared.set(number, (shared.get(number) || 0) + 1);
  }
  /** @type {[number, number][]} */
  const found = [];
  shared.forEach((common, number) => {
    const likeness = Math.floor((1000 * common * common) / (parts.length * index.sizes[number]));
    if (likeness >= ALIKE) found.push([number, likeness]);
  });
  return found;
};

/** @type {(index: Index, word: string) => Map<number, number>} */
const scored = (index, word) => {
  const scores = new Map();
  for (const [number, likeness] of alike(index, word)) {
    const held = index.held[number], worth = likeness * index.rarity[held.size];
    held.forEach((/** @type {number} */ weight, /** @type {number} */ id) => {
      scores.set(id, Math.max(scores.get(id) || 0, Math.floor((worth * weight) / 1000)));
    });
  }
  const beginning = index.beginnings.get(start(word)) || new Map();
  beginning.forEach((/** @type {number} */ weight, /** @type {number} */ id) => {
    scores.set(id, (scores.get(id) || 0) + weight * index.rarity[beginning.size]);
  });
  return scores;
};

/** @type {(index: Index, query: string) => Found} */
export const find = (index, query) => {
  const scores = new Map();
  let most = 0;
  for (const word of [...new Set(words(query, index.alphabet))].slice(0, MOST_WORDS)) {
    for (const [id, score] of scored(index, word)) scores.set(id, (scores.get(id) || 0) + score);
    most += 2 * index.rarity[index.words.has(word) ? index.held[index.words.get(word)].size : 0];
  }
  const hits = [...scores].filter(([, score]) => score).map(([at, score]) => ({ id: index.ids[at], score }));
  hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { hits, sureness: hits.length ? Math.floor(hits[0].score / most) : 0 };
};
