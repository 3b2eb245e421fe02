// What the page's data says of a form: `generator/context/builder/form_fields.py` writes it.

import { has, isObject, type Condition, type Conditional, type Json, type JsonObject, type ObjectConstraints, type ValueConstraints } from "../checks/data.ts";
import { holds } from "../checks/rules.ts";
import { isSame } from "../checks/values.ts";

export type Control =
  | "string" | "integer" | "number" | "boolean" | "select" | "suggestions" | "scalar" | "json" | "list" | "object" | "variants";

export interface Content {
  control: Control;
  values?: Json[];
  types?: string[];
  items?: Content;
  properties?: Field[];
  selector?: string;
  label?: string;
  variants?: Variant[];
}

export interface Field extends Content {
  name: string;
  place: "required" | "selecting" | "selected" | "other";
  title?: string;
  description?: string;
  unit?: string;
  default?: Json;
  secret?: boolean;
  multiline?: boolean;
  hidden?: boolean;
  deprecated?: boolean;
  meanings?: { [value: string]: string };
}

export interface Variant {
  value: Json;
  title: string;
  properties: Field[];
}

/** Returns the conditions on which a property is shown: those that give it a meaning, or else those that need it. */
function conditionsOf(name: string, c: ObjectConstraints): Condition[][] {
  const of = (conditionals: Conditional[] | undefined) => (conditionals ?? []).filter((each) => each.name === name).map((each) => each.when);
  const applies = of(c.applies);
  return applies.length ? applies : [...of(c.rules?.conditions), ...of(c.expected)];
}

/** Returns whether a field is shown for the properties given; what has a value always is. */
export function isShown(field: Field, given: JsonObject, c: ObjectConstraints, showAll: boolean): boolean {
  if (has(given, field.name)) return true;
  if (field.hidden) return false;
  return showAll || mayApply(field.name, given, c);
}

function mayApply(name: string, given: JsonObject, c: ObjectConstraints): boolean {
  if (c.required?.includes(name)) return true;
  const conditions = conditionsOf(name, c);
  return !conditions.length || conditions.some((when) => when.every((each) => holds(each, given) !== false));
}

/** Returns the number of the variant that an object has chosen; -1 where it has chosen none. */
export function chosen(variants: Variant[], selector: string, value: Json | undefined): number {
  if (!isObject(value) || !has(value, selector)) return -1;
  return variants.findIndex((each) => isSame(each.value, value[selector]!));
}

/**
 * Returns an object after a change in the form, without values that no longer belong to it: properties of the variant
 * that was chosen before, those whose conditions held before and no longer do, and objects that have become empty.
 */
export function withoutStale(before: JsonObject, after: JsonObject, c: ObjectConstraints): JsonObject {
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(after)) {
    const known = has(c.properties, name);
    if (known && has(before, name) && mayApply(name, before, c) && !mayApply(name, after, c)) continue;
    const kept = withoutStaleIn(before[name], value, known ? c.properties[name]! : {});
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

type Given = Json | undefined;

function withoutStaleIn(before: Given, after: Given, c: ValueConstraints): Given {
  if (Array.isArray(after)) {
    const earlier = Array.isArray(before) && before.length === after.length ? before : [];
    return after.map((each, at) => withoutStaleIn(earlier[at], each, c.items ?? {})) as Json[];
  }
  if (!isObject(after)) return after;
  const kept = withoutStaleInObject(isObject(before) ? before : {}, after, c);
  return Object.keys(after).length && !Object.keys(kept).length ? undefined : kept;
}

function withoutStaleInObject(before: JsonObject, after: JsonObject, c: ValueConstraints): JsonObject {
  if (!c.variants) return withoutStale(before, after, c.object ?? { properties: {} });
  const { selector, objects } = c.variants;
  const variantOf = (value: JsonObject) => (has(value, selector.name) ? selector.values.findIndex((each) => isSame(each, value[selector.name]!)) : -1);
  const own = objects[variantOf(after)] ?? { properties: {} };
  const isOther = variantOf(before) !== variantOf(after) && variantOf(before) >= 0;
  const kept = isOther ? Object.entries(after).filter(([name]) => name === selector.name || has(own.properties, name)) : Object.entries(after);
  return withoutStale(before, Object.fromEntries(kept), own);
}

/** Returns a value without the items of lists that nobody has filled in. */
export function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.filter((each) => each !== undefined).map(withoutEmpty);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutEmpty(each)])) : value;
}

/** Returns a value without what is at the path of a problem, such as `reports[0].table`; names may have full stops. */
export function withoutAt(value: Json, path: string): Json {
  if (Array.isArray(value)) {
    const [start, at] = /^\[(\d+)\]\.?/.exec(path) ?? [];
    return start === undefined ? value : value.map((each, number) => (number === Number(at) ? withoutAt(each, path.slice(start.length)) : each));
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== path);
  return Object.fromEntries(kept.map(([name, each]) => [name, path.startsWith(`${name}.`) ? withoutAt(each, path.slice(name.length + 1)) : path.startsWith(`${name}[`) ? withoutAt(each, path.slice(name.length)) : each]));
}
