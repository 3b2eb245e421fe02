// Warnings about a payload that is accepted.

import { has, isObject, joined, warning, type Json, type JsonObject, type ObjectConstraints, type Problem, type ValueConstraints } from "./data.ts";
import type { Hints } from "./nearest.ts";
import { hasReference, isPlaceholder, isReference } from "./references.ts";
import { allHold, inWords, neededBy, neededByStep, unmetOf } from "./rules.ts";
import { isAmong, isPort, mayBeEmpty } from "./values.ts";
import { joinAnd } from "./wording.ts";

/** Yields the warnings about one value, not looking inside it. */
export function* valueAdvice(value: Json, c: ValueConstraints, path: string, hints: Hints): Generator<Problem> {
  if (c.deprecated) yield warning(path, "deprecated", "the vendor advises against this property");
  if (c.secret && isReference(value)) return;
  yield* referenceAdvice(value, c, path);
  if (c.open && !isAmong(value, c.values ?? [])) {
    yield warning(path, "unlisted-value", "the catalog does not list this value", hints.nearest(value, c.values ?? []));
  } else if (c.deprecatedValues && isAmong(value, c.deprecatedValues)) {
    yield warning(path, "deprecated-value", "the vendor advises against this value");
  } else if (c.port && !isPort(value)) {
    yield warning(path, "port-range", "a port is a number from 1 to 65535");
  } else if (typeof value === "string" && isPlaceholder(value) && !isAmong(value, c.values ?? [])) {
    yield warning(path, "placeholder", "it looks like a placeholder", "replace it");
  }
}

function* referenceAdvice(value: Json, c: ValueConstraints, path: string): Generator<Problem> {
  const described = c.object ?? c.items ?? c.variants;
  const waiting: [string, Json][] = [[path, value]];
  while (waiting.length) {
    const [place, each] = waiting.pop()!;
    if (typeof each === "string" && hasReference(each)) {
      yield warning(place, "not-a-reference", "only a whole secret can be a reference; this text is sent as it is");
    } else if (isObject(each) && !described) {
      for (const [name, inner] of Object.entries(each)) waiting.push([joined(place, name), inner]);
    } else if (Array.isArray(each) && !described) {
      each.forEach((inner, at) => waiting.push([`${place}[${at}]`, inner]));
    }
  }
}

/** Yields the warnings about the properties of an object together. */
export function* objectAdvice(value: JsonObject, c: ObjectConstraints, path: string): Generator<Problem> {
  for (const name of needed(value, c)) {
    if (has(value, name) && value[name] === "" && has(c.properties, name) && mayBeEmpty(c.properties[name]!)) {
      yield warning(joined(path, name), "empty-value", "this property is required and has an empty value");
    }
  }
  for (const each of c.applies ?? []) {
    const unmet = has(value, each.name) ? unmetOf(each, value) : [];
    if (unmet.length) yield warning(joined(path, each.name), "not-applicable", `it has a meaning only where ${joinAnd(unmet.map(inWords))}`);
  }
  for (const each of c.expected ?? []) {
    if (!has(value, each.name) && allHold(each, value)) {
      yield warning(joined(path, each.name), "expected", `it is usually needed where ${joinAnd(each.when.map(inWords))}`);
    }
  }
}

/** Returns the names of the properties that an object must have, each once. */
export function needed(value: JsonObject, c: ObjectConstraints): Set<string> {
  const steps = (c.steps ?? []).flatMap((step) => neededByStep(step, value));
  return new Set([...(c.required ?? []), ...neededBy(c.rules ?? {}, value), ...steps]);
}
