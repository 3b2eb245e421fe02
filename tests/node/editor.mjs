// Reads lines {bundle, server, files: [{text, cursor}]} and writes for each what an editor shows: the problems of each
// text, what is offered and what is explained at the cursor, and the milliseconds of the first check, which is what an
// editor does when the first file is opened. The server is that for "yaml" or that for "json".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const yaml = require("yaml-language-server");
const json = require("vscode-json-languageservice");
const { TextDocument } = require("vscode-languageserver-textdocument");
const workspaceContext = { resolveRelativePath: (path, base) => new URL(path, base).toString() };
const schemas = (ending) => [{ uri: "file:///bundle.json", fileMatch: [`*.${ending}`] }];

// Each returns functions of a text document: its problems, and what there is at an offset.
const servers = {
  yaml(schemaRequestService) {
    const telemetry = { send() {}, sendError() {}, sendTrack() {} };
    const service = yaml.getLanguageService({ schemaRequestService, workspaceContext, telemetry });
    service.configure({ validate: true, completion: true, hover: true, schemas: schemas("yaml") });
    return {
      problems: (document) => service.doValidation(document, false),
      offered: (document, position) => service.doComplete(document, position, false),
      explained: (document, position) => service.doHover(document, position),
    };
  },
  json(schemaRequestService) {
    const service = json.getLanguageService({ schemaRequestService, workspaceContext });
    service.configure({ validate: true, schemas: schemas("json") });
    const parsed = (document) => service.parseJSONDocument(document);
    return {
      problems: (document) => service.doValidation(document, parsed(document)),
      offered: (document, position) => service.doComplete(document, position, parsed(document)),
      explained: (document, position) => service.doHover(document, position, parsed(document)),
    };
  },
};

function words(contents) {
  return Array.isArray(contents) ? contents.map(words).join("\n") : (contents?.value ?? contents ?? "");
}

let opened = 0;

async function answer({ bundle, server, files }) {
  const content = readFileSync(bundle, "utf8");
  const { problems, offered, explained } = servers[server](async () => content);
  let milliseconds;
  const shown = [];
  for (const [version, { text, cursor }] of files.entries()) {
    // The servers keep what they know of a file and its version, also for another bundle.
    opened += 1;
    const document = TextDocument.create(`file:///request${opened}.${server}`, server, version, text);
    const start = performance.now();
    const found = await problems(document);
    milliseconds ??= performance.now() - start;
    const told = { problems: found.map(({ message, range }) => ({ message, line: range.start.line + 1 })) };
    if (cursor !== undefined) {
      const position = document.positionAt(cursor);
      told.offered = (await offered(document, position))?.items.map(({ label }) => label) ?? [];
      told.explained = words((await explained(document, position))?.contents);
    }
    shown.push(told);
  }
  return { shown, milliseconds };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
