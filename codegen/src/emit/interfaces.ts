import type { Property } from "@dhis2w/model";
import type { InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel } from "../plan/core-plan.ts";
import { propertyKey } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { type Member, membersBeside, sharedMembers } from "./inherited-members.ts";
import { type Side, TypeText } from "./type-text.ts";
import { type Statement, typescriptFile } from "./typescript-file.ts";

/** An interface of a model, for one side. */
export interface ModelInterface {
  readonly planned: PlannedModel;
  readonly name: string;
  readonly doc: string;
  readonly properties: readonly Property[];
  readonly isOptional: (property: Property) => boolean;
  /** Further statements of the file. */
  readonly beside?: (imports: TypeImports) => Statement[];
}

/** How the interfaces of one side are printed. */
export interface InterfaceStyle {
  readonly side: Side;
  /** `models` or `writes`, below `src/generated`. */
  readonly folder: string;
  /** Name and comment of the interface that identifiable objects extend. */
  readonly baseName: string;
  readonly baseDoc: string;
  readonly propertyDoc: (property: Property) => string;
}

const baseFile = "identifiable-object";

/** A file for each interface, and one for what the interfaces of all identifiable objects have. */
export function interfaceFiles(
  plan: CorePlan,
  interfaces: readonly ModelInterface[],
  style: InterfaceStyle,
): GeneratedFile[] {
  const path = (file: string): string => `src/generated/${style.folder}/${file}.ts`;
  const declare = (declared: ModelInterface, imports: TypeImports): readonly Member[] => {
    const types = new TypeText(plan, imports, style.side, declared.planned);
    return declared.properties.map((property) =>
      memberOf(property, types, declared.isOptional(property), style),
    );
  };
  const identifiable = interfaces.filter(({ planned }) => isIdentifiableSchema(planned));
  const base = sharedMembers(identifiable.map((declared) => declare(declared, new TypeImports())));

  const files = interfaces.map((declared) => {
    const { planned, beside } = declared;
    const imports = new TypeImports();
    const all = declare(declared, new TypeImports());
    const own = base.length > 0 && isIdentifiableSchema(planned) ? membersBeside(all, base) : undefined;
    const kept = new Set((own ?? all).map(({ property }) => property));
    const properties = declared.properties.filter((property) => kept.has(property));
    const structure: InterfaceDeclarationStructure = {
      ...interfaceOf(declared.name, declared.doc, declare({ ...declared, properties }, imports)),
      ...(own !== undefined && { extends: [imports.use(`./${baseFile}.ts`, style.baseName)] }),
      ...(planned.model.indexType !== undefined && {
        indexSignatures: [{ keyName: "key", keyType: "string", returnType: "unknown" }],
      }),
    };
    const further = beside?.(imports) ?? [];
    return typescriptFile(path(planned.file), [...imports.statements(), structure, ...further]);
  });
  return base.length === 0 ? files : [...files, baseInterface(plan, base, style, path(baseFile))];
}

const isIdentifiableSchema = ({ model }: PlannedModel): boolean =>
  model.kind === "schema" && model.identifiable;

function baseInterface(
  plan: CorePlan,
  base: readonly Member[],
  style: InterfaceStyle,
  path: string,
): GeneratedFile {
  const imports = new TypeImports();
  const types = new TypeText(plan, imports, style.side);
  const members = base.map(({ property, printed }) =>
    memberOf(property, types, printed.hasQuestionToken === true, style),
  );
  const structure = interfaceOf(style.baseName, style.baseDoc, members);
  return typescriptFile(path, [...imports.statements(), structure]);
}

const interfaceOf = (
  name: string,
  doc: string,
  members: readonly Member[],
): InterfaceDeclarationStructure => ({
  kind: StructureKind.Interface,
  name,
  isExported: true,
  docs: [doc],
  properties: members.map(({ printed }) => printed),
});

function memberOf(
  property: Property,
  types: TypeText,
  hasQuestionToken: boolean,
  { side, propertyDoc }: InterfaceStyle,
): Member {
  const type = types.of(property.type);
  const doc = propertyDoc(property);
  return {
    property,
    printed: {
      name: propertyKey(property.name),
      type: side === "read" && property.nullable === true ? `${type} | null` : type,
      hasQuestionToken,
      ...(doc !== "" && { docs: [doc] }),
    },
  };
}
