// The copy button appears only where it works.
(function () {
  "use strict";
  var button = document.getElementById("copy");
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", function () {
    // Not the canonical address: a link keeps its reader's language.
    navigator.clipboard.writeText(location.origin + location.pathname).then(function () {
      button.textContent = button.dataset.done;
    });
  });
})();
