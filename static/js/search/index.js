// An index as it is searched (apps/search/index.py): what each word and each beginning of words says of the documents.
// Numbers are whole (| 0) and below 2³¹. Plain objects would know words like "constructor".

/** @typedef {Map<number, number>} Held  document → how much a word counts there */
/** @typedef {{held: Held, size: number, begun: Held}} Known  a word that documents hold, how many grams it has,
 *   and what words that begin like it say */
/** @typedef {{ids: string[], rarity: number[], halves: number[], alphabet: import("./folding.js").Alphabet,
 *   words: string, held: string, counts: string, matters: Record<string, [kind: string, leads: string[]]>,
 *   keys: [string, string]}} Data */
/** @typedef {ReturnType<typeof opened>} Index */

const FIRST_LETTER = 65, FIRST_SIGN = 35, BEGINNING = 4;

/** Pairs of letters with the ends of the word, and its beginning twice more; a number is like no other.
 * @type {(word: string) => string[]} */
export const grams = (word) => {
  const marked = `^${word}$`, pairs = [...marked].slice(1).map((letter, at) => marked[at] + letter);
  return /\d/.test(word) ? [word] : [...new Set([...pairs, marked.slice(0, 3), marked.slice(0, 4)])];
};

/** @type {(word: string) => string} */
export const start = (word) => word.slice(0, BEGINNING);

/** What a map has under a key, or this, which it has from now on.
 * @type {<K, V>(map: Map<K, V>, key: K, fresh: V) => V} */
const kept = (map, key, fresh) => map.get(key) || map.set(key, fresh) && fresh;

/** @type {(data: Data) => any} */
export const opened = (data) => {
  /** @type {Map<string, Known>} */
  const words = new Map();
  /** @type {Map<string, Held>} */
  const beginnings = new Map();
  /** @type {Map<string, Known[]>} */
  const byGram = new Map();
  const documents = data.held.split(" ");
  let word = "", read = 0;
  for (const part of data.words.match(/[A-Z][^A-Z]*/g) || []) {
    word = word.slice(0, part.charCodeAt(0) - FIRST_LETTER) + part.slice(1);
    const parts = grams(word), begun = kept(beginnings, start(word), new Map());
    const known = { held: new Map(), size: parts.length, begun };
    for (const sign of documents[words.size]) {
      const id = sign.charCodeAt(0) - FIRST_SIGN, count = data.counts.charCodeAt(read++) - FIRST_SIGN;
      known.held.set(id, count);
      begun.set(id, (begun.get(id) || 0) + count);
    }
    for (const one of parts) kept(byGram, one, []).push(known);
    words.set(word, known);
  }
  /** @type {(counts: Held) => void} */
  const weigh = (counts) => counts.forEach((count, id) => {
    counts.set(id, 1000 * count / (count + data.halves[id]) | 0);
  });
  words.forEach(({ held }) => { weigh(held); });
  beginnings.forEach(weigh);
  return { ...data, words, beginnings, grams: byGram };
};
