// Keeps the chosen languages readable without internet. A language comes as one pack of one version (apps/offline): it
// is put into a cache of its own, and its record is the last thing put there. So a record never stands without its
// pages, and a page and what belongs to it are always of one version. What the reader asked for is noted apart, at
// once. Whatever fails here, the network answers. Written for Chrome from 61 and Safari from 11.1.
const HOME = new URL("./", location.href).pathname;
const RECORD = `${HOME}offline-record`, WISHES = `${HOME}wishes`, PACKS = `${HOME}pack/`;
const CHECK_AFTER = 60 * 1000, PATIENCE = 3000, SILENCE = 2 * 60 * 1000;
const INDEX = /\/search\/index\.json$/, HASHED = /\.[0-9a-f]{8,}\.\w+$/;

/** @typedef {{language: string, version: string, months: string[], saved: string, headers: Record<string, string>,
 *   shared: string[], files: Record<string, [type: string, text: string]>}} Pack */
/** @typedef {{cache: string, number: number, version: string, text: string, checked: number,
 *   validators: Record<string, string>}} SavedPack */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @type {(language: string) => string} */
const cachesOf = (language) => `${PACKS}${language}/`;
/** @type {(pathname: string) => string} */
const languageOf = (pathname) => pathname.slice(HOME.length).split("/")[0];
/** @type {(milliseconds: number) => Promise<undefined>} */
const after = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// What storage answers, or nothing where it fails or keeps silent.
/** @type {<T>(answer: Promise<T>) => Promise<T | undefined>} */
const quietly = (answer) => Promise.race([answer, after(PATIENCE)]).catch(() => undefined);

/** @type {<T>(answer: Promise<T>) => Promise<T>} */
const inTime = (answer) => Promise.race([answer, after(SILENCE).then(() => { throw new Error("silence"); })]);

// "wanted", "removed" or "no room"; nothing where the reader has said nothing of this language.
/** @type {(language: string) => Promise<string>} */
async function wish(language) {
  const found = await (await caches.open(WISHES)).match(HOME + language);
  return found ? found.text() : "";
}

/** @type {(language: string, what: string) => Promise<void>} */
const note = async (language, what) => (await caches.open(WISHES)).put(HOME + language, new Response(what));

/** @type {(language: string) => Promise<SavedPack | null>} */
async function record(language) {
  if (await wish(language) === "removed") return null;
  const names = (await caches.keys()).filter((name) => name.startsWith(cachesOf(language)));
  const found = await Promise.all(names.map((cacheName) => caches.match(RECORD, { cacheName })));
  const records = await Promise.all(found.map((one) => (one ? one.json() : null)));
  return records.filter(Boolean).sort((one, other) => other.number - one.number)[0] || null;
}

/** @type {(value: SavedPack) => Promise<void>} */
const keep = async (value) => (await caches.open(value.cache)).put(RECORD, new Response(JSON.stringify(value)));

// The previous version stays for the pages that are still open.
/** @type {(language: string, kept: (string | null)[]) => Promise<void>} */
async function forget(language, kept) {
  const old = (await caches.keys()).filter((name) => name.startsWith(cachesOf(language)) && !kept.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @type {() => Promise<string[]>} */
async function languages() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PACKS));
  const codes = [...new Set(names.map((name) => name.slice(PACKS.length).split("/")[0]))];
  const records = await Promise.all(codes.map(record));
  return codes.filter((_, at) => records[at] !== null);
}
