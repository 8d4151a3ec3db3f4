// The copy button appears only where it works.
(function () {
  "use strict";
  var button = document.getElementById("copy");
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", function () {
    var address = document.querySelector("link[rel=canonical]").href;
    navigator.clipboard.writeText(address).then(function () {
      button.textContent = button.dataset.done;
    });
  });
})();
