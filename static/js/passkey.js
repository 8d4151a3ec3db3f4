// Puts the site's question to the passkey when the button is pressed, and sends its answer with the form.
/** @param {string} text */
function bytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
}

/** @param {ArrayBuffer | null} buffer */
function letters(buffer) {
  if (!buffer) return null;
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {any} question as it came: identifiers in letters */
function understood(question) {
  const known = (question.excludeCredentials || question.allowCredentials || []).map(
    (/** @type {any} */ one) => ({ ...one, id: bytes(one.id) }),
  );
  const publicKey = { ...question, challenge: bytes(question.challenge) };
  if (question.excludeCredentials) publicKey.excludeCredentials = known;
  if (question.allowCredentials) publicKey.allowCredentials = known;
  if (question.user) publicKey.user = { ...question.user, id: bytes(question.user.id) };
  return { publicKey };
}

/** @param {any} credential */
function said({ id, rawId, type, response }) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  /** @type {Record<string, string | null>} */
  const given = {};
  for (const part of parts) if (response[part]) given[part] = letters(response[part]);
  return JSON.stringify({ id, rawId: letters(rawId), type, response: given });
}

for (const form of document.querySelectorAll(/** @type {"form"} */ ("form[data-question]"))) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input[name$=token]:not([name^=csrf])"));
  const refused = /** @type {HTMLElement} */ (form.querySelector("[role=alert]"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    refused.hidden = true;
    const question = JSON.parse(form.dataset.question || "");
    try {
      const all = navigator.credentials;
      const asked = understood(question);
      field.value = said(await (question.user ? all.create(asked) : all.get(asked)));
      form.submit();
    } catch (_) {
      refused.hidden = false;
    }
  });
}
