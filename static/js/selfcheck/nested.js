// What stands under a question shows while that one is answered so; what is hidden is asked of nobody.
/** @type {(root: HTMLElement) => void} */
export function openNested(root) {
  for (const element of root.querySelectorAll(".under")) {
    const place = /** @type {HTMLElement} */ (element), { under, opening = "" } = place.dataset;
    const above = [...root.querySelectorAll(`input[name="${under}"]:checked, select[name="${under}"]`)];
    place.hidden = !above.some((input) => opening.split(" ").includes(/** @type {HTMLInputElement} */ (input).value));
  }
}
