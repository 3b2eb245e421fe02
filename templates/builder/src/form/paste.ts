// A pasted payload, JSON or YAML, as the value of the form.

import { load } from "js-yaml";
import { isObject, problem, type Json, type JsonObject, type Problem } from "../checks/data.ts";
import { isTooDeep } from "../checks/nesting.ts";
import { isRequest, takeApart, withoutSchema, type Checked } from "../checks/request.ts";
import { problemsBeside, validate } from "../checks/validation.ts";

export interface Pasted {
  properties: JsonObject;
  /** What a whole request has beside the properties; `null` where only these were pasted. */
  envelope: JsonObject | null;
  /** The problems of everything but the properties. */
  beside: Problem[];
}

/** Returns what a text has; what is not an object, or is nested too deeply, fills nothing. */
export function pasted(text: string, known: Checked): Pasted {
  let value: Json;
  try {
    value = parsed(text);
  } catch {
    return { properties: {}, envelope: null, beside: [problem("", "syntax", "expected JSON or YAML")] };
  }
  if (!isObject(value) || isTooDeep(value)) return { properties: {}, envelope: null, beside: validate(value, known) };
  if (!isRequest(value, known)) return { properties: withoutSchema(value), envelope: null, beside: [] };
  const { properties, envelope } = takeApart(value, known.request);
  return { properties, envelope, beside: problemsBeside(value, known) };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Dates and other values that JSON does not have are text.
    return JSON.parse(JSON.stringify(load(text) ?? null)) as Json;
  }
}
