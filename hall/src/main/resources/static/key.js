// Brings the key medium on this computer and the hall together: has the signing key made in the medium, its certificates
// issued by the hall and written back, and both keys proved. The PIN goes to the key agent only. Every step may be
// repeated: after a reload the page finds the container whose signing request the hall has seen, and goes on from there.

import { aboutPin, addChoice, request, showError } from "./medium.js";

const box = document.getElementById("key");
const say = box.dataset;
const form = document.getElementById("key-form");
const media = form.querySelector("#key-media .choices");
const pin = document.getElementById("pin");
const trouble = document.getElementById("key-trouble");
const NEW = "";

/** What the hall has seen before this visit, and what was made during it: used again and never made twice. */
let begun = null;
let newToken = null;
const made = new Map();

/** Something stopped, said in words that tell what to do. */
class Stop extends Error {
  constructor(title, advice, { retry = true, code = null, triesLeft = null } = {}) {
    super(title);
    Object.assign(this, { title, advice, retry, code, triesLeft });
  }
}

async function askAgent(method, path, body) {
  let response;
  try {
    response = await fetch(say.agent + path, request(method, body));
  } catch {
    throw (await isRunning()) ? new Stop(say.sayRefusing, say.sayRefusingHelp) : new Stop(say.sayAbsent, say.sayAbsentHelp);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Stop(say.sayStopped, answer.detail ?? "", answer);
  return answer;
}

/** An agent that does not serve this page answers all the same, only not readably. */
async function isRunning() {
  return fetch(say.agent + "/v1/about", { mode: "no-cors" }).then(() => true, () => false);
}

async function askHall(path, body) {
  let response;
  try {
    response = await fetch(say.api + path, request("POST", body, true));
  } catch {
    throw new Stop(say.sayOffline, say.sayOfflineHelp);
  }
  if (response.status === 401) throw new Stop(say.saySignedOut, say.saySignedOutHelp);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const fields = (answer.errors ?? []).map((one) => one.message);
    throw new Stop(say.sayStopped, [answer.detail, ...fields, say.sayAgain].filter(Boolean).join(" "));
  }
  return answer;
}

/** Does one step and shows how it stands; whoever listens hears its name and its state. */
async function step(name, action) {
  mark(name, "active");
  try {
    const result = await action();
    mark(name, "done");
    return result;
  } catch (stop) {
    mark(name, stop.code === "WRONG_PIN" ? "waiting" : "fault");
    throw stop;
  }
}

function mark(name, state) {
  const item = box.querySelector(`[data-step=${name}]`);
  const tag = item.querySelector(".tag");
  const words = { waiting: say.sayWaiting, active: say.sayActive, done: say.sayDone, fault: say.sayFault };
  tag.textContent = words[state];
  tag.className = "tag " + (state === "waiting" ? "" : state);
  item.classList.toggle("now", state === "active");
  tell(item.querySelector(".title").textContent + " " + words[state]);
}

function tell(text) {
  document.getElementById("key-said").textContent = text;
}

const bare = (pem) => pem.replace(/-----[^-]+-----|\s/g, "");

/** Finds the agent and its tokens, and the container that was begun with, if there is one. */
async function look() {
  trouble.hidden = true;
  form.hidden = true;
  const tokens = await step("agent", async () => (await askAgent("GET", "/v1/tokens")).tokens);
  if (say.begun && !begun) await findBegun(tokens);
  offer(tokens);
}

async function findBegun(tokens) {
  for (const token of tokens) {
    const { containers } = await askAgent("GET", `/v1/tokens/${token.token}/containers`);
    const container = containers.find((one) => bare(one.signingRequest) === say.begun);
    if (container) {
      begun = token.token;
      made.set(begun, container);
      return;
    }
  }
  throw new Stop(say.sayElsewhere, say.sayElsewhereHelp);
}

