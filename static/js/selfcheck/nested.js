// What stands under a question shows while that one is answered so; what is hidden is asked of nobody.
/** @type {(root: HTMLElement) => void} */
export function openNested(root) {
  for (const place of root.querySelectorAll(".under")) {
    const { under, opening = "" } = /** @type {HTMLElement} */ (place).dataset;
    const above = [...root.querySelectorAll(`input[name="${under}"]:checked, select[name="${under}"]`)];
    const open = above.some((input) => opening.split(" ").includes(/** @type {HTMLInputElement} */ (input).value));
    place.toggleAttribute("hidden", !open);
  }
}
