// Where a reader stands, as apps/selfcheck/interview.py has it: replayed from the answers, so that any may change.
import { assess } from "./assessment.js";

// Answers off the path are kept, but do not count.
/** @type {(rules: Rules, given: Given, on: number) => Standing} */
export function replay(rules, given, on) {
  const path = [];
  /** @type {Given} */
  let counted = {};
  for (;;) {
    const found = assess(rules, counted, on);
    if (found.screen.length === 0 || found.screen.some(({ id }) => given[id] === undefined)) return { path, found };
    path.push(found.screen);
    counted = { ...counted, ...Object.fromEntries(found.screen.map(({ id }) => [id, given[id]])) };
  }
}

// The standing just before a screen was answered, or null if it is not on the path.
/** @type {(rules: Rules, given: Given, screen: string, on: number) => Standing | null} */
export function upTo(rules, given, screen, on) {
  const { path } = replay(rules, given, on), number = path.findIndex((questions) => questions[0].screen === screen);
  if (number < 0) return null;
  const before = path.slice(0, number).flat().map(({ id }) => [id, given[id]]);
  return replay(rules, Object.fromEntries(before), on);
}
