import { compareText, type Property } from "@dhis2w/model";
import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel } from "../plan/core-plan.ts";
import { propertyKey, stringLiteral } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { type Statement, typescriptFile } from "./typescript-file.ts";

/** `interface Presets`: what `:owner` and `:persisted` give of each model with a schema. */
export function presetTable(plan: CorePlan): GeneratedFile {
  const imports = new TypeImports();
  const rows = plan.models
    .filter(({ model }) => model.kind === "schema")
    .map((planned) => ({ name: planned.model.name, columns: columns(planned) }));
  const usual = usualNames(rows.map(({ columns: [both] }) => both));
  const properties = rows.map(({ name, columns: [both, owner, persisted] }) => {
    const hasUsual = usual.length > 0 && usual.every((one) => both.includes(one));
    const rest = union(both.filter((one) => !(hasUsual && usual.includes(one))));
    const texts = [
      [hasUsual ? usualName : "", rest].filter((text) => text !== "").join(" | "),
      union(owner),
      union(persisted),
    ];
    while (texts.at(-1) === "") texts.pop();
    const parameters = texts.map((text) => text || "never").join(", ");
    const type = imports.use("@dhis2w/query", "PresetNames");
    return { name: propertyKey(name), type: parameters === "" ? type : `${type}<${parameters}>` };
  });
  return typescriptFile("src/generated/presets.ts", [
    ...imports.statements(),
    ...(usual.length === 0 ? [] : [usualAlias(usual)]),
    {
      kind: StructureKind.Interface,
      name: "Presets",
      isExported: true,
      docs: ["What the presets `:owner` and `:persisted` of `fields` give of each model: both, or only one."],
      properties,
    },
  ]);
}

/** Name of the type of {@link usualNames}. */
const usualName = "Usual";

/** The names that both presets give of many models: those that are most text less when they are written once. */
function usualNames(rows: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const name of rows.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byCount = [...counts].sort(([a, one], [b, other]) => other - one || compareText(a, b));
  let best: { readonly names: string[]; readonly saved: number } = { names: [], saved: 0 };
  const names: string[] = [];
  let users = rows;
  for (const [name] of byCount) {
    names.push(name);
    users = users.filter((row) => row.includes(name));
    if (users.length < 2) break;
    const saved = (users.length - 1) * (union(names).length - usualName.length) - aliasLength;
    if (saved > best.saved) best = { names: [...names].sort(compareText), saved };
  }
  return best.names;
}

/** What is written about them. */
const usualDoc = "What both presets give of many models.";

/** How long the alias is besides its names. */
const aliasLength = `/** ${usualDoc} */\ntype ${usualName} = ;\n`.length;

const usualAlias = (names: readonly string[]): Statement => ({
  kind: StructureKind.TypeAlias,
  name: usualName,
  docs: [usualDoc],
  type: union(names),
});

const union = (names: readonly string[]): string => names.map(stringLiteral).join(" | ");

/** The names that both presets give, that `:owner` alone gives, and that `:persisted` alone gives. */
function columns({ properties }: PlannedModel): [both: string[], owner: string[], persisted: string[]] {
  const names = (isWanted: (property: Property) => boolean): string[] =>
    properties.filter((property) => property.readable && isWanted(property)).map(({ name }) => name);
  return [
    names(({ owner, persisted }) => owner && persisted),
    names(({ owner, persisted }) => owner && !persisted),
    names(({ owner, persisted }) => !owner && persisted),
  ];
}
