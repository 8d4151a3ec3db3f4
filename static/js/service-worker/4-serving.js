// Answers requests from what is saved, and leaves everything else to the network.
// A saved page, whatever hangs on its address.
/** @type {(language: string, pathname: string, search?: string) => Promise<Response | undefined>} */
async function saved(language, pathname, search = "") {
  const found = await record(language);
  if (found === null) return undefined;
  const own = pathname.replace(/\/index\.html$/, "/"), cacheName = found.cache;
  const page = await caches.match(own, { cacheName });
  if (page || own.endsWith("/")) return page;
  const whole = await caches.match(`${own}/`, { cacheName });
  return whole && Response.redirect(`${own}/${search}`);
}

/** @type {(request: Request, address: URL) => Promise<Response>} */
async function page(request, { pathname, search }) {
  const found = await quietly(saved(languageOf(pathname), pathname, search));
  return found || fetch(request).catch(async (error) => {
    const other = await quietly(elsewhere(pathname, search));
    if (other) return other;
    throw error;
  });
}

// Without internet and not in a pack: what there is to read instead, in this language or in one that is saved.
/** @type {(pathname: string, search: string) => Promise<Response | undefined>} */
async function elsewhere(pathname, search) {
  const here = languageOf(pathname), codes = await languages();
  const code = codes.includes(here) ? here : codes[0];
  if (code === undefined || pathname === `${HOME}${code}/offline/`) return undefined;
  const whole = `${HOME}${code}/${pathname.slice(HOME.length)}`; // an address that names no language
  if (await saved(code, whole)) return Response.redirect(whole + search);
  return Response.redirect(`${HOME}${code}/offline/#${pathname.slice(HOME.length)}${search}`);
}

// What is searched in comes with the pages that it leads to.
/** @type {(request: Request, address: URL) => Promise<Response>} */
const index = async (request, { pathname }) => (await quietly(saved(languageOf(pathname), pathname))) || fetch(request);

/** @type {(request: Request, address: URL) => Promise<Response>} */
const file = async (request, { pathname }) => (await quietly(caches.match(pathname))) || fetch(request);

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url), { origin, pathname } = address;
  if (request.method !== "GET" || origin !== location.origin || /^(admin|account)$/.test(languageOf(pathname))) return;
  if (request.mode === "navigate") event.respondWith(page(request, address));
  else if (INDEX.test(pathname)) event.respondWith(index(request, address));
  else if (HASHED.test(pathname)) event.respondWith(file(request, address));
});
