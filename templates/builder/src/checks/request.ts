// A whole request: the connector's id, its properties in their parts, and the envelope around them.

import { check, givenAs, withoutEchoes } from "./checking.ts";
import { has, isObject, problem, REQUIRED, UNKNOWN, type Json, type JsonObject, type ObjectConstraints, type Problem } from "./data.ts";
import { cut, Hints } from "./nearest.ts";
import { repr } from "./wording.ts";

export interface RequestShape {
  idField: string;
  idInRequest: string;
  alternativeIds: string[];
  parts: { [part: string]: string[] };
  places: { [property: string]: string };
  beside?: string[];
  omittedPrefix?: string;
}

export interface Envelope {
  constraints: ObjectConstraints;
  readOnly: string[];
  updateOnly: string[];
}

/** What is checked of a connector: the part of the page's data that says what is accepted. */
export interface Checked {
  type: string;
  constraints: ObjectConstraints;
  request: RequestShape;
  envelope: Envelope;
}

export interface Parts {
  properties: JsonObject;
  places: { [property: string]: string };
  envelope: JsonObject;
  given: string[];
}

const IGNORED = "$schema";
const NOT_GIVEN = undefined;

/** Returns the problems of a whole request, or of the connector's properties alone, with all warnings. */
export function validate(payload: Json, known: Checked): Problem[] {
  if (!isObject(payload)) return check(payload, known.constraints);
  if (!isRequest(payload, known)) return check(withoutSchema(payload), known.constraints);
  const hints = new Hints();
  const parts = takeApart(payload, known.request);
  const own = check(parts.properties, known.constraints, hints).map((each) => moved(each, known.request, parts.places));
  const found = [...requestProblems(payload, parts, known, hints), ...own];
  return withoutEchoes(outsideOf(absent(payload, parts, known.request), found), hints);
}

/** Returns the problems of a whole request that are not about the connector's own properties. */
export function problemsBeside(payload: JsonObject, known: Checked): Problem[] {
  const hints = new Hints();
  return withoutEchoes([...requestProblems(payload, takeApart(payload, known.request), known, hints)], hints);
}

export const withoutSchema = (payload: JsonObject): JsonObject => without(payload, IGNORED);

export function isRequest(payload: JsonObject, { type, request, envelope }: Checked): boolean {
  const given = Object.keys(payload);
  const own = (name: string) => has(request.places, name);
  if (given.length && !given.some(own)) {
    if (given.every((name) => name === IGNORED) || given.some((name) => has(envelope.constraints.properties, name))) return true;
  }
  return given.some((name) => namesOf(request).has(name) && !own(name)) || idOf(payload, request) === type;
}

/** Returns the connector's properties and the envelope of a request; where two parts have a property, its place decides. */
export function takeApart(payload: JsonObject, request: RequestShape): Parts {
  const envelope = withoutPath(withoutSchema(payload), request.idField.split("."));
  const found: Parts = { properties: {}, places: {}, envelope, given: [] };
  for (const part of Object.keys(request.parts)) {
    const inner = envelope[part];
    if (!has(envelope, part) || !isObject(inner!)) continue;
    delete envelope[part];
    found.given.push(part);
    for (const [name, value] of Object.entries(inner)) {
      if (has(found.properties, name) && request.places[name] !== part) continue;
      define(found.properties, name, value);
      found.places[name] = part;
    }
  }
  return found;
}

/** Returns the request that creates a connection: its id, the envelope, and each property in its part. */
export function assemble(properties: JsonObject, envelope: JsonObject, request: RequestShape): JsonObject {
  const made = withPath({}, request.idField.split("."), request.idInRequest);
  for (const [name, value] of Object.entries(envelope)) if (!has(made, name)) define(made, name, value);
  const main = mainPart(request);
  if (!has(made, main)) made[main] = {};
  for (const [name, value] of Object.entries(properties)) {
    const part = has(request.places, name) ? request.places[name]! : main;
    if (!has(made, part)) made[part] = {};
    define(made[part] as JsonObject, name, value);
  }
  return made;
}

const mainPart = (request: RequestShape): string => Object.keys(request.parts)[0]!;

