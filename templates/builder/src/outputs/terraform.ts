// A request as a Terraform resource, with a variable for each secret, in the form of `terraform fmt`.

import { isObject, type Json, type JsonObject } from "../checks/data.ts";

export interface Terraform {
  resource: string;
  /** The attributes that take their value as JSON. */
  encoded?: string[];
  added?: { [attribute: string]: string };
}

/** Returns a resource; `secrets` are the references in the request that are secrets. */
export function terraformText(terraform: Terraform, name: string, request: JsonObject, secrets: string[]): string {
  const own = Object.entries({ ...request, ...terraform.added }).map(([each, value]): [string, string] => {
    const text = hcl(value, "  ", secrets);
    return [attributeOf(each), terraform.encoded?.includes(each) ? `jsonencode(${text})` : text];
  });
  const variables = secrets.filter((each) => variableOf(each)).map((each) => `variable "${variableOf(each)}" {\n${aligned([["type", "string"], ["sensitive", "true"]], "  ")}\n}\n`);
  return [...variables, `resource "${terraform.resource}" "${labelOf(name)}" {\n${aligned(own, "  ")}\n}\n`].join("\n");
}

function hcl(value: Json, indent: string, secrets: string[]): string {
  if (typeof value === "string") {
    const variable = secrets.includes(value) ? variableOf(value) : "";
    return variable ? `var.${variable}` : quoted(value);
  }
  const below = `${indent}  `;
  if (Array.isArray(value) && value.length) return `[\n${value.map((each) => `${below}${hcl(each, below, secrets)},\n`).join("")}${indent}]`;
  if (isObject(value) && Object.keys(value).length) {
    const own = Object.entries(value).map(([name, each]): [string, string] => [keyOf(name), hcl(each, below, secrets)]);
    return `{\n${aligned(own, below)}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** Returns a line for each attribute; the values of neighbours on one line each begin in the same column. */
function aligned(attributes: [string, string][], indent: string): string {
  const isLong = (at: number) => attributes[at]?.[1].includes("\n") ?? true;
  return attributes.map(([name, value], at) => {
    let [first, last] = [at, at];
    while (!isLong(first - 1)) first -= 1;
    while (!isLong(last + 1)) last += 1;
    const width = isLong(at) ? 0 : Math.max(...attributes.slice(first, last + 1).map(([each]) => each.length));
    return `${indent}${name.padEnd(width)} = ${value}`;
  }).join("\n");
}

const keyOf = (name: string): string => (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? name : quoted(name));
const attributeOf = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase().replaceAll(/[^a-z0-9_]/g, "_");
const variableOf = (reference: string): string => (/^\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(reference)?.[1] ?? "").toLowerCase();

/** Returns a string in quotes: what readers do not see is escaped, and so is the beginning of a template. */
function quoted(text: string): string {
  const seen = JSON.stringify(text).replaceAll(/[\p{C}\p{Z}]/gu, (each) => (each === " " ? each : escaped(each)));
  return seen.replaceAll(/[$%](?=\{)/g, "$&$&");
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}

function labelOf(name: string): string {
  const label = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
  return /^[a-z]/.test(label) ? label : `_${label}`;
}
