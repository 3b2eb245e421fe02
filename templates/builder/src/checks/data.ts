// The constraints of a connector, as `generator/context/builder/constraint_data.py` writes them: what has its default is left out.

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export interface Condition {
  name: string;
  values: Json[];
  default?: boolean;
  defaultWhen?: [string[], boolean][];
}

export interface Conditional {
  name: string;
  when: Condition[];
}

export interface Rules {
  conditions?: Conditional[];
  dependent?: [string, string[]][];
  anyOf?: string[][];
  atMostOne?: string[][];
}

export interface StepRules {
  step: string;
  triggers: string[];
  unless: string[];
  required: string[];
  anyOf?: string[][];
}

export interface Selector {
  name: string;
  values: Json[];
  required: boolean[];
}

export interface ValueConstraints {
  types?: string[];
  values?: Json[];
  pattern?: string;
  format?: "date" | "date-time";
  encoding?: string;
  separator?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: ValueConstraints;
  object?: ObjectConstraints;
  variants?: { selector: Selector; objects: ObjectConstraints[] };
  open?: boolean;
  deprecated?: boolean;
  deprecatedValues?: Json[];
  port?: boolean;
  secret?: boolean;
}

export interface ObjectConstraints {
  properties: { [name: string]: ValueConstraints };
  required?: string[];
  rules?: Rules;
  steps?: StepRules[];
  applies?: Conditional[];
  expected?: Conditional[];
  open?: boolean;
}

export interface Problem {
  path: string;
  code: string;
  message: string;
  hint: string;
  level: "error" | "warning";
}

export const REQUIRED = "this property is required";
export const UNKNOWN = "the catalog does not know this property";

export const has = (holder: object, name: string): boolean => Object.hasOwn(holder, name);
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const joined = (path: string, name: string): string => (path ? `${path}.${name}` : name);

export function problem(path: string, code: string, message: string, hint = ""): Problem {
  return { path, code, message, hint, level: "error" };
}

export function warning(path: string, code: string, message: string, hint = ""): Problem {
  return { path, code, message, hint, level: "warning" };
}
