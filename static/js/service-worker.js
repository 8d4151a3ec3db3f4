// Keeps the chosen languages readable without internet. A language comes as one pack of one version (apps/offline): it
// is put into a cache of its own, and only when all of it is there does the record of the language name that cache.
// So a page and what belongs to it are always of one version.
const RECORDS = "records", CHECK_AFTER = 60 * 1000;
const SEARCH = /^\/[\w-]+\/search\/$/, INDEX = /^\/[\w-]+\/search\/index\.json$/;
const HASHED = /\.[0-9a-f]{8,}\.\w+$/;
/** @type {Map<string, Promise<void>>} */
const saving = new Map();

/** @typedef {{language: string, version: string, months: string[], saved: string, headers: Record<string, string>,
 *   files: Record<string, [type: string, text: string]>}} Pack */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @type {(language: string) => string} */
const recordOf = (language) => `/offline-record/${language}`;
/** @type {(path: string) => string} */
const languageOf = (path) => path.split("/")[1];

/** @type {(language: string) => Promise<any>} */
async function record(language) {
  const found = await (await caches.open(RECORDS)).match(recordOf(language));
  return found ? found.json() : null;
}

/** @type {(language: string, value: Record<string, unknown>) => Promise<void>} */
async function keep(language, value) {
  const records = await caches.open(RECORDS);
  await records.put(recordOf(language), new Response(JSON.stringify(value)));
}

/** @type {(message: Record<string, unknown>) => Promise<void>} */
async function tell(message) {
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true })) page.postMessage(message);
}

/** @type {(language: string) => Promise<void>} */
async function tellState(language) {
  const found = await record(language), others = await (await caches.open(RECORDS)).keys();
  if (found === null) return tell({ is: "none", language, first: others.length === 0 });
  return tell({ is: "saved", language, text: found.text, old: Date.now() - found.checked > CHECK_AFTER });
}

/** @type {(language: string) => Promise<void>} */
function save(language) {
  if (!saving.has(language)) {
    const done = update(language).then(
      () => tellState(language),
      async () => (await record(language) === null ? tell({ is: "failed", language }) : tellState(language)),
    );
    saving.set(language, done.finally(() => saving.delete(language)));
  }
  return saving.get(language) || Promise.resolve();
}

/** @type {(language: string) => Promise<void>} */
async function update(language) {
  const before = await record(language);
  /** @type {HeadersInit} */
  const headers = before === null ? {} : { "If-None-Match": `"${before.version}"` };
  const response = await fetch(`/${language}/offline/pack.json`, { headers, cache: "no-store", credentials: "omit" });
  if (response.status === 304) return keep(language, { ...before, checked: Date.now() });
  if (!response.ok) throw new Error(String(response.status));
  const pack = await received(response, language);
  if (before === null || before.version !== pack.version) await unpack(pack);
  const cache = cacheOf(pack), previous = before === null || before.cache === cache ? null : before.cache;
  await keep(language, { cache, previous, version: pack.version, text: savedText(pack), checked: Date.now() });
  if (previous) await tellChanged(language, previous, cache);
  return forget(language, [cache, previous]);
}

// An open page that now reads otherwise offers to show itself anew.
/** @type {(language: string, before: string, after: string) => Promise<void>} */
async function tellChanged(language, before, after) {
  for (const page of await worker.clients.matchAll()) {
    const { pathname } = new URL(page.url);
    const [old, fresh] = await Promise.all([before, after].map((name) => textIn(name, pathname)));
    if (old !== undefined && old !== fresh) page.postMessage({ is: "changed", language });
  }
}

/** @type {(name: string, path: string) => Promise<string | undefined>} */
async function textIn(name, path) {
  const found = await (await caches.open(name)).match(path);
  return found ? found.text() : undefined;
}

/** @type {(pack: Pack) => string} */
const cacheOf = (pack) => `pack-${pack.language}-${pack.version}`;

/** @type {(response: Response, language: string) => Promise<Pack>} */
async function received(response, language) {
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body);
  const reader = body.getReader(), size = Number(response.headers.get("X-Pack-Size")), parts = [];
  let bytes = 0, told = -1;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    const percent = Math.min(99, Math.floor((bytes * 10) / size) * 10);
    if (percent > told) await tell({ is: "saving", language, percent });
    told = percent;
  }
  return JSON.parse(await new Blob(parts).text());
}

/** @type {(pack: Pack) => Promise<void>} */
async function unpack(pack) {
  await caches.delete(cacheOf(pack)); // what an interrupted attempt left
  const cache = await caches.open(cacheOf(pack));
  for (const [path, [type, text]] of Object.entries(pack.files)) {
    await cache.put(path, new Response(text, { headers: { ...pack.headers, "Content-Type": type } }));
  }
}

/** @type {(pack: Pack) => string} */
function savedText(pack) {
  const moscow = new Date(Date.now() + 3 * 3600000), month = pack.months[moscow.getUTCMonth()];
  const day = month.replace("{y}", String(moscow.getUTCFullYear())).replace("{d}", String(moscow.getUTCDate()));
  return pack.saved.replace("%(day)s", day);
}

// The previous version stays for the pages that are still open.
/** @type {(language: string, kept: (string | null)[]) => Promise<void>} */
async function forget(language, kept) {
  const old = (await caches.keys()).filter((name) => name.startsWith(`pack-${language}-`) && !kept.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @type {(language: string) => Promise<void>} */
async function remove(language) {
  await (await caches.open(RECORDS)).delete(recordOf(language));
  await forget(language, []);
  await tell({ is: "none", language, first: false });
}

/** @type {(language: string, path: string) => Promise<Response | undefined>} */
async function saved(language, path) {
  const found = await record(language);
  return found === null ? undefined : (await caches.open(found.cache)).match(path);
}

/** @type {(request: Request, address: URL) => Promise<Response>} */
async function page(request, { pathname, search }) {
  const language = languageOf(pathname), plain = search === "" || SEARCH.test(pathname);
  const found = plain && await saved(language, pathname); // what is searched for stays on the phone
  return found || fetch(request).catch(() => elsewhere(language, pathname));
}

// Without internet and not in a pack: what there is to read instead, in this language or in one that is saved.
/** @type {(language: string, pathname: string) => Promise<Response>} */
async function elsewhere(language, pathname) {
  const records = await (await caches.open(RECORDS)).keys();
  const others = records.map(({ url }) => new URL(url).pathname.split("/").slice(-1)[0]);
  for (const code of [language, ...others]) {
    if (await saved(code, `/${code}${pathname}`)) return Response.redirect(`/${code}${pathname}`);
    const found = await saved(code, `/${code}/offline/`);
    if (found) return found;
  }
  return Response.error();
}

/** @type {(request: Request, address: URL) => Promise<Response>} */
const file = async (request, { pathname }) => (await caches.match(pathname)) || fetch(request);

/** @type {(request: Request, address: URL) => Promise<Response>} */
const index = async (request, { pathname }) => (await saved(languageOf(pathname), pathname)) || fetch(request);

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  /** @type {Record<string, (language: string) => Promise<void>>} */
  const deeds = { tell: tellState, save, remove };
  const does = deeds[event.data.what];
  if (does) event.waitUntil(does(event.data.language));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || address.pathname.startsWith("/admin/")) return;
  if (request.mode === "navigate") event.respondWith(page(request, address));
  else if (INDEX.test(address.pathname)) event.respondWith(index(request, address));
  else if (HASHED.test(address.pathname)) event.respondWith(file(request, address));
});
