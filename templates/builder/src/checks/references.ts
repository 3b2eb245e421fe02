// References such as `${env:PASSWORD}`, which replace secrets, and placeholders such as `<PASSWORD>`.

import type { Json } from "./data.ts";

const REFERENCE = "\\$\\{([a-z][a-z0-9+.-]*):([^{}\\x00-\\x1f]+)\\}";
const WHOLE = new RegExp(`^${REFERENCE}$`, "u");
const ANYWHERE = new RegExp(REFERENCE, "u");

const WORD = "[a-z][a-z0-9_-]*";
const THINGS =
  "(?:account|api|bucket|client|cluster|code|credentials?|database|db|domain|dsn|email|endpoint|host|hostname|id" +
  "|instance|key|login|name|organi[sz]ation|passphrase|passwd|password|port|project|region|schema|secret|server|site" +
  "|subdomain|tenant|token|url|user|username|value|warehouse|workspace)";
const PLACEHOLDER = new RegExp(
  "^(?:<[a-z][a-z0-9_. -]*>" +
    `|(?:[a-z]+://)?(?:[a-z0-9-]+\\.){0,9}<${WORD}>(?:[.:/]\\S*)?` +
    `|[<\\[{(]?your(?:[_ -][a-z0-9]+){0,9}[_ -]${THINGS}(?:[_ -]here)?[>\\]})]?` +
    "|change[_ -]?me|replace[_ -]?me|replace[_ -]with(?:[_ -][a-z0-9]+){1,9}" +
    "|x{4,}(?:-x{3,})*|\\*{4,})$",
  "i",
);
const LONGEST = 200;

export const isReference = (value: Json): boolean => typeof value === "string" && WHOLE.test(value);
export const hasReference = (text: string): boolean => ANYWHERE.test(text);
export const isPlaceholder = (text: string): boolean => [...text].length <= LONGEST && PLACEHOLDER.test(text);
