// Reads lines {data, payloads} and writes for each payload the problems that the builder's checks find.
import { createInterface } from "node:readline";
import { validate } from "../../templates/builder/src/checks/validation.ts";

for await (const line of createInterface({ input: process.stdin })) {
  const { data, payloads } = JSON.parse(line);
  const problems = payloads.map((payload) =>
    validate(payload, data).map(({ path, code, message, hint, level }) => [path, code, message, hint, level]),
  );
  process.stdout.write(`${JSON.stringify(problems)}\n`);
}
