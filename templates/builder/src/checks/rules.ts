// Conditions and rules, which concern several properties of one object.

import { has, type Condition, type Conditional, type JsonObject, type Rules, type Selector, type StepRules } from "./data.ts";
import { isAmong } from "./values.ts";
import { joinOr, quote } from "./wording.ts";

/** Returns whether a condition holds for the properties given; `null` where that is not known. */
export function holds(condition: Condition, given: JsonObject): boolean | null {
  if (has(given, condition.name)) return isAmong(given[condition.name]!, condition.values);
  for (const [names, isDefault] of condition.defaultWhen ?? []) if (names.some((name) => has(given, name))) return isDefault;
  return condition.default ?? null;
}

export const allHold = (each: Conditional, given: JsonObject): boolean => each.when.every((condition) => holds(condition, given));
export const unmetOf = (each: Conditional, given: JsonObject): Condition[] => each.when.filter((condition) => holds(condition, given) === false);
export const inWords = (condition: Condition): string => `${condition.name} is ${joinOr(quote(condition.values))}`;

export function neededBy(rules: Rules, given: JsonObject): string[] {
  const needed = (rules.conditions ?? []).filter((each) => allHold(each, given)).map((each) => each.name);
  return [...needed, ...(rules.dependent ?? []).filter(([name]) => has(given, name)).flatMap(([, others]) => others)];
}

function applies(step: StepRules, given: JsonObject): boolean {
  const begun = step.triggers.some((name) => has(given, name));
  return begun || (step.unless.length > 0 && !step.unless.some((name) => has(given, name)));
}

export const neededByStep = (step: StepRules, given: JsonObject): string[] => (applies(step, given) ? step.required : []);
export const unmetOfStep = (step: StepRules, given: JsonObject): string[][] => (applies(step, given) ? unmet(step.anyOf, given) : []);

export function unmet(groups: string[][] | undefined, given: JsonObject): string[][] {
  return (groups ?? []).filter((group) => !group.some((name) => has(given, name)));
}

export function exceeded(rules: Rules, given: JsonObject): string[][] {
  return (rules.atMostOne ?? []).filter((group) => group.filter((name) => has(given, name)).length > 1);
}

/** Returns the numbers of the variants that an object may be. */
export function candidates(selector: Selector, value: JsonObject): number[] {
  const numbers = [...selector.values.keys()];
  if (!has(value, selector.name)) return numbers.filter((number) => !selector.required[number]);
  return numbers.filter((number) => isAmong(value[selector.name]!, [selector.values[number]!]));
}

/** Returns the candidate that knows most of an object's names, the first of those that know as many. */
export function nearestVariant(among: number[], knows: (number: number, name: string) => boolean, value: JsonObject): number {
  const scores = among.map((number) => Object.keys(value).filter((name) => knows(number, name)).length);
  return among[scores.indexOf(Math.max(...scores))]!;
}
