// Compiles texts as MDX with GitHub's tables, as Docusaurus does; reads and writes a line of JSON for each.

import { createInterface } from "node:readline";
import { compile } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";

for await (const line of createInterface({ input: process.stdin })) {
  let fault = "";
  try {
    await compile(JSON.parse(line), { remarkPlugins: [remarkGfm] });
  } catch (error) {
    fault = `${error.line ?? 0}: ${error.message}`;
  }
  console.log(JSON.stringify(fault));
}
