import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

/**
 * @typedef {object} WorkspacePackage
 * @property {string} folder relative to the root
 * @property {{ name: string, version: string, private?: boolean, dependencies?: Record<string, string> }} manifest
 */

/** The packages of the workspace that others may import. @returns {WorkspacePackage[]} */
export function workspacePackages() {
  const below = (/** @type {string} */ folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  return ["codegen", ...below("packages"), ...below("packages/accessors")]
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")),
    }));
}

/**
 * A folder, out of git, where a program finds every package of the workspace, so that no release has to be named in
 * the package.json of what looks at each. Below `tooling`, whose own dependencies it finds too.
 */
export function workspaceFolder() {
  const folder = join(root, "tooling/.workspace");
  for (const { folder: target, manifest } of workspacePackages()) {
    const link = join(folder, "node_modules", manifest.name);
    mkdirSync(join(link, ".."), { recursive: true });
    try {
      symlinkSync(join(root, target), link, "junction");
    } catch (error) {
      if (!existsSync(link)) throw error; // Another check made it.
    }
  }
  return folder;
}
