// What the pages share that speak with the key agent on this computer: how it and the hall are asked, how media are
// offered to choose from, and how a page says that something is wrong with a PIN.

/** What is sent: JSON, in the page's language. The hall also wants to know that it was a page of its own that asked. */
export function request(method, body, ofHall = false) {
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  if (ofHall) headers["X-XSRF-TOKEN"] = document.querySelector("meta[name=csrf]")?.content ?? "";
  if (body === undefined) return { method, headers };
  return { method, headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

/** One more to choose from. */
export function addChoice(list, name, value, text, disabled = false) {
  const choice = document.createElement("label");
  const radio = Object.assign(document.createElement("input"), { type: "radio", name, value, disabled });
  const words = document.createElement("span");
  words.textContent = text;
  choice.className = "choice";
  choice.append(radio, words);
  list.append(choice);
}

/** Says at a field what is wrong with it, and leads there; without a text it takes that back. */
export function showError(input, text) {
  const error = document.getElementById(input.id + "-error");
  error.textContent = text;
  error.hidden = !text;
  input.setAttribute("aria-invalid", String(Boolean(text)));
  input.closest(".field").classList.toggle("wrong", Boolean(text));
  if (text) input.focus();
}

/** Whether the key agent refused because of the PIN itself. */
export const aboutPin = (code) => code === "WRONG_PIN" || code === "UNFIT_PIN";
