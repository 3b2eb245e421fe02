// Reads lines {data, payloads, alone} and writes for each payload the problems that the builder's checks find:
// in payloads that may be whole requests, or in properties that are given `alone`.
import { createInterface } from "node:readline";
import { check } from "../../templates/builder/src/checks/checking.ts";
import { validate } from "../../templates/builder/src/checks/validation.ts";

for await (const line of createInterface({ input: process.stdin })) {
  const { data, payloads, alone } = JSON.parse(line);
  const problems = payloads.map((payload) =>
    (alone ? check(payload, data.constraints) : validate(payload, data)).map(({ path, code, message, hint, level }) => [path, code, message, hint, level]),
  );
  process.stdout.write(`${JSON.stringify(problems)}\n`);
}
