// Brings a locked key medium on this computer and the hall together: the medium asks, the hall answers under its grant, and
// the medium takes the new PIN. The PIN goes to the key agent only; the hall hears of it by a signature that it works.

import { aboutPin, addChoice, request, showError } from "./medium.js";

const box = document.getElementById("unlock");
const say = box.dataset;
const trouble = document.getElementById("unlock-trouble");
const codeForm = document.getElementById("unlock-code");
const linkForm = document.getElementById("unlock-link");
const form = document.getElementById("unlock-form");
const media = form.querySelector(".choices");
const pin = document.getElementById("pin");
const again = document.getElementById("pin-again");

async function ask(url, method, body, absent) {
  const response = await fetch(url, request(method, body, url.startsWith("/"))).catch(() => {
    throw new Error(absent);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const fields = (answer.errors ?? []).map((one) => one.message);
    const words = [answer.detail ?? say.sayStopped, ...fields].join(" ");
    throw Object.assign(new Error(words), { code: answer.code });
  }
  return answer;
}

const askAgent = (method, path, body) => ask(say.agent + path, method, body, say.sayAbsent);
const askHall = (path, body) => ask(say.api + path, "POST", body, say.sayOffline);

function tell(text) {
  document.getElementById("unlock-said").textContent = text;
}

/** Does something a button asks for; what stops it is shown in words. */
async function attempt(button, action) {
  trouble.hidden = true;
  button.disabled = true;
  try {
    await action();
  } catch (stop) {
    tell("");
    if (aboutPin(stop.code)) {
      showError(pin, stop.message);
      return;
    }
    trouble.querySelector("p").textContent = stop.message;
    trouble.hidden = false;
    trouble.focus();
  } finally {
    button.disabled = false;
  }
}

async function offer() {
  const { tokens } = await askAgent("GET", "/v1/tokens");
  const choices = tokens.filter((one) => one.unlockable);
  if (choices.length === 0) throw new Error(say.sayNone);
  media.replaceChildren();
  for (const one of choices) {
    addChoice(media, "medium", one.token, one.locked ? `${one.label} (${say.sayLocked})` : one.label);
  }
  const locked = choices.findIndex((one) => one.locked);
  media.querySelectorAll("input")[Math.max(0, locked)].checked = true;
  form.hidden = false;
  pin.focus();
}

/** What the hall has answered each medium: one grant answers one question, and a PIN may be refused after that. */
const answers = new Map();
const reset = new Set();

async function unlock() {
  tell(say.sayWorking);
  const token = "/v1/tokens/" + media.querySelector("input:checked").value;
  if (!answers.has(token)) {
    answers.set(token, await askHall("/answer", await askAgent("POST", token + "/unlock-challenge", {})));
  }
  const { statement, signature, toSign } = answers.get(token);
  if (!reset.has(token)) await askAgent("POST", token + "/unlock", { statement, signature, pin: pin.value });
  reset.add(token);
  await prove(token, toSign);
  pin.value = "";
  again.value = "";
  tell(say.sayFinished);
  location.assign(say.next);
}

/** A medium may hold several keys; the hall knows which one the case is about. */
async function prove(token, toSign) {
  const { containers } = await askAgent("GET", token + "/containers");
  let last = new Error(say.sayStopped);
  for (const one of containers.filter((each) => each.installed)) {
    const path = `${token}/containers/${one.container}/sign`;
    const { signature } = await askAgent("POST", path, { pin: pin.value, content: toSign });
    try {
      await askHall("/confirmation", { signature });
      return;
    } catch (stop) {
      last = stop;
    }
  }
  throw last;
}

codeForm?.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(event.submitter, async () => {
    await askHall("/grant", { code: document.getElementById("code").value });
    tell(say.sayGranted);
    codeForm.hidden = true;
    await offer();
  });
});
document.getElementById("unlock-send")?.addEventListener("click", (event) => {
  attempt(event.currentTarget, async () => {
    await askHall("/codes", {});
    tell(say.saySent);
    document.getElementById("code").focus();
  });
});
linkForm?.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(event.submitter, async () => {
    await askHall("/link", { link: say.link });
    tell(say.sayGranted);
    linkForm.hidden = true;
    await offer();
  });
});
document.getElementById("unlock-link-send")?.addEventListener("click", (event) => {
  attempt(event.currentTarget, async () => {
    await askHall("/links", {});
    tell(say.sayLinkSent);
  });
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = !pin.value || pin.value !== again.value;
  showError(pin, wrong ? say.sayDiffer : "");
  if (!wrong) attempt(event.submitter, unlock);
});
if (linkForm) linkForm.hidden = false;
if (codeForm) codeForm.hidden = false;
if (!linkForm && !codeForm) {
  attempt(form.querySelector("button"), offer);
}
