// The chosen colours, before the first line is drawn: a module would run after it.
try {
  document.documentElement.dataset.theme = localStorage.getItem("theme") || "auto";
} catch {
  document.documentElement.dataset.theme = "auto"; // The browser keeps nothing for this site.
}
