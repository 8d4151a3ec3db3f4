// Counts characters below each text of the translation, against what the Russian length allows.
document.querySelectorAll(".lengths data").forEach((limit) => {
  const { language, hint } = limit.parentElement.dataset;
  const field = document.getElementById(`id_${limit.textContent}_${language}`);
  if (!field) return;
  const counter = document.createElement("p");
  counter.className = "counter";
  const count = () => {
    counter.textContent = `${field.value.length} ${hint} ${limit.value}`;
    counter.classList.toggle("long", field.value.length > Number(limit.value));
  };
  field.after(counter);
  field.addEventListener("input", count);
  count();
});
