// Ranks what the index has for a query: names before properties before values, exact before beginnings before parts.

const words = (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);

/** The rank of a name for a query, lower is better; -1 if it does not match. */
function rank(name, query, wanted) {
  const text = name.toLowerCase();
  if (text === query) return 0;
  const own = words(name);
  if (own.join(" ") === wanted.join(" ")) return 0;
  if (wanted.length && wanted.every((word) => own.includes(word))) return 1 + (own.length - wanted.length) / 100;
  if (wanted.length && wanted.every((word) => own.some((each) => each.startsWith(word)))) return 2 + own.length / 100;
  if (text.includes(query)) return 3 + text.length / 1000;
  const joined = wanted.join("");
  return joined && own.join("").includes(joined) ? 3.5 + text.length / 1000 : -1;
}

function matches(texts, query, wanted) {
  const found = [];
  for (const [position, text] of texts.entries()) {
    const place = rank(text, query, wanted);
    if (place >= 0) found.push([place, position]);
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, position]) => position);
}

/** Return at most `most` results: `{kind, title, detail, url}`. */
export function search(index, typed, most = 30) {
  const query = typed.trim().toLowerCase();
  if (!query) return [];
  const wanted = words(query);
  const results = named(index, query, wanted).slice(0, most);
  for (const kind of ["properties", "values"]) {
    const texts = Object.keys(index[kind]);
    for (const position of matches(texts, query, wanted)) {
      const places = index[kind][texts[position]];
      for (let at = 0; at < places.length && results.length < most; at += 2) {
        results.push(place(kind, texts[position], index.connectors[places[at]], places[at + 1]));
      }
      if (results.length >= most) return results;
    }
  }
  return results;
}

/** The connectors and systems that match; of those that match equally, connectors come first. */
function named(index, query, wanted) {
  const found = [];
  const add = (names, make, row) => {
    const ranks = names.map((name) => rank(name, query, wanted)).filter((each) => each >= 0);
    if (ranks.length) found.push([Math.min(...ranks), found.length, make(row)]);
  };
  for (const row of index.connectors) add([row[1], row[2]], connector, row);
  for (const row of index.systems) add([row[1]], system, row);
  const kinds = ["connector", "system"];
  const order = (one, other) =>
    kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.title.localeCompare(other.title);
  return found.sort((a, b) => a[0] - b[0] || order(a[2], b[2]) || a[1] - b[1]).map(([, , result]) => result);
}

const page = (path) => path.replace(/\.md$/, ".html");

function connector([path, name, id, vendor, role]) {
  return { kind: "connector", title: name, detail: `${vendor} ${role} ${id}`, url: page(path) };
}

function system([path, title, vendors]) {
  return { kind: "system", title, detail: `system: ${vendors} compared`, url: page(path) };
}

function place(kind, text, [path, name, , vendor, role], anchor) {
  const detail = `${kind === "values" ? "value" : "property"} of ${vendor} ${role} ${name}`;
  return { kind, title: text, detail, url: `${page(path)}#${anchor}` };
}
