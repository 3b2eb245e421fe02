// Checks a connector's properties: the same problems, in the same order and words, as the Python validators.

import { objectAdvice, valueAdvice } from "./advice.ts";
import { has, isObject, joined, problem, REQUIRED, UNKNOWN, type Json, type JsonObject, type ObjectConstraints, type Problem, type ValueConstraints } from "./data.ts";
import { cut, Hints } from "./nearest.ts";
import { nestingProblem } from "./nesting.ts";
import { candidates, exceeded, nearestVariant, neededBy, neededByStep, unmet, unmetOfStep } from "./rules.ts";
import { faultOf } from "./values.ts";
import { quote, repr } from "./wording.ts";

/** Returns the problems of a connector's properties; they are accepted where none is an error. */
export function check(value: Json, constraints: ObjectConstraints, hints = new Hints()): Problem[] {
  if (!isObject(value)) return [problem("", "type", "expected an object")];
  const tooDeep = nestingProblem(value);
  if (tooDeep) return [tooDeep];
  return mergeMisspelt([...objectProblems(value, constraints, "", hints)], hints);
}

function* objectProblems(value: JsonObject, c: ObjectConstraints, path: string, hints: Hints): Generator<Problem> {
  yield* unknownNames(value, c, path, hints);
  for (const [name, each] of Object.entries(c.properties)) {
    if (has(value, name)) yield* valueProblems(value[name]!, each, joined(path, name), hints);
    else if (c.required?.includes(name)) yield missing(path, name);
  }
  yield* ruleProblems(value, c, path, hints);
  for (const group of exceeded(c.rules ?? {}, value)) yield problem(path, "at-most-one", `at most one of these is accepted: ${group.join(", ")}`);
  yield* objectAdvice(value, c, path);
}

function* valueProblems(value: Json, c: ValueConstraints, path: string, hints: Hints): Generator<Problem> {
  const fault = faultOf(value, c);
  if (fault) {
    yield problem(path, ...fault, fault[0] === "enum" ? hints.nearest(value, c.values ?? []) : "");
    return;
  }
  yield* valueAdvice(value, c, path, hints);
  if (c.object && isObject(value)) yield* objectProblems(value, c.object, path, hints);
  else if (c.items && Array.isArray(value)) for (const [at, item] of value.entries()) yield* valueProblems(item, c.items, `${path}[${at}]`, hints);
  else if (c.variants && isObject(value)) yield* variantProblems(value, c.variants, path, hints);
}

function* variantProblems(value: JsonObject, { selector, objects }: NonNullable<ValueConstraints["variants"]>, path: string, hints: Hints): Generator<Problem> {
  const among = candidates(selector, value);
  if (!among.length) {
    const isGiven = has(value, selector.name);
    const unknown = Object.keys(value).filter((name) => !objects.some((each) => has(each.properties, name)));
    const given = hints.misspelt(unknown, [selector.name]);
    const hint = isGiven ? hints.nearest(value[selector.name]!, selector.values) : [...given.keys()].map(givenAs).join("");
    yield isGiven
      ? problem(joined(path, selector.name), "enum", `expected one of: ${quote(selector.values).join(", ")}`, hint)
      : problem(joined(path, selector.name), "required", REQUIRED, hint);
    return;
  }
  yield* objectProblems(value, objects[selectedVariant(value, { selector, objects }, among, hints)]!, path, hints);
}

/** Returns the number of the variant that an object is: the first that accepts it, or else the nearest one. */
export function selectedVariant(
  value: JsonObject, { selector, objects }: NonNullable<ValueConstraints["variants"]>, among = candidates(selector, value), hints = new Hints(),
): number {
  if (among.length < 2) return among[0] ?? -1;
  const accepts = (number: number) => ![...objectProblems(value, objects[number]!, "", hints)].some((each) => each.level === "error");
  return among.find(accepts) ?? nearestVariant(among, (number, name) => has(objects[number]!.properties, name), value);
}

function* ruleProblems(value: JsonObject, c: ObjectConstraints, path: string, hints: Hints): Generator<Problem> {
  const unknown = c.open ? [] : Object.keys(value).filter((name) => !has(c.properties, name));
  const rules = c.rules ?? {};
  const every: [string[], string[][]][] = [[neededBy(rules, value), unmet(rules.anyOf, value)]];
  for (const step of c.steps ?? []) every.push([neededByStep(step, value), unmetOfStep(step, value)]);
  for (const [names, groups] of every) {
    for (const name of names) if (!has(value, name)) yield missing(path, name);
    for (const group of groups) {
      // A misspelt name of one of these is reported as unknown.
      if (!hints.misspelt(unknown, group).size) yield problem(path, "any-of", `one of these is required: ${group.join(", ")}`);
    }
  }
}

function* unknownNames(value: JsonObject, c: ObjectConstraints, path: string, hints: Hints): Generator<Problem> {
  const known = Object.keys(c.properties).sort(byCodePoints);
  for (const name of Object.keys(value).filter((each) => !has(c.properties, each))) {
    const found = problem(joined(path, name), "unknown", UNKNOWN, hints.nearest(cut(name), known));
    yield c.open ? { ...found, code: "unknown-warning", level: "warning" } : found;
  }
}

const missing = (path: string, name: string): Problem => problem(joined(path, name), "required", REQUIRED);
export const givenAs = (name: string): string => `it is given as ${repr(cut(name))}`;

function byCodePoints(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Returns distinct problems, with one problem instead of two where a required property has a misspelt name: that of the
 * unknown name where this is an error, else that of the missing one, with a hint.
 */
export function mergeMisspelt(problems: Problem[], hints: Hints): Problem[] {
  const distinct = [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
  const missing = new Map<string, Map<string, Problem>>();
  const unknown = new Map<string, Map<string, Problem>>();
  for (const each of distinct) {
    const to = each.code === "required" ? missing : each.code === "unknown" || each.code === "unknown-warning" ? unknown : null;
    const at = each.path.lastIndexOf(".");
    const above = each.path.slice(0, Math.max(at, 0));
    if (to) to.set(above, (to.get(above) ?? new Map()).set(each.path.slice(at + 1), each));
  }
  const merged = new Map<Problem, Problem | null>();
  for (const [above, names] of missing) {
    const given = unknown.get(above) ?? new Map<string, Problem>();
    for (const [name, intended] of hints.misspelt([...given.keys()], names.keys())) {
      const isError = given.get(name)!.level === "error";
      merged.set(given.get(name)!, isError ? { ...given.get(name)!, hint: `did you mean ${repr(intended)}?` } : null);
      merged.set(names.get(intended)!, isError ? null : { ...names.get(intended)!, hint: givenAs(name) });
    }
  }
  return distinct.map((each) => (merged.has(each) ? merged.get(each)! : each)).filter((each) => each !== null);
}
