// An index as it is searched (apps/search/index.py): what each word and each beginning of words says of the documents.
// Plain objects would know words like "constructor".

/** @typedef {Map<number, number>} Held  document → how much a word counts there */
/** @typedef {{ids: string[], rarity: number[], alphabet: import("./folding.js").Alphabet, words: string,
 *   postings: string, matters: Record<string, [kind: string, leads: string[]]>, keys: [string, string]}} Data */
/** @typedef {ReturnType<typeof opened>} Index */

const FIRST_SIGN = 35, HALF = 8, BEGINNING = 4;

/** Pairs of letters with the ends of the word, and its first three, four and five letters.
 * @type {(word: string) => string[]} */
export const grams = (word) => {
  const marked = `^${word}$`, parts = new Set([...marked].slice(1).map((letter, at) => marked[at] + letter));
  for (const size of [3, 4, 5]) if (word.length >= size) parts.add(`^${word.slice(0, size)}`);
  return [...parts];
};

/** @type {(word: string) => string} */
export const start = (word) => word.slice(0, BEGINNING);

/** @type {(postings: string) => Held} */
const read = (postings) => {
  const held = new Map();
  for (let at = 0; at < postings.length; at += 2) {
    held.set(postings.charCodeAt(at) - FIRST_SIGN, postings.charCodeAt(at + 1) - FIRST_SIGN);
  }
  return held;
};

/** @type {(data: Data) => any} */
export const opened = (data) => {
  const likely = data.words.split(" "), held = data.postings.split(" ").map(read);
  const lengths = data.ids.map(() => 0), beginnings = new Map(), byGram = new Map();
  likely.forEach((word, number) => {
    if (!beginnings.has(start(word))) beginnings.set(start(word), new Map());
    const counts = beginnings.get(start(word));
    held[number].forEach((count, id) => {
      lengths[id] += count;
      counts.set(id, (counts.get(id) || 0) + count);
    });
  });
  const usual = Math.floor(lengths.reduce((sum, length) => sum + length, 0) / lengths.length) || 1;
  const halves = lengths.map((length) => Math.floor((HALF * (usual + length)) / (2 * usual)));
  /** @type {(counts: Held) => void} */
  const weigh = (counts) => counts.forEach((count, id) => {
    counts.set(id, Math.floor((1000 * count) / (count + halves[id])));
  });
  held.forEach(weigh);
  beginnings.forEach(weigh);
  const sizes = likely.map((word, number) => {
    const parts = grams(word);
    for (const part of parts) {
      if (!byGram.has(part)) byGram.set(part, []);
      byGram.get(part).push(number);
    }
    return parts.length;
  });
  const words = new Map(likely.map((word, number) => [word, number]));
  return { ...data, likely, words, held, beginnings, grams: byGram, sizes };
};
