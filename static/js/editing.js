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
