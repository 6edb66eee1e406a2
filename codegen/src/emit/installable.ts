import { ownVersion } from "../own-version.ts";
import type { GeneratedFile, GeneratedFolder } from "./emitter.ts";

/** What our packages need of others: the ranges of the workspace's catalog, which does not travel with us. */
export const thirdParties: Readonly<Record<string, string>> = { typescript: "^5.9.3", zod: "^4.6.7" };

/**
 * A generated package as npm can install it, outside the workspace where its dependencies are: those that are
 * generated too lie beside it, our others come from the registry, of the generator's own version.
 */
export function installable(generated: GeneratedFolder): GeneratedFolder {
  const files = generated.files.map((file) => (file.path === "package.json" ? withRanges(file) : file));
  return { ...generated, files };
}

function withRanges(file: GeneratedFile): GeneratedFile {
  // Printed by an emitter: all of its packages have dependencies.
  const manifest = JSON.parse(file.text) as { readonly dependencies: Readonly<Record<string, string>> };
  const dependencies = Object.keys(manifest.dependencies).map((name) => [name, rangeOf(name)]);
  const changed = {
    ...manifest,
    dependencies: Object.fromEntries(dependencies),
    devDependencies: { typescript: rangeOf("typescript") },
  };
  return { ...file, text: `${JSON.stringify(changed, null, 2)}\n` };
}

function rangeOf(name: string): string {
  const [, beside] = /^@dhis2w\/((?:core|client)-.+)$/.exec(name) ?? [];
  if (beside !== undefined) return `file:../${beside}`;
  return thirdParties[name] ?? `^${ownVersion()}`;
}
