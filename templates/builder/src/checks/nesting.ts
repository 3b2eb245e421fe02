// How deep objects and lists of a payload may be nested.

import { isObject, joined, problem, type Json, type Problem } from "./data.ts";

const MOST = 100;

/** Returns the problem of the first object or list of a payload that is nested too deeply; `null` without one. */
export function nestingProblem(payload: Json): Problem | null {
  if (!isTooDeep(payload)) return null;
  return problem(firstPath(payload), "too-deep", `objects and lists are nested more than ${MOST} deep`);
}

/** Returns whether objects and lists are nested too deeply. */
export function isTooDeep(value: Json): boolean {
  let level = new Set([value].filter(isCollection));
  for (let depth = 0; depth < MOST && level.size; depth++) level = new Set([...level].flatMap(Object.values).filter(isCollection));
  return level.size > 0;
}

function firstPath(payload: Json): string {
  const waiting: [string, Json, number][] = [["", payload, 1]];
  while (waiting.length) {
    const [path, value, depth] = waiting.pop()!;
    if (depth > MOST) return path;
    const inner = places(path, value).filter(([, each]) => isCollection(each));
    for (const [place, each] of inner.reverse()) waiting.push([place, each, depth + 1]);
  }
  return "";
}

function places(path: string, value: Json): [string, Json][] {
  if (Array.isArray(value)) return value.map((each, at) => [`${path}[${at}]`, each]);
  return isObject(value) ? Object.entries(value).map(([name, each]) => [joined(path, name), each]) : [];
}

const isCollection = (value: Json): value is Json[] | { [name: string]: Json } => typeof value === "object" && value !== null;
