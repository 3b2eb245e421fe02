// A request as Python that uses the models, in the form that formatters leave as it is.

import { isObject, type Json, type JsonObject } from "../checks/data.ts";
import { repr } from "../checks/wording.ts";

const INDENT = "    ";
// Python changes some letters outside ASCII to others in names.
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
// With `__debug__`, to which nothing may be assigned.
const KEYWORDS = new Set(
  ("__debug__ False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield").split(" "),
);

export function pythonText(module: string, model: string, properties: JsonObject, envelope: JsonObject): string {
  return `from ${module} import ${model}\n\nrequest = ${model}(${argumentsOf(properties)}).to_payload(${argumentsOf(envelope)})\n`;
}

function argumentsOf(values: JsonObject): string {
  const isNamed = (name: string) => NAME.test(name) && !KEYWORDS.has(name);
  const named = Object.entries(values).filter(([name]) => isNamed(name));
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !isNamed(name)));
  const lines = named.map(([name, each]) => `${INDENT}${name}=${literal(each, 1)},\n`);
  if (Object.keys(others).length) lines.push(`${INDENT}**${literal(others, 1)},\n`);
  return lines.length ? `\n${lines.join("")}` : "";
}

function literal(value: Json, depth: number): string {
  const [below, end] = [INDENT.repeat(depth + 1), INDENT.repeat(depth)];
  if (isObject(value) && Object.keys(value).length) {
    return ["{", ...Object.entries(value).map(([name, each]) => `${below}${literal(name, depth)}: ${literal(each, depth + 1)},`), `${end}}`].join("\n");
  }
  if (Array.isArray(value) && value.length) return ["[", ...value.map((each) => `${below}${literal(each, depth + 1)},`), `${end}]`].join("\n");
  return typeof value === "string" ? stringLiteral(value) : repr(value);
}

/** Returns a string in double quotes, or in single quotes where fewer have to be escaped. */
function stringLiteral(text: string): string {
  const count = (mark: string) => text.split(mark).length - 1;
  const mark = count('"') > count("'") ? "'" : '"';
  // With a quote of each kind at its end, `repr` escapes the single ones and takes these for its own.
  const body = repr(`${text}"'`).slice(1, -4).replaceAll("\\'", "'");
  return mark + body.replaceAll(mark, `\\${mark}`) + mark;
}
