// The one file that travels (apps/mirrors): one room at a time, links that stay in the file, and a filter by words.
// Behind the # stands a room, an answer, or the code of the self-check, which alone has a full stop in it.
{
  /** @type {(id: string) => any} */
  const find = (id) => document.getElementById(id);
  const unpacked = () => {
    const packed = find("packed"), whole = new Uint8Array(Number(packed.dataset.bytes));
    inflate(Uint8Array.from(atob(packed.textContent), (/** @type {string} */ letter) => letter.charCodeAt(0)), whole);
    return JSON.parse(new TextDecoder().decode(whole));
  };

  // The self-check fetches its files from where it is told that they are.
  const { rules, phrases, bodies = {} } = unpacked();
  for (const [name, text] of Object.entries({ rules, phrases })) {
    find("check").dataset[name] = URL.createObjectURL(new Blob([text]));
  }
  for (const id of Object.keys(bodies)) find(id).querySelector(".body").innerHTML = bodies[id];

  const home = `${document.body.dataset.home}/`;
  /** @type {NodeListOf<HTMLElement>} */
  const rooms = document.querySelectorAll("[data-room]");
  const wanted = () => decodeURIComponent(location.hash.slice(1));

  const show = () => {
    const place = find(wanted().includes(".") ? "check" : wanted()) || find("guide");
    const room = place.closest("[data-room]");
    for (const one of rooms) one.hidden = one !== room;
    if (place.matches("details")) place.open = true;
    if (!wanted().includes(".")) place.scrollIntoView();
  };

  // The self-check would take the name of a room or an answer for a broken code.
  addEventListener("popstate", (event) => {
    if (!wanted().includes(".") && wanted() !== "") event.stopImmediatePropagation();
    show();
  }, true);

  // Where a link leads in this file: to an answer or a room. Within the self-check its own script leads the eye.
  /** @type {(link: HTMLAnchorElement) => string} */
  const placeOf = (link) => {
    const [address, anchor] = link.href.split("#");
    if (address === location.href.split("#")[0]) return link.closest("#check") ? "" : decodeURIComponent(anchor || "");
    const path = address.startsWith(home) ? address.slice(home.length) : "";
    return find(path) ? path : document.body.dataset[path.split("/")[1]] || "";
  };

  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a"), id = link ? placeOf(link) : "";
    if (!find(id)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.hash = id;
  });

  const filter = find("filter");
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    for (const entry of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-entry]"))) {
      const text = (entry.textContent || "").toLowerCase();
      entry.hidden = !words.every((/** @type {string} */ word) => text.includes(word));
    }
  });

  const moscow = new Date(Date.now() + 3 * 3600000).toISOString().slice(0, 10), old = find("old");
  old.hidden = moscow <= old.dataset.until;
  document.documentElement.classList.add("scripted");
  show();
}
