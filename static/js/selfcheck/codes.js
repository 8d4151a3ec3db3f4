// The answers as a few letters for the fragment of an address, which no browser sends to a server:
// #version.letters, and perhaps .mark for the screen that is shown.
import { UNKNOWN } from "./assessment.js";
import { iso, parsed } from "./deadlines.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const FIRST_DAY = Number(parsed("2025-01-01")), DAYS = 4017;
const NOT_ASKED = 0, NOT_KNOWN = 1, FIRST = 2;

// One digit per question; those of the questions asked first weigh least, so that a short interview is a short code.
/** @type {(rules: Rules) => string[][]} */
function currentLayout(rules) {
  const choices = rules.questions.filter(({ kind }) => kind !== "date").map(({ id, options }) => [id, ...options]);
  return choices.concat(rules.questions.filter(({ kind }) => kind === "date").map(({ id }) => [id]));
}

/** @type {(options: string[]) => bigint} */
const radix = (options) => BigInt(FIRST + (options.length > 0 ? options.length : DAYS));

/** @type {(options: string[], value: string | string[] | undefined) => number} */
function digit(options, value) {
  if (value === undefined) return NOT_ASKED;
  if (value === UNKNOWN) return NOT_KNOWN;
  return FIRST + (options.length > 0 ? options.indexOf(String(value)) : Number(parsed(String(value))) - FIRST_DAY);
}

/** @type {(options: string[], number: number) => string} */
function answerOf(options, number) {
  if (number === NOT_KNOWN) return UNKNOWN;
  return options.length > 0 ? options[number - FIRST] : iso(FIRST_DAY + number - FIRST);
}

/** @type {(rules: Rules, given: Given) => string} */
export function encoded(rules, given) {
  const digits = currentLayout(rules).map(([id, ...options]) => [radix(options), BigInt(digit(options, given[id]))]);
  let number = digits.reduceRight((sum, [base, one]) => sum * base + one, 0n), letters = "";
  for (; number > 0n; number /= 64n) letters += LETTERS[Number(number % 64n)];
  return `${rules.code}.${letters}`;
}

// Returns the answers by the ids of questions and options, or null for what is no code of a known version.
/** @type {(rules: Rules, text: string) => Given | null} */
export function decoded(rules, text) {
  const [version, letters = ""] = text.split(".");
  const older = Object.keys(rules.codes).includes(version) && rules.codes[version];
  const layout = version === rules.code ? currentLayout(rules) : older;
  const values = [...letters].reverse().map((letter) => LETTERS.indexOf(letter));
  if (!layout || values.includes(-1)) return null;
  let number = values.reduce((sum, value) => sum * 64n + BigInt(value), 0n);
  /** @type {Given} */
  const given = {};
  for (const [id, ...options] of layout) {
    const one = Number(number % radix(options));
    if (one !== NOT_ASKED) given[id] = answerOf(options, one);
    number /= radix(options);
  }
  return number === 0n ? given : null;
}
