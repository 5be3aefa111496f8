// Progress on top of pages that work without it: copying, the focus of the error summary, the state of saving, previews.

const words = document.body.dataset;

/** Puts a copy button beside each value that is marked with data-whole. */
function offerCopies(root) {
  for (const value of root.querySelectorAll("[data-whole]:not([data-offered])")) {
    value.dataset.offered = "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(value.dataset.whole);
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    value.after(button);
  }
}

/** Says beside the form whether what was typed is safe. The texts are in the element's data attributes. */
function sayWhetherSaved(event, state) {
  const form = event.target.closest("form");
  const saved = form?.querySelector(".saved");
  if (!saved) return;
  saved.dataset.state = state;
  saved.textContent = saved.dataset[state + "Text"] ?? "";
}

/** Shows a question only to those whom it concerns; what is hidden is not sent. */
function askOnlyWhomItConcerns(root) {
  for (const part of root.querySelectorAll("[data-only-when]")) {
    const form = part.closest("form");
    const values = part.dataset.onlyValues.split(" ");
    // Decided on another page: whoever is asked here is concerned.
    if (!form.elements[part.dataset.onlyWhen]) continue;
    const look = () => {
      const concerned = values.includes(new FormData(form).get(part.dataset.onlyWhen));
      part.hidden = !concerned;
      for (const input of part.querySelectorAll("input, select, textarea")) input.disabled = !concerned;
    };
    part.querySelector(".only-when")?.remove();
    form.addEventListener("change", look);
    look();
  }
}

function showChosenPictures(root) {
  for (const input of root.querySelectorAll("input[type=file][data-preview]")) {
    input.addEventListener("change", () => {
      const preview = document.getElementById(input.dataset.preview);
      const file = input.files[0];
      if (!preview || !file) return;
      const picture = preview.querySelector("img") ?? preview.appendChild(new Image());
      picture.alt = file.name;
      picture.src = URL.createObjectURL(file);
      picture.onload = () => URL.revokeObjectURL(picture.src);
      preview.hidden = false;
    });
  }
}

function focusErrors(root) {
  root.querySelector("[data-focus]")?.focus();
}

function start(root) {
  if (navigator.clipboard) offerCopies(root);
  showChosenPictures(root);
  askOnlyWhomItConcerns(root);
}

start(document);
focusErrors(document);
document.addEventListener("htmx:load", (event) => start(event.target));
document.addEventListener("htmx:beforeRequest", (event) => sayWhetherSaved(event, "saving"));
document.addEventListener("htmx:afterRequest", (event) => {
  // A request that was led elsewhere ended at the sign-in page: nothing was saved.
  const there = event.detail.xhr.responseURL ? new URL(event.detail.xhr.responseURL).pathname : null;
  const arrived = there === event.detail.pathInfo?.finalRequestPath;
  sayWhetherSaved(event, event.detail.successful && arrived ? "saved" : "failed");
});
