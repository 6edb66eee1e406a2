import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** sha256 of texts, in hex; where one ends and the next begins counts. */
export function sha256(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest("hex");
}

/** The modules that decide what is generated from a document, relative to this folder and without ending. */
export const decidingModules: readonly string[] = [
  "../emit/typescript-file",
  "../text/escape",
  "declare",
  "document",
  "files",
  "layout",
  "media-type",
  "parameter",
  "repair/apply",
  "repair/apply-to-operations",
  "repair/apply-to-references",
  "repair/apply-to-schemas",
  "repair/apply-to-unions",
  "repair/change-schemas",
  "repair/operation-repairs",
  "repair/reference-repairs",
  "repair/repair",
  "repair/repairs",
  "repair/required-repairs",
  "repair/schema-repairs",
  "repair/union-repairs",
  "repair/web-message-responses",
  "rewrite",
  "routes",
];

/** Hash of everything that decides what is generated from a document: itself, this program, openapi-typescript. */
export function inputsHash(document: string): string {
  return sha256(document, ...program());
}

let texts: readonly string[] | undefined;

/** The modules as they run, and the version of openapi-typescript. */
function program(): readonly string[] {
  if (texts) return texts;
  const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const { version } = createRequire(import.meta.url)("openapi-typescript/package.json") as {
    version: string;
  };
  texts = [
    version,
    ...decidingModules.map((name) => readFileSync(new URL(`./${name}${ending}`, import.meta.url), "utf8")),
  ];
  return texts;
}
