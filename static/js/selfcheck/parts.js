// Fills in a page's parts: apps/selfcheck/parts.py makes them of Django's templates, and says what each kind means.
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

const at = (values, path) => path.split(".").reduce((value, name) => value?.[name], values);

// As Python has it, where an empty list does not hold.
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

const named = (names, item) =>
  names.length === 1 ? { [names[0]]: item } : Object.fromEntries(names.map((name, n) => [name, item[n]]));

const KINDS = {
  value: (values, path) => escaped(String(at(values, path) ?? "")),
  if: (values, branches) => filled((branches.find(([condition]) => holds(condition, values)) || [true, []])[1], values),
  for: (values, names, path, parts) =>
    (at(values, path) || []).map((item) => filled(parts, { ...values, ...named(names, item) })).join(""),
  count(values, path, forms, which) {
    const number = at(values, path);
    return filled(forms[which[number < which.length ? number : 100 + (number % 100)]], values);
  },
};

// Returns the markup that Django would have made of the same values.
export function filled(parts, values) {
  return parts.map((part) => typeof part === "string" ? part : KINDS[part[0]](values, ...part.slice(1))).join("");
}
