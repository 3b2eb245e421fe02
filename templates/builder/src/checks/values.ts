// The checks of one value: types, listed values, limits, patterns and dates.

import { isObject, type Json, type ValueConstraints } from "./data.ts";
import { length } from "./nearest.ts";
import { isReference } from "./references.ts";
import { counted, joinOr, quote, repr } from "./wording.ts";

const DAY = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const OFFSET = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";
const DATE = `^${DAY}$`;
const DATE_TIME = `^${DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?${OFFSET}$`;
const MIDNIGHT = `^${DAY}T00:00:00(\\.0+)?${OFFSET}$`;
const FORMS = new Map([
  [DATE, "a date such as 2026-01-31"],
  [DATE_TIME, "a date and time such as 2026-01-31T09:30:00Z"],
  ["^-?[0-9]+$", "a string of digits"],
  [MIDNIGHT, "a date and time at midnight such as 2026-01-31T00:00:00Z"],
]);
const ARTICLES: { [type: string]: string } = { integer: "an integer", array: "an array", object: "an object", null: "null" };

/** Returns the code and the message of the first constraint that a value breaks, not looking inside it. */
export function faultOf(value: Json, c: ValueConstraints): [string, string] | null {
  if (c.secret && isReference(value)) return null;
  if (c.types && !hasType(value, c.types)) return ["type", `expected ${joinOr(c.types.map((each) => ARTICLES[each] ?? `a ${each}`))}`];
  if (c.values && !c.open && !isAmong(value, c.values)) return ["enum", `expected one of: ${quote(c.values).join(", ")}`];
  if (typeof value === "string") return faultOfString(value, c);
  if (Array.isArray(value)) return faultOfList(value, c);
  return typeof value === "number" ? faultOfNumber(value, c) : null;
}

function faultOfString(text: string, c: ValueConstraints): [string, string] | null {
  if (c.minLength !== undefined && length(text) < c.minLength) return ["min-length", `expected at least ${counted(c.minLength, "character")}`];
  if (c.maxLength !== undefined && length(text) > c.maxLength) return ["max-length", `expected at most ${counted(c.maxLength, "character")}`];
  if (c.pattern && !matches(c.pattern, text)) return ["pattern", `expected ${form(c)}`];
  if (c.format && !isOfCalendar(text, c.format)) return ["format", "expected a date that exists"];
  return null;
}

function faultOfNumber(value: number, c: ValueConstraints): [string, string] | null {
  if (c.minimum !== undefined && value < c.minimum) return ["minimum", `expected at least ${c.minimum}`];
  if (c.maximum !== undefined && value > c.maximum) return ["maximum", `expected at most ${c.maximum}`];
  if (c.exclusiveMinimum !== undefined && value <= c.exclusiveMinimum) return ["exclusive-minimum", `expected more than ${c.exclusiveMinimum}`];
  if (c.exclusiveMaximum !== undefined && value >= c.exclusiveMaximum) return ["exclusive-maximum", `expected less than ${c.exclusiveMaximum}`];
  return null;
}

function faultOfList(items: Json[], c: ValueConstraints): [string, string] | null {
  if (c.minItems !== undefined && items.length < c.minItems) return ["min-items", `expected at least ${counted(c.minItems, "item")}`];
  if (c.maxItems !== undefined && items.length > c.maxItems) return ["max-items", `expected at most ${counted(c.maxItems, "item")}`];
  if (c.uniqueItems && items.some((each, at) => isAmong(each, items.slice(0, at)))) return ["unique-items", "expected items that all differ"];
  return null;
}

function form(c: ValueConstraints): string {
  if (c.encoding === "list") return `entries separated by ${repr(c.separator ?? "")}, none of them empty`;
  return FORMS.get(c.pattern!) ?? `text that matches ${c.pattern}`;
}

export function mayBeEmpty(c: ValueConstraints): boolean {
  return !(c.values ?? []).includes("") && faultOf("", c) === null;
}

export function hasType(value: Json, types: string[]): boolean {
  return types.some((each) => {
    if (each === "integer") return Number.isInteger(value);
    if (each === "null") return value === null;
    if (each === "array") return Array.isArray(value);
    return each === "object" ? isObject(value) : typeof value === each;
  });
}

export function isSame(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, at) => isSame(each, other[at]!));
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && isSame(one[name]!, other[name]!));
  }
  return one === other;
}

export const isAmong = (value: Json, values: Json[]): boolean => values.some((each) => isSame(value, each));

const compiled = new Map<string, RegExp>();

export function matches(pattern: string, text: string): boolean {
  let found = compiled.get(pattern);
  if (!found) {
    try {
      found = new RegExp(pattern, "u");
    } catch {
      found = new RegExp(pattern);
    }
    compiled.set(pattern, found);
  }
  return found.test(text);
}

function isOfCalendar(text: string, format: "date" | "date-time"): boolean {
  if (!matches(format === "date" ? DATE : DATE_TIME, text)) return false;
  const [year, month, day] = text.slice(0, 10).split("-").map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

export function isPort(value: Json): boolean {
  if (typeof value === "number") return value >= 1 && value <= 65535;
  if (typeof value !== "string" || !/^-?[0-9]+$/.test(value)) return true;
  return value.length <= 10 && Number(value) >= 1 && Number(value) <= 65535;
}