function namesOf(request: RequestShape): Set<string> {
  const ids = [request.idField, ...request.alternativeIds].map((path) => path.split(".")[0]!);
  return new Set([...Object.keys(request.parts), ...(request.beside ?? []), ...ids]);
}

function idOf(payload: JsonObject, request: RequestShape): Json | undefined {
  const found = valueAt(payload, request.idField);
  return typeof found === "string" ? (request.omittedPrefix ?? "") + found : found;
}

function* requestProblems(payload: JsonObject, parts: Parts, known: Checked, hints: Hints): Generator<Problem> {
  const { request, type } = known;
  const id = idOf(payload, request);
  if (id === NOT_GIVEN) {
    if (!request.alternativeIds.some((path) => valueAt(payload, path) !== NOT_GIVEN)) yield problem(request.idField, "required", REQUIRED);
  } else if (id !== type) yield problem(request.idField, "const", `expected ${repr(request.idInRequest)}`);
  for (const part of Object.keys(request.parts)) {
    if (has(payload, part) && !parts.given.includes(part)) yield problem(part, "type", "expected an object");
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
  yield* envelopeProblems(parts.envelope, known, hints);
}

function* envelopeProblems(given: JsonObject, { envelope, request }: Checked, hints: Hints): Generator<Problem> {
  const known = Object.keys(envelope.constraints.properties);
  // Without a list, the vendor's documents do not say what else a request may have.
  if (!known.length) return;
  const parts = Object.keys(request.parts);
  const beside = Object.entries(given).filter(([name]) => !parts.includes(name));
  const stated = Object.fromEntries(beside.filter(([name]) => known.includes(name)));
  // Where these are missing, that has been said.
  const elsewhere = [request.idField, ...parts];
  yield* check(stated, envelope.constraints, hints).filter((each) => each.code !== "required" || !elsewhere.includes(each.path));
  for (const [name] of beside) {
    if (!known.includes(name)) yield problem(name, "unknown", UNKNOWN, hints.nearest(cut(name), [...known, ...parts]));
    else if (envelope.readOnly.includes(name)) yield problem(name, "read-only", "the vendor sets it; leave it out");
    else if (envelope.updateOnly.includes(name)) yield problem(name, "update-only", "only updates accept it; leave it out");
  }
}

/** Returns the parts that a request does not have as it must; there is a problem of each of them itself. */
function absent(payload: JsonObject, parts: Parts, request: RequestShape): Set<string> {
  const every = Object.keys(request.parts);
  return new Set(every.filter((part) => !parts.given.includes(part) && (has(payload, part) || part === every[0])));
}

function outsideOf(parts: Set<string>, found: Problem[]): Problem[] {
  return found.filter(({ code, path }) => {
    if (code !== "required" && code !== "any-of") return true;
    const [first, ...rest] = path.split(".");
    return !(parts.has(first!) && (rest.length > 0 || code === "any-of"));
  });
}

function moved(each: Problem, request: RequestShape, places: { [property: string]: string }): Problem {
  const name = each.path.split(/[.[]/, 1)[0]!;
  const own = (among: { [property: string]: string }) => (has(among, name) ? among[name] : undefined);
  const part = own(places) ?? own(request.places) ?? Object.values(request.places)[0] ?? "";
  return { ...each, path: each.path ? `${part}.${each.path}` : part };
}

function valueAt(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path.split(".")) found = isObject(found) && has(found, name) ? found[name] : NOT_GIVEN;
  return found;
}

function withPath(whole: JsonObject, [name, ...rest]: string[], value: Json): JsonObject {
  const inner = whole[name!];
  return { ...whole, [name!]: rest.length ? withPath(isObject(inner!) ? inner : {}, rest, value) : value };
}

function withoutPath(whole: JsonObject, [name, ...rest]: string[]): JsonObject {
  if (!rest.length) return without(whole, name!);
  const inner = whole[name!];
  return isObject(inner!) ? { ...whole, [name!]: withoutPath(inner, rest) } : { ...whole };
}

function without(whole: JsonObject, name: string): JsonObject {
  const copy = { ...whole };
  delete copy[name];
  return copy;
}

// A payload may have the name `__proto__`.
function define(holder: JsonObject, name: string, value: Json): void {
  Object.defineProperty(holder, name, { value, configurable: true, enumerable: true, writable: true });
}
