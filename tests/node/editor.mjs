// Reads lines {bundle, texts} and writes for each the problems that yaml-language-server shows in each text, and the
// milliseconds of its first check: what an editor does when the first file is opened.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const { getLanguageService } = require("yaml-language-server");
const { TextDocument } = require("vscode-languageserver-textdocument");
const telemetry = { send() {}, sendError() {}, sendTrack() {} };
const workspaceContext = { resolveRelativePath: (path, base) => new URL(path, base).toString() };

async function answer({ bundle, texts }) {
  const content = readFileSync(bundle, "utf8");
  const service = getLanguageService({ schemaRequestService: async () => content, workspaceContext, telemetry });
  service.configure({ validate: true, schemas: [{ uri: "file:///bundle.json", fileMatch: ["*.yaml"] }] });
  const times = [];
  const problems = [];
  for (const [version, text] of texts.entries()) {
    const start = performance.now();
    const found = await service.doValidation(TextDocument.create("file:///request.yaml", "yaml", version, text), false);
    times.push(performance.now() - start);
    problems.push(found.map(({ message, range }) => ({ message, line: range.start.line + 1 })));
  }
  return { problems, milliseconds: times[0] };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
