// The reviewers' keyboard. A letter never decides anything: it goes to the button, and Enter presses it.
// Who does not want letters to do anything switches them off, and the browser remembers it (WCAG 2.1.4).

const SWITCH = "yinxin.keys";
const box = document.querySelector(".keys[data-page]");

function say(words) {
  box.querySelector("[role=status]").textContent = words;
}

function typing(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog");
}

/** Goes to the row so many further down, and tells which one it is. */
function row(step) {
  const links = [...document.querySelectorAll("tbody th a")];
  if (!links.length) return say(box.dataset.nothing);
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + step));
  links[next].focus();
  say(box.dataset.row.replace("{0}", next + 1));
}

function go(selector, words) {
  const there = document.querySelector(selector);
  if (!there) return say(box.dataset.nothing);
  there.focus();
  say(words);
}

function open(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
  else say(box.dataset.nothing);
}

const onQueue = { j: () => row(1), n: () => row(1), k: () => row(-1) };

const onCase = {
  j: () => open(".claim a[rel=next]"),
  n: () => open(".claim a[rel=next]"),
  k: () => history.back(),
  a: () =>
    document.querySelector("button[value=approve]")
      ? go("button[value=approve]", box.dataset.approve)
      : go(".decide .button.primary", box.dataset.enter),
  r: () => {
    const chosen = [...document.querySelectorAll(".judge select")].some((select) => select.value);
    go(chosen ? "button[value=return]" : ".judge select", box.dataset.return);
  },
};

if (box) {
  const dialog = box.querySelector("dialog");
  const tick = box.querySelector("input[type=checkbox]");
  const keys = box.dataset.page === "case" ? onCase : onQueue;
  box.hidden = false;
  tick.checked = localStorage.getItem(SWITCH) !== "off";
  tick.addEventListener("change", () => {
    localStorage.setItem(SWITCH, tick.checked ? "on" : "off");
    say(tick.checked ? box.dataset.on : box.dataset.off);
  });
  box.querySelector("button").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
    } else if (tick.checked && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}
