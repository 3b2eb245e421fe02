// References in the place of secrets, such as `${env:ACME_SHOP_PASSWORD}`: named as `connector-catalog adopt` names them.

import { has, isObject, type Json, type JsonObject, type ObjectConstraints, type ValueConstraints } from "../checks/data.ts";
import { isReference } from "../checks/references.ts";
import { candidates } from "../checks/rules.ts";

const LONGEST = 100;

/** Makes a reference for each secret of a request; no two are equal. */
export class References {
  readonly #used = new Set<string>();
  readonly #ofSecrets = new Set<string>();
  readonly #start: string;
  readonly #keepsValues: boolean;

  constructor(vendor: string, name: string, keepsValues = false) {
    this.#keepsValues = keepsValues;
    this.#start = `${inCapitals([vendor])}_${inCapitals([name])}`;
  }

  /** The references that stand in the place of secrets. */
  get ofSecrets(): string[] {
    return [...this.#ofSecrets];
  }

  /** Returns an object with references in the place of its secrets; references that are there stay. */
  replace(value: JsonObject, c: ObjectConstraints, path: string[] = []): JsonObject {
    const every = Object.entries(value).map(([name, each]) => {
      const own = has(c.properties, name) ? c.properties[name]! : {};
      return [name, this.#replaced(each, own, [...path, name])] as const;
    });
    return Object.fromEntries(every);
  }

  #replaced(value: Json, c: ValueConstraints, path: string[]): Json {
    if (c.secret && value !== null && (isReference(value) || !this.#keepsValues)) {
      const reference = isReference(value) ? (value as string) : this.#make(path);
      this.#ofSecrets.add(reference);
      return reference;
    }
    if (Array.isArray(value)) return c.items ? value.map((each, at) => this.#replaced(each, c.items!, [...path, String(at)])) : value;
    if (!isObject(value)) return value;
    if (c.object) return this.replace(value, c.object, path);
    if (!c.variants) return value;
    const [at] = candidates(c.variants.selector, value);
    return this.replace(value, at === undefined ? anyOf(c.variants.objects) : c.variants.objects[at]!, path);
  }

  #make(path: string[]): string {
    const base = `${this.#start}_${inCapitals(path)}`;
    let name = base;
    for (let number = 2; this.#used.has(name); number++) name = `${base}_${number}`;
    this.#used.add(name);
    return `\${env:${name}}`;
  }
}

/** Of an object that is none of the variants, what is secret in one of them is secret. */
function anyOf(objects: ObjectConstraints[]): ObjectConstraints {
  const every = objects.flatMap((each) => Object.entries(each.properties));
  return { properties: Object.fromEntries([...every.filter(([, each]) => !each.secret), ...every.filter(([, each]) => each.secret)]) };
}

function inCapitals(parts: string[]): string {
  const words = parts.join("_").replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").replaceAll(/[^A-Za-z0-9]+/g, "_");
  return words.replaceAll(/^_+|_+$/g, "").toUpperCase().slice(0, LONGEST) || "X";
}
