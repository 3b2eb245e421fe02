// The request that the form describes, in each language.

import type { JsonObject } from "../checks/data.ts";
import { assemble } from "../checks/request.ts";
import type { PageData } from "../data.ts";
import { pythonText } from "./python.ts";
import { References } from "./references.ts";
import { yamlText } from "./yaml.ts";

export const LANGUAGES: { [language: string]: (data: PageData, properties: JsonObject, envelope: JsonObject) => string } = {
  JSON: (data, properties, envelope) => JSON.stringify(assemble(properties, envelope, data.request), null, 2) + "\n",
  YAML: (data, properties, envelope) => yamlText(assemble(properties, envelope, data.request)),
  Python: (data, properties, envelope) => pythonText(data.module, data.model, properties, envelope),
};

export const languagesOf = (_data: PageData): string[] => Object.keys(LANGUAGES);

/** Returns the request in a language, with references in the place of secrets unless these are to be shown. */
export function written(language: string, data: PageData, properties: JsonObject, envelope: JsonObject, revealed: boolean): string {
  if (revealed) return LANGUAGES[language]!(data, properties, envelope);
  const references = new References(data.vendor, data.name);
  const beside = references.replace(envelope, data.envelope.constraints);
  return LANGUAGES[language]!(data, references.replace(properties, data.constraints), beside);
}
