// Bundles the configuration builder into `dist`: `node build.mjs`, after `npm ci --ignore-scripts`.
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
