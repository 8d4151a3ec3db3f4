// Fills in a page's parts: apps/selfcheck/parts.py makes them of Django's templates, and says what each kind means.
import { objectOf } from "./lists.js";

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
/** @type {(text: string) => string} */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

/** @type {(values: Values, path: string) => any} */
const at = (values, path) => path.split(".").reduce((value, name) => (value ? value[name] : value), values);

// As Python has it, where an empty list does not hold.
/** @type {(condition: Condition, values: Values) => boolean} */
function holds(condition, values) {
  if (condition === true) return true;
  if (typeof condition === "string") {
    const value = at(values, condition);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }
  const [sign, one, other] = condition;
  if (sign === "==") return at(values, one) === other;
  if (sign === "not") return !holds(one, values);
  return sign === "and" ? holds(one, values) && holds(other, values) : holds(one, values) || holds(other, values);
}

/** @type {(names: string[], item: any) => Values} */
const named = (names, item) =>
  names.length === 1 ? { [names[0]]: item } : objectOf(names.map((name, n) => [name, item[n]]));

/** @type {Record<string, (values: Values, ...rest: any[]) => string>} */
const KINDS = {
  value(values, path) {
    const value = at(values, path);
    return value === undefined || value === null ? "" : escaped(String(value));
  },
  if(values, branches) {
    const found = branches.find((/** @type {[Condition, Part[]]} */ [condition]) => holds(condition, values));
    return found ? filled(found[1], values) : "";
  },
  for(values, names, path, parts) {
    const items = Array.from(at(values, path) || []);
    return items.map((item) => filled(parts, { ...values, ...named(names, item) })).join("");
  },
  count(values, path, forms, which) {
    const number = at(values, path);
    return filled(forms[which[number < which.length ? number : 100 + (number % 100)]], values);
  },
};

// Returns the markup that Django would have made of the same values.
/** @type {(parts: Part[], values: Values) => string} */
export function filled(parts, values) {
  return parts.map((part) => typeof part === "string" ? part : KINDS[part[0]](values, ...part.slice(1))).join("");
}
