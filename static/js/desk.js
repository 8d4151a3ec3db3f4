// Django's own script labels the signs beside its search fields without a role, so that no screen reader says them.
window.addEventListener("load", () => {
  for (const sign of document.querySelectorAll(".help-tooltip[aria-label]")) sign.setAttribute("role", "img");
});
