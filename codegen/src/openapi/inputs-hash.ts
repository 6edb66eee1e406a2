import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareText } from "@dhis2w/model";

/** sha256 of a text, in hex. */
export function sha256(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest("hex");
}

/** Hash of everything that decides what is generated from a document: the document, this program, openapi-typescript. */
export function inputsHash(document: string): string {
  return sha256(document, ...program());
}

let texts: readonly string[] | undefined;

/** The modules of this folder as they run, and the version of openapi-typescript. */
function program(): readonly string[] {
  if (texts) return texts;
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const modules = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.d|\.test|\.types)\.[jt]s$/.test(name))
    .sort(compareText);
  const { version } = createRequire(import.meta.url)("openapi-typescript/package.json") as {
    version: string;
  };
  texts = [version, ...modules.map((name) => readFileSync(join(folder, name), "utf8"))];
  return texts;
}
