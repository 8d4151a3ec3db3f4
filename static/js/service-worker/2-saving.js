// Fetches a pack and puts it on the phone, whole or not at all.
// A clock may have been wrong then or now, by a year in either direction.
/** @type {(found: SavedPack) => boolean} */
const isOld = ({ checked }) => Math.abs(Date.now() - checked) > CHECK_AFTER;

/** @type {(language: string) => string} */
const addressOf = (language) => `${HOME}${language}/offline/pack.json`;

// What saving would cost, as the server tells it; 0 where it does not.
/** @type {(language: string) => Promise<number>} */
async function bytesOf(language) {
  const response = await quietly(fetch(addressOf(language), { method: "HEAD", credentials: "omit" }));
  return response && response.ok ? Number(response.headers.get("Content-Length")) : 0;
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

// Saving, updating and removing run one after another.
/** @type {(deed: () => Promise<void>) => Promise<void>} */
function inTurn(deed) {
  const done = last.then(deed, deed);
  last = done.catch(() => {});
  return done;
}

/** @type {(language: string) => Promise<void>} */
async function save(language) {
  try {
    await update(language);
  } catch (error) {
    const full = error instanceof Error && error.name === "QuotaExceededError";
    const before = await record(language);
    await forget(language, [before && before.cache]);
    if (before === null && full && await wish(language) === "wanted") await note(language, "no room");
    if (before === null) return tell({ is: "failed", language, full });
  }
  return tellState(language);
}

/** @type {(language: string) => Promise<void>} */
async function update(language) {
  const before = await record(language), headers = before ? before.validators : {};
  const response = await inTime(fetch(addressOf(language), { headers, cache: "no-store", credentials: "omit" }));
  if (before && response.status === 304) return keep({ ...before, checked: Date.now() });
  if (!response.ok) throw new Error(String(response.status));
  const pack = await received(response, language), same = before !== null && before.version === pack.version;
  const cache = cachesOf(language) + pack.version, number = before ? before.number + 1 : 1;
  if (!same) await unpack(pack, cache);
  if (await wish(language) === "removed") return forget(language, []);
  const told = { version: pack.version, text: savedText(pack, response), validators: validators(response) };
  await keep({ cache, number, checked: Date.now(), ...told });
  if (before && !same) await quietly(tellChanged(language, before.cache, cache));
  return same ? undefined : forget(language, [cache, before && before.cache]);
}

/** @type {(response: Response) => Record<string, string>} */
function validators({ headers }) {
  const etag = headers.get("ETag"), modified = headers.get("Last-Modified");
  return { ...(etag && { "If-None-Match": etag }), ...(modified && { "If-Modified-Since": modified }) };
}

// An open page that now reads otherwise offers to show itself anew.
/** @type {(language: string, before: string, after: string) => Promise<void>} */
async function tellChanged(language, before, after) {
  for (const page of await worker.clients.matchAll()) {
    const { pathname } = new URL(page.url);
    const found = await Promise.all([before, after].map((cacheName) => caches.match(pathname, { cacheName })));
    const [old, fresh] = await Promise.all(found.map((one) => (one ? one.text() : undefined)));
    if (old !== undefined && old !== fresh) page.postMessage({ is: "changed", language });
  }
}

/** @type {(response: Response, language: string) => Promise<Pack>} */
async function received(response, language) {
  if (!response.body) return inTime(response.json());
  const reader = response.body.getReader(), size = Number(response.headers.get("X-Pack-Size")), parts = [];
  let bytes = 0, told = -1;
  for (;;) {
    const { done, value } = await inTime(reader.read());
    if (done) break;
    parts.push(value);
    bytes += value.length;
    const percent = size ? Math.min(99, Math.floor((bytes * 10) / size) * 10) : 0;
    if (percent > told) await tell({ is: "saving", language, percent });
    told = percent;
  }
  return new Response(new Blob(parts)).json();
}

// Private letters stand for what several files have in common (apps/offline/packing.py).
const PIECE = /[\ue001-\uf8ff]/g;

/** @type {(pack: Pack, name: string) => Promise<void>} */
async function unpack({ files, shared, headers }, name) {
  await caches.delete(name); // what an interrupted attempt left
  const cache = await caches.open(name);
  for (const [path, [type, packed]] of Object.entries(files)) {
    const own = path.slice(path.indexOf("/") + 1);
    const text = packed.replace(PIECE, (piece) => shared[piece.charCodeAt(0) - 0xe001]).replace(/\ue000/g, () => own);
    await cache.put(HOME + path, new Response(text, { headers: { ...headers, "Content-Type": type } }));
  }
}

// The day by the server's clock, not by the phone's.
/** @type {(pack: Pack, response: Response) => string} */
function savedText({ months, saved: text }, { headers }) {
  const now = Date.parse(headers.get("Date") || "") || Date.now();
  const moscow = new Date(now + 3 * 3600000), month = months[moscow.getUTCMonth()];
  const day = month.replace("{y}", String(moscow.getUTCFullYear())).replace("{d}", String(moscow.getUTCDate()));
  return text.replace("%(day)s", day);
}
