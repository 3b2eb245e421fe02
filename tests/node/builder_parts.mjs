// Reads lines {data, payloads} and writes for each payload, a whole request, its envelope and the request made of its parts.
import { createInterface } from "node:readline";
import { assemble, takeApart } from "../../templates/builder/src/checks/request.ts";

for await (const line of createInterface({ input: process.stdin })) {
  const { data, payloads } = JSON.parse(line);
  const made = payloads.map((payload) => {
    const { properties, envelope } = takeApart(payload, data.request);
    return { envelope, request: assemble(properties, envelope, data.request) };
  });
  process.stdout.write(`${JSON.stringify(made)}\n`);
}
