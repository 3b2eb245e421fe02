// A whole request: the connector's id, its properties in their parts, and the envelope around them.

import { has, isObject, type Json, type JsonObject, type ObjectConstraints } from "./data.ts";

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
export const NOT_GIVEN = undefined;

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
  const envelope = withoutPath(withoutSchema(payload), request.idField.split("."), Object.keys(request.parts));
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
  const path = request.idField.split(".");
  let made = withPath({}, path, request.idInRequest);
  const holder = idHolder(request);
  const beside = holder !== undefined && has(envelope, holder) ? envelope[holder]! : null;
  // The id comes first, whatever the envelope has in its place.
  if (isObject(beside)) made = withPath({ [holder!]: { ...(made[holder!] as JsonObject), ...beside } }, path, request.idInRequest);
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

export const mainPart = (request: RequestShape): string => Object.keys(request.parts)[0]!;

/** Returns the name of the object beside the parts that has the connector's id; none where it is elsewhere. */
export function idHolder({ idField, parts }: RequestShape): string | undefined {
  const [name, ...rest] = idField.split(".");
  return rest.length && !has(parts, name!) ? name : undefined;
}

export function namesOf(request: RequestShape): Set<string> {
  const ids = [request.idField, ...request.alternativeIds].map((path) => path.split(".")[0]!);
  return new Set([...Object.keys(request.parts), ...(request.beside ?? []), ...ids]);
}

export function idOf(payload: JsonObject, request: RequestShape): Json | undefined {
  const found = valueAt(payload, request.idField);
  return typeof found === "string" ? (request.omittedPrefix ?? "") + found : found;
}

export function valueAt(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path.split(".")) found = isObject(found) && has(found, name) ? found[name] : NOT_GIVEN;
  return found;
}

function withPath(whole: JsonObject, [name, ...rest]: string[], value: Json): JsonObject {
  const inner = whole[name!];
  return { ...whole, [name!]: rest.length ? withPath(isObject(inner!) ? inner : {}, rest, value) : value };
}

/** Returns a copy without the value at a path, and without the objects that have nothing else, but for those that are kept. */
function withoutPath(whole: JsonObject, [name, ...rest]: string[], kept: string[] = []): JsonObject {
  if (!rest.length) return without(whole, name!);
  const inner = has(whole, name!) ? whole[name!]! : null;
  if (!isObject(inner)) return { ...whole };
  const left = withoutPath(inner, rest);
  if (Object.keys(left).length || !Object.keys(inner).length || kept.includes(name!)) return { ...whole, [name!]: left };
  return without(whole, name!);
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
