// Has the inserted key sign the hall's challenge. The PIN goes to the key agent only. The key inserted counts: when it holds
// another certificate than was chosen the hall says so, and nothing is moved before the subscriber has accepted.

import { aboutPin, addChoice, request, showError } from "./medium.js";

const box = document.getElementById("prove");
const say = box.dataset;
const form = document.getElementById("prove-form");
const choices = form.querySelector(".choices");
const pin = document.getElementById("prove-pin");
const trouble = document.getElementById("prove-trouble");
const other = document.getElementById("prove-other");
const said = document.getElementById("prove-said");
const ANOTHER_KEY = 1357;

const found = new Map();
let proof = null;

class Stop extends Error {
  constructor(text, code = null) {
    super(text);
    this.code = code;
  }
}

async function askAgent(method, path, body) {
  const response = await fetch(say.agent + path, request(method, body)).catch(() => {
    throw new Stop(say.sayAbsent);
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const tries = answer.triesLeft === undefined ? "" : " " + say.sayTries.replace("{0}", answer.triesLeft);
  throw new Stop((answer.detail ?? say.sayAbsent) + tries, answer.code ?? null);
}

async function askHall(path, body) {
  const response = await fetch(say.api + path, request("POST", body, true)).catch(() => {
    throw new Stop(say.sayOffline);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Stop(answer.detail ?? say.sayOffline, answer.code ?? null);
  return answer;
}

/** The serial number out of a certificate: the first whole number after the version. */
function serialOf(pem) {
  const octets = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, "")), (one) => one.charCodeAt(0));
  const inside = (at) => {
    const length = octets[at + 1];
    if (length < 0x80) return { start: at + 2, end: at + 2 + length };
    const size = length & 0x7f;
    const long = octets.slice(at + 2, at + 2 + size).reduce((sum, one) => sum * 256 + one, 0);
    return { start: at + 2 + size, end: at + 2 + size + long };
  };
  let at = inside(inside(0).start).start;
  if (octets[at] === 0xa0) at = inside(at).end;
  const { start, end } = inside(at);
  const digits = [...octets.slice(start, end)].map((one) => one.toString(16).padStart(2, "0")).join("");
  return digits.length > 2 && digits.startsWith("00") ? digits.slice(2) : digits;
}

async function look() {
  trouble.hidden = true;
  other.hidden = true;
  choices.replaceChildren();
  found.clear();
  const { tokens } = await askAgent("GET", "/v1/tokens");
  for (const token of tokens.filter((one) => !one.locked)) {
    const { containers } = await askAgent("GET", `/v1/tokens/${token.token}/containers`);
    for (const one of containers.filter((each) => each.installed)) {
      const serial = serialOf(one.signCertificate);
      found.set(serial, `/v1/tokens/${token.token}/containers/${one.container}`);
      addChoice(choices, "key", serial, `${token.label} · ${serial}`);
    }
  }
  form.hidden = found.size === 0;
  if (found.size === 0) throw new Stop(tokens.some((one) => one.locked) ? say.sayLocked : say.sayNone);
  choices.querySelector("input").checked = true;
  pin.focus();
}

async function prove() {
  const certificate = choices.querySelector("input:checked").value;
  const { challenge } = await askHall("", {});
  const { signature } = await askAgent("POST", found.get(certificate) + "/sign", { pin: pin.value, content: challenge });
  proof = { certificate, signature };
  await confirm({});
}

async function confirm(acceptance) {
  await askHall("/confirmation", { ...proof, ...acceptance });
  pin.value = "";
  said.textContent = say.sayDone;
  location.assign(say.next);
}

function show(stop) {
  if (!(stop instanceof Stop)) throw stop;
  said.textContent = "";
  if (aboutPin(stop.code)) {
    showError(pin, stop.message);
    pin.select();
    return;
  }
  if (stop.code === "PIN_LOCKED") {
    form.hidden = true;
    stop.message = say.sayLocked;
  }
  const place = stop.code === ANOTHER_KEY ? other : trouble;
  place.querySelector("p").textContent = stop.message;
  place.hidden = false;
  place.focus();
}

async function attempt(action) {
  trouble.hidden = true;
  said.textContent = say.sayWorking;
  try {
    await action();
  } catch (stop) {
    show(stop);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  showError(pin, pin.value ? "" : say.sayEmpty);
  if (pin.value) attempt(prove);
});
other.querySelector("button").addEventListener("click", () => {
  const bids = other.querySelector("input:checked")?.value;
  attempt(() => confirm({ accept: true, openBids: bids ? bids === "true" : null, acceptOpenBids: bids === "true" }));
});
document.getElementById("prove-look").addEventListener("click", () => attempt(look).then(() => (said.textContent = "")));
attempt(look).then(() => (said.textContent = ""));
