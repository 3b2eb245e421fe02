// What every page does: colour theme, copy buttons, links to anchors. Search and filters load when they are first used.

const root = document.body.dataset.root;
const say = (text) => (document.getElementById("said").textContent = text);

const THEMES = ["auto", "light", "dark"];
const theme = document.getElementById("theme");
function show(name) {
  document.documentElement.dataset.theme = name;
  theme.setAttribute("aria-label", `Colour theme: ${name === "auto" ? "automatic" : name}`);
}
show(document.documentElement.dataset.theme);
theme.addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
  localStorage.setItem("theme", next);
  show(next);
});

const contents = document.getElementById("contents");
if (contents) contents.open = matchMedia("(min-width: 70rem)").matches;

for (const block of document.querySelectorAll("pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent);
    say("Copied");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  block.tabIndex = 0;
  block.append(button);
}

for (const table of document.querySelectorAll("main table")) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  for (const row of table.tBodies[0].rows) {
    for (const [at, cell] of [...row.cells].entries()) cell.dataset.label = heads[at];
  }
}

for (const heading of document.querySelectorAll("main :is(h2, h3, h4)")) {
  const id = heading.querySelector("a[id]")?.id ?? heading.id;
  const link = document.createElement("a");
  link.className = "anchor";
  link.href = `#${id}`;
  link.textContent = "#";
  link.setAttribute("aria-label", `Link to ${heading.textContent}`);
  heading.append(link);
}

const field = document.getElementById("search");
const load = () => import(new URL("search.js", import.meta.url)).then((search) => search.start(field, root));
field.addEventListener("focus", load, { once: true });
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    field.focus();
  }
});

const languages = document.querySelectorAll("main p > strong:only-child");
if (languages.length) import(new URL("tabs.js", import.meta.url)).then((tabs) => tabs.start(languages));

const tables = document.querySelectorAll("main:not(.compared) table");
if (tables.length) import(new URL("filters.js", import.meta.url)).then((filters) => filters.start(tables));

const builder = document.getElementById("builder");
builder?.querySelector("button").addEventListener("click", async ({ target }) => {
  target.disabled = true;
  try {
    const { start } = await import(new URL("builder/builder.js", import.meta.url));
    const form = document.createElement("div");
    await start(form, new URL(builder.dataset.source, document.baseURI), say);
    target.replaceWith(form);
    form.querySelector("summary").focus();
  } catch {
    target.disabled = false;
    say("The form could not be loaded");
  }
});
