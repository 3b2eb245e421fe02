// Reads lines {data, properties, envelope, revealed} and writes for each what the builder prints, by language.
import { createInterface } from "node:readline";
import { languagesOf, written } from "../../templates/builder/src/outputs/languages.ts";

for await (const line of createInterface({ input: process.stdin })) {
  const { data, properties, envelope, revealed } = JSON.parse(line);
  const texts = languagesOf(data).map((each) => [each, written(each, data, properties, envelope, revealed)]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(texts))}\n`);
}
