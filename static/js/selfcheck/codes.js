// The answers as a few letters for the fragment of an address, which no browser sends to a server:
// #version.letters, and perhaps .mark for the screen that is shown.
import { UNKNOWN } from "./assessment.js";
import { iso, parsed } from "./deadlines.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** @typedef {{ first: number; count: number }} Days */
const DAYS = { first: Number(parsed("2010-01-01")), count: 9496 };
const UNCHECKED_DAYS = { first: Number(parsed("2025-01-01")), count: 4017 }; // those of codes without check letters
// The check is the rest that a prime leaves of the code, read as a number: no wrong letter leaves it as it was, nor do
// two that changed places; a missing or added one does in one of sixteen million codes.
const CHECKED = 4, PRIME = 16777213;
const EDGES = /^[^A-Za-z0-9]+|[^A-Za-z0-9_-]+$/g, CODE = /^[0-9a-f]{3}\.[A-Za-z0-9_-]*(\.([rc]|\d{1,3}))?$/;
const NOT_ASKED = 0, NOT_KNOWN = 1, FIRST = 2;

// One digit per question; those of the questions asked first weigh least, so that a short interview is a short code.
/** @type {(rules: Rules) => string[][]} */
function currentLayout(rules) {
  const choices = rules.questions.filter(({ kind }) => kind !== "date").map(({ id, options }) => [id, ...options]);
  return choices.concat(rules.questions.filter(({ kind }) => kind === "date").map(({ id }) => [id]));
}

/** @type {(options: string[], days: Days) => bigint} */
const radix = (options, days) => BigInt(FIRST + (options.length > 0 ? options.length : days.count));

/** @type {(options: string[], value: string | string[] | undefined) => number} */
function digit(options, value) {
  if (value === undefined) return NOT_ASKED;
  if (value === UNKNOWN) return NOT_KNOWN;
  return FIRST + (options.length > 0 ? options.indexOf(String(value)) : Number(parsed(String(value))) - DAYS.first);
}

/** @type {(options: string[], number: number, days: Days) => string} */
function answerOf(options, number, days) {
  if (number === NOT_KNOWN) return UNKNOWN;
  return options.length > 0 ? options[number - FIRST] : iso(days.first + number - FIRST);
}

/** @type {(rules: Rules, given: Given) => string} */
export function encoded(rules, given) {
  const layout = currentLayout(rules);
  const digits = layout.map(([id, ...options]) => [radix(options, DAYS), BigInt(digit(options, given[id]))]);
  let number = digits.reduceRight((sum, [base, one]) => sum * base + one, 0n), letters = "";
  for (; number > 0n; number /= 64n) letters += LETTERS[Number(number % 64n)];
  return `${rules.code}.${letters}${check(rules.code + letters)}`;
}

/** @type {(text: string) => string} */
function check(text) {
  let rest = [...text].reduce((sum, letter) => (sum * 64 + LETTERS.indexOf(letter)) % PRIME, 1), letters = "";
  for (let at = 0; at < CHECKED; at += 1, rest = Math.floor(rest / 64)) letters += LETTERS[rest % 64];
  return letters;
}

// What was pasted, without the signs and blanks around it; nothing if it does not look like a code, such as #main.
/** @type {(fragment: string) => string} */
export function codeIn(fragment) {
  const text = fragment.replace(/%20/g, " ").replace(EDGES, "");
  return CODE.test(text) ? text : "";
}

// The letters that stand for answers, or null if the check letters behind them say that something is wrong.
/** @type {(rules: Rules, version: string, letters: string) => string | null} */
function checked(rules, version, letters) {
  if (rules.unchecked.includes(version)) return letters;
  const said = letters.slice(0, -CHECKED);
  return said + check(version + said) === letters ? said : null;
}

// Returns the answers by the ids of questions and options, or null for what is no code of a known version.
/** @type {(rules: Rules, text: string) => Given | null} */
export function decoded(rules, text) {
  const [version, written = ""] = text.split("."), letters = checked(rules, version, written);
  const older = Object.keys(rules.codes).includes(version) && rules.codes[version];
  const layout = version === rules.code ? currentLayout(rules) : older;
  if (letters === null) return null;
  const values = [...letters].reverse().map((letter) => LETTERS.indexOf(letter));
  if (!layout || values.includes(-1)) return null;
  let number = values.reduce((sum, value) => sum * 64n + BigInt(value), 0n);
  /** @type {Given} */
  const given = {};
  const days = rules.unchecked.includes(version) ? UNCHECKED_DAYS : DAYS;
  for (const [id, ...options] of layout) {
    const base = radix(options, days), one = Number(number % base);
    if (one !== NOT_ASKED) given[id] = answerOf(options, one, days);
    number /= base;
  }
  return number === 0n ? given : null;
}
