// A text as the words that are looked for (apps/search/folding.py, rule by rule).

/** @typedef {{first: [string, string][], letters: Record<string, string>, reductions: [string, string][]}} Alphabet */

const MOST_LETTERS = 400, LONGEST_WORD = 7;

/** @type {(letters: Record<string, string>, sign: string) => string} */
const plain = (letters, sign) => [...(sign in letters ? letters[sign] : sign.normalize("NFKD"))]
  .map((part) => (part >= "\u0300" && part <= "\u036f" ? "" : part in letters ? letters[part] : part)).join("");

/** @type {(text: string, alphabet: Alphabet) => string[]} */
export const words = (text, { first, letters, reductions }) => {
  text = text.slice(0, MOST_LETTERS).replace(/[\ud800-\udfff]/g, " ").normalize("NFC").toLowerCase();
  for (const [spelling, instead] of first) text = text.split(spelling).join(instead);
  text = text.split("").map((sign) => plain(letters, sign)).join("");
  for (const [pattern, instead] of reductions) text = text.replace(RegExp(pattern, "g"), instead.replace("\\", "$"));
  return (text.match(/[a-z]{2,}|[0-9]+/g) || []).map((word) => word.slice(0, LONGEST_WORD));
};
