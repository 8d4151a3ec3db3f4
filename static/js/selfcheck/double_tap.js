// A second tap on the spot of a button was meant for the page before, and does nothing.
const MILLISECONDS = 500, PIXELS = 24;

/** @type {(root: HTMLElement) => void} */
export function ignoreDoubleTaps(root) {
  let last = { at: -Infinity, x: 0, y: 0 };
  root.addEventListener("click", (event) => {
    if (event.detail === 0) return; // pressed with a key
    const { clientX: x, clientY: y, timeStamp: at } = event;
    if (Math.hypot(x - last.x, y - last.y) < PIXELS && at - last.at < MILLISECONDS) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      const onButton = /** @type {Element} */ (event.target).closest("button") !== null;
      last = { at: onButton ? at : -Infinity, x, y };
    }
  }, { capture: true });
}
