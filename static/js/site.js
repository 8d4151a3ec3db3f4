// What every page may do where scripts work: copy its link, and save the guide on this phone for days without internet.
(function () {
  "use strict";

  function offerCopy() {
    var button = document.getElementById("copy");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      // Not the canonical address: a link keeps its reader's language.
      navigator.clipboard.writeText(location.origin + location.pathname).then(function () {
        button.textContent = button.dataset.done;
      });
    });
  }

  var place = document.getElementById("offline");
  var language = place && place.dataset.language;

  function say(text) {
    place.hidden = false;
    place.querySelector("[role=status]").textContent = text;
  }

  function offer(button, shown) {
    place.hidden = false;
    place.querySelector("[data-does=" + button + "]").hidden = !shown;
  }

  function heard(message) {
    if (message.language !== language) return;
    if (message.is === "changed") { document.getElementById("changed").hidden = false; return; }
    if (message.is === "saving") say(place.dataset.saving + " " + message.percent + " %");
    if (message.is === "saved") say(message.text);
    if (message.is === "failed") say(place.dataset.failed);
    if (message.is === "none") say("");
    offer("save", message.is === "none" || message.is === "failed");
    offer("update", message.is === "saved");
    offer("remove", message.is === "saved");
    // The chosen language is saved unasked, once; another one, or on a phone that saves data, only when asked.
    var sparing = navigator.connection && navigator.connection.saveData;
    if (message.is === "none" && message.first && !sparing) ask("save");
    if (message.is === "saved" && message.old) ask("save");
  }

  function ask(what) {
    navigator.serviceWorker.ready.then(function (registration) {
      registration.active.postMessage({ what: what, language: language });
    });
  }

  function saveForLater() {
    navigator.serviceWorker.addEventListener("message", function (event) { heard(event.data); });
    navigator.serviceWorker.startMessages();
    place.addEventListener("click", function (event) {
      if (event.target.dataset.does) ask(event.target.dataset.does === "update" ? "save" : event.target.dataset.does);
    });
    document.getElementById("changed").addEventListener("click", function () { location.reload(); });
    navigator.serviceWorker.register("/service-worker.js").then(function () { ask("tell"); }, function () {});
  }

  offerCopy();
  if (place && "serviceWorker" in navigator && window.caches) {
    // After the page itself, so that it never waits.
    addEventListener("load", function () { setTimeout(saveForLater, 1000); });
  }
})();