function offer(tokens) {
  media.replaceChildren();
  const choices = tokens.filter((one) => !begun || one.token === begun);
  for (const one of choices) {
    const tail = one.locked ? ` (${say.sayLocked})` : "";
    addChoice(media, "medium", one.token, one.label + tail, one.locked);
  }
  if (!begun && !newToken) addChoice(media, "medium", NEW, say.sayNew);
  const usable = [...media.querySelectorAll("input:not([disabled])")];
  const first = usable.find((one) => one.value === newToken) ?? usable[0];
  if (first) first.checked = true;
  const note = document.getElementById("key-begun");
  note.hidden = !begun;
  note.textContent = say.sayBegun;
  form.hidden = false;
  askTwiceForNew();
  pin.focus();
}

const chosen = () => media.querySelector("input:checked")?.value ?? null;

/** A new PIN is typed twice; the second field is there only when it is needed. */
function askTwiceForNew() {
  const second = document.getElementById("pin-again");
  if (chosen() === NEW && !second) {
    document.getElementById("key-pin-field").after(document.getElementById("key-repeat").content.cloneNode(true));
  } else if (chosen() !== NEW && second) {
    second.closest(".field").remove();
  }
}

/** Whether what was typed can be tried. */
function complete() {
  const second = document.getElementById("pin-again");
  const wrong = !pin.value ? say.sayEmpty : second && second.value !== pin.value ? say.sayDiffer : "";
  showError(pin, wrong);
  return !wrong && chosen() !== null;
}

/** Lets this hall unlock the medium later. One that cannot be unlocked, or has another hall, is used all the same. */
async function pinHall(token, secret) {
  const keys = await fetch(say.unlockKeys, request("GET")).then((answer) => (answer.ok ? answer.json() : null), () => null);
  if (!keys) return;
  const { signingKey, encryptionKey } = keys;
  try {
    await askAgent("POST", `/v1/tokens/${token}/hall`, { pin: secret, signingKey, encryptionKey });
  } catch (stop) {
    if (stop.code === "WRONG_PIN" || stop.code === "PIN_LOCKED") throw stop;
  }
}

async function produce(secret) {
  const token = await step("token", async () => {
    if (chosen() === NEW) newToken ??= (await askAgent("POST", "/v1/tokens", { label: say.label, pin: secret })).token;
    const used = chosen() === NEW ? newToken : chosen();
    await pinHall(used, secret);
    return used;
  });
  const containers = `/v1/tokens/${token}/containers`;
  const container = await step("key", async () =>
    made.get(token) ?? (await askAgent("POST", containers, { pin: secret })));
  made.set(token, container);
  const inside = `${containers}/${container.container}`;
  const pair = await step("issue", () => askHall("", { signingRequest: container.signingRequest }));
  const { signCertificate, encryptionCertificate, envelope, challenge } = pair;
  await step("install", () =>
    askAgent("POST", inside + "/certificates", { pin: secret, signCertificate, encryptionCertificate, envelope }));
  const proof = await step("test", async () => {
    const test = await askAgent("POST", inside + "/self-test", { pin: secret });
    if (!test.passed) throw new Stop(say.sayTest, say.sayAgain);
    const { signature } = await askAgent("POST", inside + "/sign", { pin: secret, content: challenge.toSign });
    const { plain } = await askAgent("POST", inside + "/decrypt", { pin: secret, cipher: challenge.encrypted });
    return { signature, decrypted: plain };
  });
  await step("confirm", () => askHall("/confirmation", proof));
}

function show(stop) {
  if (!(stop instanceof Stop)) throw stop;
  if (aboutPin(stop.code)) {
    form.hidden = false;
    const tries = stop.triesLeft === null ? "" : " " + say.sayTries.replace("{0}", stop.triesLeft);
    showError(pin, stop.advice + tries);
    return;
  }
  trouble.querySelector("h2").textContent = stop.title;
  trouble.querySelector("p").textContent = stop.advice;
  trouble.hidden = false;
  trouble.focus();
}

async function lookAgain() {
  try {
    await look();
  } catch (stop) {
    show(stop);
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!complete()) return;
  const button = form.querySelector("button");
  button.disabled = true;
  trouble.hidden = true;
  try {
    await produce(pin.value);
    pin.value = "";
    tell(say.sayFinished);
    location.assign(say.next);
  } catch (stop) {
    show(stop);
  } finally {
    button.disabled = false;
  }
});
media.addEventListener("change", askTwiceForNew);
trouble.querySelector("button").addEventListener("click", lookAgain);
lookAgain();
