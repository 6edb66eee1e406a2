import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { tool } from "../install.mjs";
import { required, root } from "../steps.mjs";
import { workspacePackages } from "../workspace.mjs";

/**
 * @typedef {object} Packed
 * @property {string} name
 * @property {string} tarball path of the packed file
 * @property {readonly string[]} dependencies names of all its run-time dependencies
 */

/**
 * Packs every published package into that folder.
 * @param {string} destination
 * @returns {Promise<Packed[]>}
 */
export async function packAll(destination) {
  mkdirSync(destination, { recursive: true });
  /** @type {Packed[]} */
  const packed = [];
  for (const { folder, manifest } of workspacePackages()) {
    if (manifest.private === true) continue;
    await required(`pack ${manifest.name}`, tool("pnpm"), ["pack", "--pack-destination", destination], {
      quiet: true,
      cwd: join(root, folder),
    });
    packed.push({
      name: manifest.name,
      tarball: join(
        destination,
        `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`,
      ),
      dependencies: Object.keys(manifest.dependencies ?? {}),
    });
  }
  return packed;
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
