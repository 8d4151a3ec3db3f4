// What browsers of 2017 and 2018 lack: Chrome knows flatMap from 69 and fromEntries from 73, and its sort leaves what
// is equal as it stood from 70.

/** @type {<T>(lists: (T | T[])[]) => T[]} */
export const flat = (lists) => (/** @type {any[]} */ ([])).concat(...lists);

/** @type {<T>(pairs: [string, T][]) => Record<string, T>} */
export const objectOf = (pairs) => Object.assign({}, ...pairs.map(([name, value]) => ({ [name]: value })));

/** @type {<T>(list: T[], compare: (one: T, other: T) => number) => T[]} */
export function sorted(list, compare) {
  const placed = list.map((one, at) => ({ one, at }));
  return placed.sort((a, b) => compare(a.one, b.one) || a.at - b.at).map(({ one }) => one);
}
