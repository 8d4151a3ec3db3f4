// What a reader gets for a query (apps/search/answering.py): things to read, and how much to promise about them.

import { find } from "./ranking.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{band: "answers" | "close" | "nothing", ids: string[], urgent: boolean}} Answer */

const MOST = 7, ANSWERS = 460, CLOSE = 110, NEAR = 700;

/** @type {(index: Index, query: string) => string} */
const switched = ({ keys: [latin, cyrillic] }, query) => {
  const from = latin + cyrillic, to = cyrillic + latin;
  return query.toLowerCase().split("").map((key) => to[from.indexOf(key)] || key).join("");
};

/** @type {(index: Index, query: string) => import("./ranking.js").Found} */
const surest = (index, query) => {
  const found = find(index, query);
  if (found.sureness >= ANSWERS) return found;
  const other = find(index, switched(index, query));
  return other.sureness >= ANSWERS && other.sureness > 2 * found.sureness ? other : found;
};

/** @type {(index: Index, query: string) => Answer} */
export const answer = (index, query) => {
  const { hits, sureness } = surest(index, query), { matters } = index;
  const urgent = hits.slice(0, 3).some(({ id, score }) => (
    (matters[id] || [])[0] === "urgent" && 1000 * score >= NEAR * hits[0].score
  ));
  if (sureness < CLOSE) return { band: "nothing", ids: [], urgent };
  const [kind, leads] = matters[hits[0].id] || ["", []], elsewhere = kind === "elsewhere";
  const ids = [...(elsewhere ? [] : leads), ...hits.map(({ id }) => id).filter((id) => !(id in matters))];
  const band = sureness >= ANSWERS && !elsewhere ? "answers" : "close";
  return { band, ids: [...new Set(ids)].slice(0, MOST), urgent };
};
