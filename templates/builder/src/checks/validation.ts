// Checks a whole request: its parts, its envelope and the connector's properties.

import { check, givenAs, mergeMisspelt } from "./checking.ts";
import { has, isObject, problem, REQUIRED, UNKNOWN, type Json, type JsonObject, type Problem } from "./data.ts";
import { cut, Hints } from "./nearest.ts";
import { nestingProblem } from "./nesting.ts";
import { idHolder, idOf, isRequest, mainPart, namesOf, NOT_GIVEN, takeApart, valueAt, withoutSchema, type Checked, type Parts, type RequestShape } from "./request.ts";
import { repr } from "./wording.ts";

/** Returns the problems of a whole request, or of the connector's properties alone, with all warnings. */
export function validate(payload: Json, known: Checked): Problem[] {
  if (!isObject(payload)) return check(payload, known.constraints);
  const tooDeep = nestingProblem(payload);
  if (tooDeep) return [tooDeep];
  if (!isRequest(payload, known)) return check(withoutSchema(payload), known.constraints);
  const hints = new Hints();
  const parts = takeApart(payload, known.request);
  const inside = check(parts.properties, known.constraints, hints).map((each) => inRequest(each, known.request, parts.places));
  const problems = [...requestProblems(payload, parts, known, hints), ...inside];
  return mergeMisspelt(withoutMissingIn(absentParts(payload, parts, known.request), problems), hints);
}

/** Returns the problems of a whole request that are not about the connector's own properties. */
export function problemsBeside(payload: JsonObject, known: Checked): Problem[] {
  const hints = new Hints();
  return mergeMisspelt([...requestProblems(payload, takeApart(payload, known.request), known, hints)], hints);
}

function* requestProblems(payload: JsonObject, parts: Parts, known: Checked, hints: Hints): Generator<Problem> {
  const { request, type } = known;
  const id = idOf(payload, request);
  if (id === NOT_GIVEN) {
    if (!request.alternativeIds.some((path) => valueAt(payload, path) !== NOT_GIVEN)) yield problem(request.idField, "required", REQUIRED);
  } else if (id !== type) yield problem(request.idField, "const", `expected ${repr(request.idInRequest)}`);
  for (const name of [...Object.keys(request.parts), idHolder(request)]) {
    if (name !== undefined && has(payload, name) && !isObject(payload[name]!)) yield problem(name, "type", "expected an object");
  }
  const main = mainPart(request);
  if (!has(payload, main) && Object.keys(request.places).length) {
    const others = Object.keys(payload).filter((name) => !namesOf(request).has(name));
    yield problem(main, "required", REQUIRED, [...hints.misspelt(others, [main]).keys()].map(givenAs).join(""));
  }
  for (const part of parts.given) {
    for (const name of Object.keys(payload[part] as JsonObject)) {
      const expected = has(request.places, name) ? request.places[name]! : part;
      if (expected !== part) yield problem(`${part}.${name}`, "misplaced", `expected in ${expected}`, `move it to ${expected}.${name}`);
    }
  }
  yield* envelopeProblems(beside(payload, request), known, hints);
}

/** Returns what a request has beside its parts; the object with the connector's id is there, if it is an object. */
function beside(payload: JsonObject, request: RequestShape): JsonObject {
  const holder = idHolder(request);
  const given = Object.entries(withoutSchema(payload)).filter(([name, value]) => name !== holder || isObject(value!));
  const elsewhere = [...Object.keys(request.parts), ...(request.idField.includes(".") ? [] : [request.idField])];
  return Object.fromEntries(given.filter(([name]) => !elsewhere.includes(name)));
}

function* envelopeProblems(given: JsonObject, { envelope, request }: Checked, hints: Hints): Generator<Problem> {
  const known = Object.keys(envelope.constraints.properties);
  // Without a list, the vendor's documents do not say what else a request may have.
  if (!known.length) return;
  const parts = Object.keys(request.parts);
  const defined = Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)));
  // That these are missing, and what is wrong with the id, is reported elsewhere.
  const reported = [idHolder(request), ...parts];
  const found = check(defined, envelope.constraints, hints).filter((each) => each.path !== request.idField);
  yield* found.filter((each) => each.code !== "required" || !reported.includes(each.path));
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) yield problem(name, "unknown", UNKNOWN, hints.nearest(cut(name), [...known, ...parts]));
    else if (envelope.readOnly.includes(name)) yield problem(name, "read-only", "the vendor sets it; leave it out");
    else if (envelope.updateOnly.includes(name)) yield problem(name, "update-only", "only updates accept it; leave it out");
  }
}

/** Returns the parts that a request must have and lacks, or that are no objects; each has a problem of its own. */
function absentParts(payload: JsonObject, parts: Parts, request: RequestShape): Set<string> {
  const every = Object.keys(request.parts);
  const found = every.filter((part) => !parts.given.includes(part) && (has(payload, part) || part === every[0]));
  const holder = idHolder(request);
  return new Set(holder !== undefined && has(payload, holder) && !isObject(payload[holder]!) ? [...found, holder] : found);
}

/** Leaves out the problems of properties that are missing because a whole part is absent. */
function withoutMissingIn(parts: Set<string>, problems: Problem[]): Problem[] {
  return problems.filter(({ code, path }) => {
    if (code !== "required" && code !== "any-of") return true;
    const [first, ...rest] = path.split(".");
    return !(parts.has(first!) && (rest.length > 0 || code === "any-of"));
  });
}

/** Returns the problem of a property with its path in the request. */
function inRequest(each: Problem, request: RequestShape, places: { [property: string]: string }): Problem {
  const name = each.path.split(/[.[]/, 1)[0]!;
  const own = (among: { [property: string]: string }) => (has(among, name) ? among[name] : undefined);
  const part = own(places) ?? own(request.places) ?? Object.values(request.places)[0] ?? "";
  return { ...each, path: each.path ? `${part}.${each.path}` : part };
}
