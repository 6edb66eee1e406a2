import { readFileSync } from "node:fs";

/** The version of this package, with which all of ours are published together. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version; // our own package.json
}
