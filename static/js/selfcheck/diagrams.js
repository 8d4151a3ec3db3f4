// Walks the decision diagrams of a bundle (apps/rules/bundles.py). A reference is 0 (no), 1 (yes) or a row's number
// plus 2; a row is a question followed by one reference per option. It knows no conditions, so it cannot read them
// wrongly.

// `possible` lists, by question, the options that are not ruled out. The answer is [outcome, open questions]: 1 the
// step applies, 0 it does not, 2 it depends on the open questions.
/** @type {(base: number[][]) => Walk} */
export function walker(base) {
  const known = new Map(base.map((row, at) => [row.join(), at + 2]));
  return function walk(root, possible) {
    const rows = base.slice(), fresh = new Map(), seen = new Map(), open = new Set();

    // Equal rows get one number, and a row whose options all lead to the same place is that place.
    /** @type {(row: number[]) => number} */
    function number(row) {
      if (row.every((to, at) => at === 0 || to === row[1])) return row[1];
      const key = row.join(), found = known.get(key) || fresh.get(key);
      if (found === undefined) fresh.set(key, rows.push(row) + 1);
      return found === undefined ? rows.length + 1 : found;
    }

    /** @type {(at: number) => number} */
    function restrict(at) {
      if (at < 2) return at;
      if (!seen.has(at)) {
        const row = base[at - 2], allowed = possible[row[0]];
        const isLeft = (/** @type {number} */ n) => allowed === undefined || allowed.includes(n - 1);
        const left = row.map((to, n) => n === 0 ? to : isLeft(n) ? restrict(to) : -1);
        const spare = Number(left.find((to, n) => n > 0 && to >= 0));
        seen.set(at, number(left.map((to) => to < 0 ? spare : to)));
      }
      return seen.get(at);
    }

    /** @type {(at: number) => void} */
    function gather(at) {
      if (at < 2 || seen.has(-at)) return;
      seen.set(-at, 0);
      open.add(rows[at - 2][0]);
      rows[at - 2].slice(1).forEach(gather);
    }

    const left = restrict(root);
    gather(left);
    return [Math.min(left, 2), [...open].sort((one, other) => one - other)];
  };
}
