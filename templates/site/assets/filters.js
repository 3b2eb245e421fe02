// Filters above the tables of an index; what is chosen is kept in the address.

const LONG = 20; // Shorter lists are read at a glance.
const MOST_CHOICES = 12; // A column with more different texts is searched by the text field.

export function start(tables) {
  const rows = [...tables].flatMap((table) =>
    [...table.tBodies[0].rows].map((row) => ({ row, role: roleOf(table), text: row.textContent.toLowerCase() })),
  );
  if (rows.length < LONG) return;
  const heads = [...tables[0].tHead.rows[0].cells].map((cell) => cell.textContent);
  const name = field("Name or type", "name", Object.assign(document.createElement("input"), { type: "search" }));
  const choices = [["Role", (each) => split(each.role)]]
    .concat(heads.map((head, at) => [head, (each) => split(each.row.cells[at].textContent)]))
    .map(([title, values]) => ({ title, values, options: [...new Set(rows.flatMap(values))].sort() }))
    .filter(({ options }) => options.length && options.length <= MOST_CHOICES)
    .map((each) => ({ ...each, field: choice(each.title, each.options) }));

  const bar = document.createElement("form");
  bar.className = "filters";
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Filter the list");
  bar.append(name.label, ...choices.map((each) => each.field.label));
  bar.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector("main h1").after(bar);

  function apply() {
    const words = name.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const each of rows) {
      each.row.hidden = !(
        words.every((word) => each.text.includes(word)) &&
        choices.every(({ field, values }) => !field.input.value || values(each).includes(field.input.value))
      );
      count += each.row.hidden ? 0 : 1;
    }
    keep([name, ...choices.map((each) => each.field)]);
    document.getElementById("said").textContent = `${count} of ${rows.length} shown`;
  }

  bar.addEventListener("input", apply);
  apply();
}

const split = (text) => text.split(",").map((each) => each.trim()).filter(Boolean);

function roleOf(table) {
  let before = table.previousElementSibling;
  while (before && before.tagName !== "H2") before = before.previousElementSibling;
  return before ? before.firstChild.textContent.trim() : "";
}

function field(title, parameter, input) {
  const label = document.createElement("label");
  label.append(title, input);
  input.value = new URLSearchParams(location.search).get(parameter) ?? "";
  return { label, input, parameter };
}

function choice(title, options) {
  const select = document.createElement("select");
  select.append(new Option("any", ""), ...options.map((each) => new Option(each, each)));
  return field(title, title.toLowerCase(), select);
}

function keep(fields) {
  const kept = new URLSearchParams(location.search);
  for (const { input, parameter } of fields) input.value ? kept.set(parameter, input.value) : kept.delete(parameter);
  history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
}
