// An index as it is searched (apps/search/index.py): what each word and each beginning of words says of the documents.
// Numbers are whole (| 0) and below 2³¹. Plain objects would know words like "constructor".

/** @typedef {Map<number, number>} Held  document → how much a word counts there */
/** @typedef {{held: Held, size: number}} Known  a word that documents hold, and how many grams it has */
/** @typedef {{ids: string[], rarity: number[], alphabet: import("./folding.js").Alphabet, words: string, held: string,
 *   counts: string, matters: Record<string, [kind: string, leads: string[]]>, keys: [string, string]}} Data */
/** @typedef {ReturnType<typeof opened>} Index */

const FIRST_LETTER = 65, FIRST_SIGN = 35, HALF = 7, BEGINNING = 4;

/** Pairs of letters with the ends of the word, and its beginning twice more.
 * @type {(word: string) => string[]} */
export const grams = (word) => {
  const marked = `^${word}$`, pairs = [...marked].slice(1).map((letter, at) => marked[at] + letter);
  return [...new Set([...pairs, marked.slice(0, 3), marked.slice(0, 4)])];
};

/** @type {(word: string) => string} */
export const start = (word) => word.slice(0, BEGINNING);

/** @type {(text: string, at: number) => number} */
const number = (text, at) => text.charCodeAt(at) - FIRST_SIGN;

/** @type {(data: Data) => any} */
export const opened = (data) => {
  /** @type {Map<string, Known>} */
  const words = new Map();
  /** @type {Map<string, Held>} */
  const beginnings = new Map();
  /** @type {Map<string, Known[]>} */
  const byGram = new Map();
  const lengths = data.ids.map(() => 0), documents = data.held.split(" ");
  let word = "", read = 0;
  for (const part of data.words.match(/[A-Z][^A-Z]*/g) || []) {
    word = word.slice(0, part.charCodeAt(0) - FIRST_LETTER) + part.slice(1);
    const ids = documents[words.size], parts = grams(word), known = { held: new Map(), size: parts.length };
    const counts = beginnings.get(start(word)) || new Map();
    for (let at = 0; at < ids.length; at++) {
      const id = number(ids, at), count = number(data.counts, read++);
      known.held.set(id, count);
      counts.set(id, (counts.get(id) || 0) + count);
      lengths[id] += count;
    }
    for (const one of parts) {
      const others = byGram.get(one) || [];
      others.push(known);
      byGram.set(one, others);
    }
    beginnings.set(start(word), counts);
    words.set(word, known);
  }
  const usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length | 0 || 1;
  /** @type {(counts: Held) => void} */
  const weigh = (counts) => counts.forEach((count, id) => {
    counts.set(id, 1000 * count / (count + (HALF * (usual + lengths[id]) / (2 * usual) | 0)) | 0);
  });
  words.forEach(({ held }) => { weigh(held); });
  beginnings.forEach(weigh);
  return { ...data, words, beginnings, grams: byGram };
};
