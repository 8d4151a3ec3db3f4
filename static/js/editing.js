// Counts characters below each text of the translation, against what the Russian length allows.
for (const limit of document.querySelectorAll(/** @type {"data"} */ (".lengths data"))) {
  const { language, hint } = /** @type {HTMLElement} */ (limit.parentElement).dataset;
  const field = /** @type {HTMLTextAreaElement | null} */ (
    document.getElementById(`id_${limit.textContent}_${language}`)
  );
  if (!field) continue;
  const counter = document.createElement("p");
  counter.className = "counter";
  const count = () => {
    counter.textContent = `${field.value.length} ${hint} ${limit.value}`;
    counter.classList.toggle("long", field.value.length > Number(limit.value));
  };
  field.after(counter);
  field.addEventListener("input", count);
  count();
}

// Ctrl with a key presses the button that names it; the list of short texts goes on to the next after each space.
document.addEventListener("keydown", (event) => {
  const typing = event.key === "ArrowRight" && /** @type {Element} */ (event.target).matches("textarea, input");
  const button = event.ctrlKey && !typing && document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  /** @type {HTMLButtonElement} */ (button).click();
});
for (const list of document.querySelectorAll("form.glance")) {
  const stops = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("input[type=checkbox], button")]);
  list.addEventListener("keyup", (event) => {
    const at = stops.indexOf(/** @type {HTMLElement} */ (event.target));
    const key = /** @type {KeyboardEvent} */ (event).key;
    if (key === " " && at >= 0 && at < stops.length - 1) stops[at + 1].focus();
  });
}
