// Links on a page whose answers stand in the fragment of its address.
/** @type {(root: HTMLElement) => void} */
export function followLinks(root) {
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link) return;
    // Another language keeps the answers.
    if (link.matches("[hreflang], header .languages a")) link.hash = location.hash;
    // The fragment holds them, so a link to a place of this page only leads the eye and the focus there.
    else if (link.matches("[href^='#']")) {
      event.preventDefault();
      const place = document.getElementById(String(link.getAttribute("href")).slice(1)) || root;
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView();
    }
  });
}
