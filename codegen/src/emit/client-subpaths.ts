import { compareText } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";
import { type SubpathExports, subpathExports } from "./client-exports.ts";
import type { GeneratedFile } from "./emitter.ts";
import {
  exportedConst,
  exportList,
  type Statement,
  typeImport,
  typescriptFile,
  valueImport,
} from "./typescript-file.ts";

/** Subpaths of a client for the accessors that it does not carry itself → source file without folder and ending. */
export const subpathEntries = (ids: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(ids.map((id) => [`./${id}`, id]));

/** A file for each subpath: its accessors typed by the release, and the types that their users name. */
export const subpathFiles = (core: string, ids: readonly string[] = []): GeneratedFile[] =>
  ids.map((id) => {
    const { typed, untyped = {}, types } = exportsOf(id);
    const classes = [...Object.keys(typed), ...Object.keys(untyped)].sort(compareText);
    const make = (name: string): Statement => {
      const made = name.slice(0, 1).toLowerCase() + name.slice(1);
      return exportedConst(made, `create${name}`, {
        type: `(client: Connection) => ${name}${name in typed ? "<Core>" : ""}`,
        doc: `${typed[name] ?? untyped[name]}: \`${made}(dhis2)\`.`,
      });
    };
    return typescriptFile(`src/${id}.ts`, [
      typeImport(core, ["Core"]),
      typeImport("@dhis2w/runtime", ["Connection"]),
      typeImport(`@dhis2w/${id}`, classes),
      valueImport(
        `@dhis2w/${id}`,
        classes.map((name) => `create${name}`),
      ),
      ...classes.map(make),
      exportList(`@dhis2w/${id}`, [...classes, ...types], "types"),
    ]);
  });

function exportsOf(id: string): SubpathExports {
  const found = subpathExports[id];
  if (found !== undefined) return found;
  throw new Diagnostic({
    code: "GENERATE.BAD_VERSIONS",
    summary: `There is no subpath '${id}'`,
    why: "The generator has to know what a client hands on by it.",
    next: `Name one of ${Object.keys(subpathExports).join(", ")} in "subpaths", or add it to client-exports.ts.`,
  });
}
