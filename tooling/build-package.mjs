// `node ../../tooling/build-package.mjs [--sourcemap] [SOURCE…]`, in the folder of a package: tsc writes the declarations,
// esbuild the JavaScript, one file for each source that `exports` names or that is given, what they share apart
// (decision 0150).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { tool } from "./install.mjs";

const { values, positionals } = parseArgs({
  options: { sourcemap: { type: "boolean", default: false } },
  allowPositionals: true,
});
/** @type {{ exports: Record<string, string | { "@dhis2w/source"?: string }> }} */
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const named = Object.values(manifest.exports).flatMap((target) =>
  typeof target === "string" ? [] : (target["@dhis2w/source"] ?? []),
);

const { stdout, status } = spawnSync(tool("tsc"), ["-p", "tsconfig.build.json", "--listEmittedFiles"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
if (status !== 0) {
  console.error(stdout);
  process.exit(1);
}
const declarations = [...stdout.matchAll(/^TSFILE: (.+)$/gm)].map(([, file = ""]) => resolve(file));
const { metafile } = await build({
  entryPoints: [...named, ...positionals],
  outbase: "src",
  outdir: "dist",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  sourcemap: values.sourcemap,
  metafile: true,
  logLevel: "warning",
});

// What an earlier build made and this one did not would be published with it.
const made = new Set([...declarations, ...Object.keys(metafile.outputs).map((file) => resolve(file))]);
for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  const file = resolve(join(entry.parentPath, entry.name));
  if (!entry.isDirectory() && !made.has(file)) rmSync(file);
}
