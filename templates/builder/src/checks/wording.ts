// Lists and values in messages, as the validators write them: values are written as Python writes them.

import { isObject, type Json } from "./data.ts";

const UNSEEN = /[\p{C}\p{Z}]/u;
const ESCAPES: { [character: string]: string } = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

export const joinOr = (parts: string[]): string => joinedBy(parts, "or");
export const joinAnd = (parts: string[]): string => joinedBy(parts, "and");
export const quote = (values: Json[]): string[] => values.map(repr);
export const counted = (count: number, noun: string): string => `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;

export function didYouMean(near: string[]): string {
  return near.length ? `did you mean ${joinOr(quote(near))}?` : "";
}

export function repr(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (isObject(value)) return `{${Object.entries(value).map(([name, each]) => `${quoted(name)}: ${repr(each)}`).join(", ")}}`;
  return String(value);
}

function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const letters = Array.from(text, (each) => (each === mark ? `\\${mark}` : (ESCAPES[each] ?? shown(each))));
  return mark + letters.join("") + mark;
}

function shown(character: string): string {
  if (character === " " || !UNSEEN.test(character)) return character;
  const code = character.codePointAt(0)!;
  const [sign, width] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
  return `\\${sign}${code.toString(16).padStart(width as number, "0")}`;
}

function joinedBy(parts: string[], word: string): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}` : (parts[0] ?? "");
}
