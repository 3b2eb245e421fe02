// The search field: a combobox over the index, which is fetched when the field is first used.

import { search } from "./ranking.js";

export async function start(field, root) {
  const list = document.getElementById("results");
  const index = await (await fetch(new URL("search.json", new URL(`${root}/`, document.baseURI)))).json();
  let selected = -1;

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    selected = -1;
  }

  function select(position) {
    selected = (position + list.children.length) % list.children.length;
    for (const [at, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(at === selected));
    field.setAttribute("aria-activedescendant", list.children[selected].id);
    list.children[selected].scrollIntoView({ block: "nearest" });
  }

  const open = (item) => location.assign(new URL(item.dataset.url, new URL(`${root}/`, document.baseURI)));

  function show() {
    const results = search(index, field.value);
    list.replaceChildren(...results.map(item));
    list.hidden = results.length === 0;
    field.setAttribute("aria-expanded", String(results.length > 0));
    selected = -1;
    field.removeAttribute("aria-activedescendant");
    document.getElementById("said").textContent = field.value ? `${results.length} results` : "";
  }

  function item(result, at) {
    const element = document.createElement("li");
    element.id = `result-${at}`;
    element.role = "option";
    element.dataset.url = result.url;
    element.setAttribute("aria-selected", "false");
    const detail = document.createElement("small");
    detail.textContent = result.detail;
    element.append(result.title, detail);
    element.addEventListener("click", () => open(element));
    return element;
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (list.hidden || !list.children.length) return;
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter") open(list.children[Math.max(selected, 0)]);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => event.target.closest("search") || close());
  if (field.value) show();
}
