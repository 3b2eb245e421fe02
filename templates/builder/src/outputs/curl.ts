// A call of the vendor's API with curl; variables of the environment stand for the secrets.

import type { Json } from "../checks/data.ts";

export interface Call {
  url: string;
  scheme: string;
  token: string;
}

/** Returns a shell command; `secrets` are the references in the request that are secrets. */
export function curlText({ url, scheme, token }: Call, request: Json, secrets: string[]): string {
  return [
    `curl --request POST '${url}' \\`,
    `  --header "Authorization: ${scheme} $${token}" \\`,
    "  --header 'Content-Type: application/json' \\",
    "  --data @- <<JSON",
    inShell(JSON.stringify(request, null, 2), secrets),
    "JSON",
    "",
  ].join("\n");
}

/** Returns text of a here-document in which only the secrets are expanded. */
function inShell(text: string, secrets: string[]): string {
  const escaped = text.replaceAll(/[\\$`]/g, "\\$&");
  return secrets.reduce((made, each) => {
    const [, name] = /^\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(each) ?? [];
    return name ? made.replaceAll(`"\\${each}"`, `"\${${name}}"`) : made;
  }, escaped);
}
