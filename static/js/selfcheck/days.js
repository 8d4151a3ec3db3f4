// A day as a person writes it, as apps/rules/days.py reads it.
import { parsed } from "./deadlines.js";

// Where the ten digits begin: ASCII, Arabic, Persian, Devanagari, Bengali, full width.
const ZEROS = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10];
const MARKS = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, DASHES = /[\u2010-\u2015\u2212]/g;
const WRITTEN = /^([0-9]{1,4})( ?[./-] ?| )([0-9]{1,2})\2([0-9]{1,4})\.?$/;

/** @type {(letter: string) => string} */
function digit(letter) {
  const code = Number(letter.codePointAt(0)), zero = ZEROS.find((one) => one <= code && code < one + 10);
  return zero === undefined ? letter : String(code - zero);
}

// The number of the day that a text names, or null if it is no day or could be read in two ways.
/** @type {(text: string) => number | null} */
export function readDay(text) {
  const plain = [...text].map(digit).join("").replace(DASHES, "-").replace(MARKS, "").replace(/\s+/g, " ").trim();
  const [, first, sign, month, last] = WRITTEN.exec(plain) || [];
  if (first === undefined) return null;
  /** @type {(year: string, day: string) => number | null} */
  const day = (year, day) =>
    Number(year) === 0 ? null : parsed(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (first.length === 4 && last.length <= 2) return day(first, last);
  if (first.length > 2 || !(sign.includes("-") ? [4] : [2, 4]).includes(last.length)) return null;
  return day(last.length === 2 ? `20${last}` : last, first);
}
