// html`<b>${text}</b>` escapes every text; what html`` itself made, and lists of it, go in as they are.
class Html {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

function inserted(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(inserted).join("");
  return value === null || value === undefined || value === false ? "" : escaped(String(value));
}

export function html(strings, ...values) {
  return new Html(strings.map((text, at) => (at === 0 ? "" : inserted(values[at - 1])) + text).join(""));
}
