import { compareText, type ServerModel } from "@dhis2w/model";
import { StructureKind } from "ts-morph";
import type { CorePlan } from "../plan/core-plan.ts";
import { objectKey, stringLiteral } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { exportedConst, objectLiteral, typeImport, typescriptFile } from "./typescript-file.ts";

/** `server`: version, build, and how this release behaves where releases differ. */
export function serverDescription(plan: CorePlan): GeneratedFile {
  const { source, quirks } = plan.server;
  const behaviours = quirks
    .filter(({ client }) => client)
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, value }): [string, string] => [
      objectKey(name),
      typeof value === "string" ? stringLiteral(value) : String(value),
    ]);
  return typescriptFile("src/generated/server.ts", [
    typeImport("@dhis2w/query", ["ServerDescription"]),
    exportedConst(
      "server",
      objectLiteral([
        ["version", String(source.version)],
        ["release", stringLiteral(source.release)],
        ["revision", stringLiteral(source.revision)],
        ["quirks", objectLiteral(behaviours)],
      ]),
      { type: "ServerDescription", doc: serverDoc(quirks) },
    ),
  ]);
}

/** Behaviours that were never recorded are said to be assumed. */
function serverDoc(quirks: ServerModel["quirks"]): string {
  const assumed = quirks.filter(({ client }) => client).flatMap(({ assumedFrom }) => assumedFrom ?? []);
  const what = "The release that this package was generated from.";
  if (assumed.length === 0) return what;
  const from = [...new Set(assumed)].sort(compareText).join(", ");
  return `${what} ${assumed.length} of its quirks are assumed to be as in ${from}, until they are recorded.`;
}

/** `interface Core`: the types that a client is built from. */
export function coreTypes(name: string, versions: readonly number[]): GeneratedFile {
  return typescriptFile("src/generated/core.ts", [
    typeImport("./models.ts", ["Models"]),
    typeImport("./resources.ts", ["Resources"]),
    {
      kind: StructureKind.Interface,
      name,
      isExported: true,
      docs: ["The types that a client is built from."],
      properties: [
        { docs: ["Major version of the server."], name: "version", type: versions.join(" | ") },
        { name: "models", type: "Models" },
        { name: "resources", type: "Resources" },
      ],
    },
  ]);
}
