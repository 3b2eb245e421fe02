// A request as YAML that readers of every version understand alike.

import { isObject, type Json } from "../checks/data.ts";

const PLAIN = /^[A-Za-z_][A-Za-z0-9_./@+]*(?:[ -]+[A-Za-z0-9_./@+]+)*$/;
const WORDS = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"]);

/** Readers may refuse a key of more than 1,024 characters that has no question mark before it. */
const LONGEST_KEY = 1000;

export function yamlText(value: Json): string {
  return lines(value, "").join("\n") + "\n";
}

function lines(value: Json, indent: string): string[] {
  if (isObject(value) && Object.keys(value).length) return Object.entries(value).flatMap(([name, each]) => member(scalar(name), each, indent));
  if (Array.isArray(value) && value.length) return value.flatMap((each) => item(each, indent));
  return [indent + scalar(value)];
}

function member(key: string, value: Json, indent: string): string[] {
  return key.length > LONGEST_KEY ? [`${indent}? ${key}`, ...entry(`${indent}:`, value, indent)] : entry(`${indent}${key}:`, value, indent);
}

function entry(start: string, value: Json, indent: string): string[] {
  if (isObject(value) && Object.keys(value).length) return [start, ...lines(value, `${indent}  `)];
  if (Array.isArray(value) && value.length) return [start, ...lines(value, indent)];
  return [`${start} ${scalar(value)}`];
}

function item(value: Json, indent: string): string[] {
  const [first, ...others] = lines(value, `${indent}  `);
  return [`${indent}- ${first!.slice(indent.length + 2)}`, ...others];
}

function scalar(value: Json): string {
  if (typeof value === "string") return PLAIN.test(value) && !WORDS.has(value.toLowerCase()) ? value : quoted(value);
  // Without a point, YAML 1.1 takes a number with an exponent for a string.
  return JSON.stringify(value).replace(/^(-?\d+)e/, "$1.0e");
}

/** Returns a string in double quotes, in ASCII: what JSON escapes, YAML escapes alike, up to U+FFFF. */
function quoted(text: string): string {
  const letters = Array.from(JSON.stringify(text), (each) => {
    const code = each.codePointAt(0)!;
    if (code >= 0x20 && code < 0x7f) return each;
    const [sign, width] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
    return `\\${sign}${code.toString(16).toUpperCase().padStart(width as number, "0")}`;
  });
  return letters.join("");
}
