/*
 * Passkeys: making one on the account page, and signing in with one. The buttons are there only for
 * browsers that can; everything else on these pages works without a script.
 */
"use strict";
(() => {
  const able =
    window.PublicKeyCredential &&
    PublicKeyCredential.parseCreationOptionsFromJSON &&
    PublicKeyCredential.parseRequestOptionsFromJSON;

  async function post(path, fields) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return answer.json();
  }

  function prepare(box, work) {
    if (!box || !able) {
      return;
    }
    const button = box.querySelector("button");
    const fault = box.querySelector("[role=alert]");
    box.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      fault.hidden = true;
      try {
        window.location.assign((await work()).next);
      } catch {
        // Also when somebody changes their mind: the browser does not say which.
        fault.hidden = false;
        button.disabled = false;
      }
    });
  }

  const making = document.getElementById("passkey-add");
  prepare(making, async () => {
    const csrf = making.dataset.csrf;
    const asked = await post("/account/passkeys/begin", { csrf });
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.options.publicKey);
    const credential = JSON.stringify(await navigator.credentials.create({ publicKey }));
    return post("/account/passkeys", { csrf, id: asked.id, credential, name: making.dataset.name });
  });

  const entering = document.getElementById("passkey-sign-in");
  prepare(entering, async () => {
    // A session that is over leaves its cookie, and with it the token of its forms.
    const csrf = entering.dataset.csrf;
    const asked = await post("/sign-in/passkey/begin", { csrf });
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.options.publicKey);
    const credential = JSON.stringify(await navigator.credentials.get({ publicKey }));
    const next = entering.dataset.next;
    return post("/sign-in/passkey", { csrf, id: asked.id, credential, next });
  });
})();
