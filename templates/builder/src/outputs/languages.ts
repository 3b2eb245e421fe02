// The request that the form describes, in each language.

import type { JsonObject } from "../checks/data.ts";
import { assemble } from "../checks/request.ts";
import type { PageData } from "../data.ts";
import { curlText } from "./curl.ts";
import { pythonText } from "./python.ts";
import { References } from "./references.ts";
import { terraformText } from "./terraform.ts";
import { yamlText } from "./yaml.ts";

interface Written {
  properties: JsonObject;
  envelope: JsonObject;
  request: JsonObject;
  /** The references in the request that are secrets. */
  secrets: string[];
}

type Language = (data: PageData, written: Written) => string;

const LANGUAGES: { [language: string]: Language } = {
  JSON: (_, { request }) => JSON.stringify(request, null, 2) + "\n",
  YAML: (_, { request }) => yamlText(request),
  Python: (data, { properties, envelope }) => pythonText(data.module, data.model, properties, envelope),
  curl: (data, { request, secrets }) => curlText(data.call!, request, secrets),
  Terraform: (data, { request, secrets }) => terraformText(data.terraform!, data.name, request, secrets),
};

/** Returns the languages that a vendor's requests have. */
export function languagesOf(data: PageData): string[] {
  const missing = [...(data.call ? [] : ["curl"]), ...(data.terraform ? [] : ["Terraform"])];
  return Object.keys(LANGUAGES).filter((each) => !missing.includes(each));
}

/** Returns the request in a language, with references in the place of secrets unless these are to be shown. */
export function written(language: string, data: PageData, properties: JsonObject, envelope: JsonObject, revealed: boolean): string {
  const references = new References(data.vendor, data.name, revealed);
  const beside = references.replace(envelope, data.envelope.constraints);
  const own = references.replace(properties, data.constraints);
  const request = assemble(own, beside, data.request);
  return LANGUAGES[language]!(data, { properties: own, envelope: beside, request, secrets: references.ofSecrets });
}
