// Reads lines {schema, file, payloads, strict} and writes for each what ajv finds: why it does not compile the schema or
// the one in the file, and the errors of each payload. The schema says its dialect. In strict mode, every option that
// `strict: true` sets is as ajv has it.
import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv07 from "ajv/dist/ajv.js";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const ajvs = new Map();

function ajvOf(dialect, strict) {
  const key = `${dialect} ${strict}`;
  if (!ajvs.has(key)) {
    const Ajv = dialect?.includes("draft-07") ? Ajv07 : Ajv2020;
    const ajv = new Ajv({ strict, allErrors: true, addUsedSchema: false });
    addFormats(ajv, ["date", "date-time"]);
    ajvs.set(key, ajv);
  }
  return ajvs.get(key);
}

function answer({ file, schema = JSON.parse(readFileSync(file, "utf8")), payloads = [], strict = false }) {
  const ajv = ajvOf(schema.$schema, strict);
  let validate;
  try {
    validate = ajv.compile(schema);
  } catch (fault) {
    return { fault: fault.message, errors: [] };
  }
  const errors = payloads.map((payload) =>
    validate(payload)
      ? []
      : validate.errors.map(({ instancePath, schemaPath, keyword, params }) => ({ instancePath, schemaPath, keyword, params })),
  );
  ajv.removeSchema(schema);
  return { fault: "", errors };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
