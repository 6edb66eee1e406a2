import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "../install.mjs";
import { required, root } from "../steps.mjs";

/** Folders that may hold a published package. */
const homes = [
  "codegen",
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`),
  ...readdirSync(join(root, "packages/accessors")).map((name) => `packages/accessors/${name}`),
];

/**
 * @typedef {object} Packed
 * @property {string} name
 * @property {string} tarball path of the packed file
 * @property {readonly string[]} dependencies names of all its run-time dependencies
 * @property {boolean} hasReadme
 */

/**
 * Packs every published package into that folder.
 * @param {string} destination
 * @returns {Promise<Packed[]>}
 */
export async function packAll(destination) {
  const published = homes.flatMap((folder) => {
    const manifest = manifestOf(folder);
    if (manifest === undefined || manifest.private === true) return [];
    return [{ ...manifest, hasReadme: existsSync(join(root, folder, "README.md")) }];
  });
  const filters = published.map(({ name }) => `--filter=${name}`);
  await required("pack", tool("pnpm"), ["-r", ...filters, "pack", "--pack-destination", destination], {
    quiet: true,
  });
  return published.map(({ name, version, dependencies = {}, hasReadme }) => ({
    name,
    hasReadme,
    tarball: join(destination, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`),
    dependencies: Object.keys(dependencies),
  }));
}

/**
 * A package with everything of ours that it depends on: what npm would fetch for it.
 * @param {readonly Packed[]} packed
 * @param {readonly string[]} names
 * @returns {Packed[]}
 */
export function withDependencies(packed, names) {
  const wanted = new Set(names);
  for (const name of wanted) {
    for (const dependency of packed.find((each) => each.name === name)?.dependencies ?? [])
      wanted.add(dependency);
  }
  return packed.filter(({ name }) => wanted.has(name));
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, private?: boolean, dependencies?: Record<string, string> } | undefined}
 */
function manifestOf(folder) {
  try {
    return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  } catch {
    return undefined; // A folder of packages, such as `packages/accessors`.
  }
}
