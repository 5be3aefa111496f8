/* The receipt of the counter: one button, for whoever does not know the browser's own. */
document.getElementById("print")?.addEventListener("click", () => window.print());
