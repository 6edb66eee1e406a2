import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../steps.mjs";
import { workspaceFolder } from "../workspace.mjs";
import { inBrowser } from "./in-browser.mjs";

/**
 * How large a program is with each schema of a release, min + gzip, the largest first. All programs are bundled in one
 * run, which takes seconds: no estimate has to choose some.
 *
 * @param {string} version
 * @param {(name: string, subpath: string) => string} programWith
 * @returns {Promise<{ name: string, bytes: number }[]>}
 */
export async function sizesWithSchemas(version, programWith) {
  const folder = join(root, `packages/client-${version}/src/schemas`);
  const programs = new Map(
    readdirSync(folder).flatMap((file) => {
      const names = new Set(readFileSync(join(folder, file), "utf8").match(/\b\w+Schema\b/g));
      return [...names].map((name) => [name, programWith(name, file.replace(/\.ts$/, ""))]);
    }),
  );
  const { outputFiles } = await build({
    entryPoints: [...programs.keys()].map((name) => ({ in: `program:${name}`, out: name })),
    plugins: [
      {
        name: "programs",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^program:/ }, ({ path }) => ({
            path: path.replace("program:", ""),
            namespace: "program",
          }));
          onLoad({ filter: /.*/, namespace: "program" }, ({ path }) => ({
            contents: programs.get(path) ?? "",
            resolveDir: workspaceFolder(),
          }));
        },
      },
    ],
    outdir: "/",
    ...inBrowser,
  });
  return outputFiles
    .map(({ path, contents }) => ({
      name: path.replace(/^.*\/|\.js$/g, ""),
      bytes: gzipSync(contents, { level: 9 }).length,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}
