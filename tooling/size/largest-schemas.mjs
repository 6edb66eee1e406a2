import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../steps.mjs";
import { workspaceFolder } from "../workspace.mjs";
import { inBrowser } from "./in-browser.mjs";

/**
 * The schemas of a release that have most to say beside zod, by the gzip of their own text with all that they embed:
 * all are bundled, which takes a second, since zod itself is left out.
 *
 * @param {string} version
 * @param {number} count
 * @returns {Promise<{ name: string, subpath: string }[]>}
 */
export async function largestSchemas(version, count) {
  const folder = join(root, `packages/client-${version}/src/schemas`);
  const schemas = readdirSync(folder).flatMap((file) => {
    const subpath = file.replace(/\.ts$/, "");
    const names = new Set(readFileSync(join(folder, file), "utf8").match(/\b\w+Schema\b/g));
    return [...names].map((name) => ({ name, subpath, entry: `${subpath}/${name}` }));
  });
  const { outputFiles } = await build({
    entryPoints: schemas.map(({ entry }) => ({ in: `schema:${entry}`, out: entry })),
    plugins: [
      {
        name: "schemas",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^schema:/ }, ({ path }) => ({ path, namespace: "schema" }));
          onLoad({ filter: /.*/, namespace: "schema" }, ({ path }) => {
            const [subpath, name] = path.replace("schema:", "").split("/");
            return {
              contents: `export { ${name} } from "@dhis2w/client-${version}/schemas/${subpath}";`,
              resolveDir: workspaceFolder(),
            };
          });
        },
      },
    ],
    external: ["zod/*"],
    outdir: "/",
    ...inBrowser,
  });
  const sizes = new Map(outputFiles.map(({ path, contents }) => [path, gzipSync(contents).length]));
  return schemas
    .map((schema) => ({ ...schema, bytes: sizes.get(`/${schema.entry}.js`) ?? 0 }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count);
}
