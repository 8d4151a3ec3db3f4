// The files of the self-check: the rules, and the phrases of a language that belong to them.
import { opened } from "./assessment.js";
import { undate } from "./deadlines.js";
import { phrasebook } from "./phrasebook.js";

/** @type {(address: string, as?: "text" | "json") => Promise<any>} */
export async function file(address, as = "json") {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return response[as]();
}

/** @type {(places: DOMStringMap) => Promise<[Rules, Phrasebook]>} */
export async function load({ rules = "", phrases = "" }) {
  const [bundle, said] = await Promise.all([file(rules), file(phrases)]);
  if (said.rules !== bundle.version) throw new Error("The phrases belong to other rules.");
  undate(bundle, said.recheck || []);
  return [opened(bundle), phrasebook(said)];
}
