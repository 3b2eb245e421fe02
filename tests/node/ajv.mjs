// Reads lines {schema, payloads, strict} and writes for each what ajv finds: why it does not compile the schema, and
// the errors of each payload.
import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020.js";
import { createInterface } from "node:readline";

const ajvs = new Map();

function ajvOf(strict) {
  if (!ajvs.has(strict)) {
    const ajv = new Ajv2020({ strict, strictRequired: false, allowUnionTypes: true, allErrors: true, addUsedSchema: false });
    addFormats(ajv, ["date", "date-time"]);
    ajvs.set(strict, ajv);
  }
  return ajvs.get(strict);
}

function answer({ schema, payloads = [], strict = false }) {
  let validate;
  try {
    validate = ajvOf(strict).compile(schema);
  } catch (fault) {
    return { fault: fault.message, errors: [] };
  }
  const errors = payloads.map((payload) =>
    validate(payload)
      ? []
      : validate.errors.map(({ instancePath, schemaPath, keyword, params }) => ({ instancePath, schemaPath, keyword, params })),
  );
  ajvOf(strict).removeSchema(schema);
  return { fault: "", errors };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
