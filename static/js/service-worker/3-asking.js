// What a page may ask for (static/js/site.js), and what it is told.
/** @type {(message: Record<string, unknown>) => Promise<void>} */
async function tell(message) {
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true })) page.postMessage(message);
}

/** @type {(language: string) => Promise<void>} */
async function tellState(language) {
  const found = await record(language), said = await wish(language);
  if (found !== null) return tell({ is: "saved", language, text: found.text, old: isOld(found) });
  const first = (await (await caches.open(WISHES)).keys()).length === 0;
  return tell({ is: "none", language, first, wanted: said === "wanted", bytes: await bytesOf(language) });
}

/** @type {(language: string) => Promise<void>} */
const tidy = async (language) => (await wish(language) === "removed" ? inTurn(() => clear(language)) : undefined);

/** @type {(language: string) => Promise<void>} */
const clear = async (language) => (await wish(language) === "removed" ? forget(language, []) : undefined);

/** @type {Record<string, (language: string, path: string) => Promise<void>>} */
const DEEDS = {
  async tell(language) {
    await tidy(language);
    await tellState(language);
  },
  // Asked for by the reader.
  async save(language) {
    await note(language, "wanted");
    return inTurn(() => save(language));
  },
  // Unasked, on the second page: only where nobody has said anything yet.
  begin: (language) => inTurn(async () => {
    if ((await (await caches.open(WISHES)).keys()).length > 0) return;
    await note(language, "wanted");
    await save(language);
  }),
  // Unasked, where it was asked for before.
  renew: (language) => inTurn(async () => {
    const found = await record(language);
    if (found ? isOld(found) : await wish(language) === "wanted") await save(language);
  }),
  // Noted before its turn comes, so that it holds even if the worker is stopped.
  async remove(language) {
    await note(language, "removed");
    await tidy(language);
    await tellState(language);
  },
  async others(_, path) {
    const codes = await languages(), rest = path.split("?")[0].split("/").slice(1).join("/");
    const holding = await Promise.all(codes.map((code) => saved(code, `${HOME}${code}/${rest}`)));
    await tell({ is: "others", path, codes, holding: holding.map(Boolean) });
  },
};

worker.addEventListener("message", (event) => {
  const { what, language, path } = event.data;
  if (Object.keys(DEEDS).includes(what)) {
    event.waitUntil(DEEDS[what](language, path).catch(() => tell({ is: "failed", language })));
  }
});
