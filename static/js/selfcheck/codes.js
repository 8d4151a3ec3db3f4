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

/** @type {(options: string[], days: Days) => number} */
const radix = (options, days) => FIRST + (options.length > 0 ? options.length : days.count);

// A code is one number, larger than those that a browser of 2017 can count with: a list of its letters' places, the
// least first. Here it is taken times `base`, and `rest` is added.
/** @type {(number: number[], base: number, rest: number) => number[]} */
function grown(number, base, rest) {
  const found = [];
  for (let at = 0; at < number.length || rest > 0; at += 1, rest = Math.floor(rest / 64)) {
    rest += (number[at] || 0) * base;
    found.push(rest % 64);
  }
  return found;
}

/** What `base` goes into it, and what is left. @type {(number: number[], base: number) => [number[], number]} */
function divided(number, base) {
  const found = number.slice();
  let rest = 0;
  for (let at = number.length - 1; at >= 0; at -= 1) {
    rest = rest * 64 + number[at];
    found[at] = Math.floor(rest / base);
    rest %= base;
  }
  return [found, rest];
}

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
  /** @type {number[]} */
  let number = [];
  for (const [id, ...options] of layout.reverse()) {
    number = grown(number, radix(options, DAYS), digit(options, given[id]));
  }
  const letters = number.map((place) => LETTERS[place]).join("");
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
  let number = [...letters].map((letter) => LETTERS.indexOf(letter)), one = 0;
  if (!layout || number.includes(-1)) return null;
  /** @type {Given} */
  const given = {};
  const days = rules.unchecked.includes(version) ? UNCHECKED_DAYS : DAYS;
  for (const [id, ...options] of layout) {
    [number, one] = divided(number, radix(options, days));
    if (one !== NOT_ASKED) given[id] = answerOf(options, one, days);
  }
  return number.every((place) => place === 0) ? given : null;
}
