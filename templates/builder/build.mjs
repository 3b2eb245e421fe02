// Bundles the configuration builder into `dist`: `node build.mjs`, after `npm ci --ignore-scripts`.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/main.tsx"],
  outfile: "dist/builder.js",
  bundle: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  target: "es2022",
  legalComments: "linked",
  // The library's own tests import it.
  alias: { "@rjsf/validator-ajv8": "./src/form/noValidator.ts" },
  define: { "process.env.NODE_ENV": '"production"' },
});

const size = gzipSync(readFileSync(`${import.meta.dirname}/dist/builder.js`), { level: 9 }).length;
console.log(`builder.js: ${Math.round(size / 1000)} KB, compressed`);
