import type { Property } from "@dhis2w/model";
import type { InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel } from "../plan/core-plan.ts";
import { propertyKey } from "../text/escape.ts";
import type { TypeImports } from "./imports.ts";
import { type Base, declareBases, inherit, type Member } from "./inherited-members.ts";
import { type Side, TypeText } from "./type-text.ts";
import type { Statement } from "./typescript-file.ts";

/** An interface of a model, for one side. */
export interface ModelInterface {
  readonly planned: PlannedModel;
  readonly name: string;
  readonly doc: string;
  readonly properties: readonly Property[];
  readonly isOptional: (property: Property) => boolean;
  /** Statements that follow it. */
  readonly beside?: readonly Statement[];
}

/** How the interfaces of one side are printed. */
export interface InterfaceStyle {
  readonly side: Side;
  /** Interfaces that those of identifiable objects extend: each extends the one before, and these the last they can. */
  readonly bases: readonly Base[];
  readonly propertyDoc: (property: Property) => string;
}

/** The interfaces of what identifiable objects have in common, and those of the models. */
export function interfaceStatements(
  plan: CorePlan,
  interfaces: readonly ModelInterface[],
  style: InterfaceStyle,
  imports: TypeImports,
): Statement[] {
  const types = new TypeText(plan, imports, style.side);
  const declare = ({ properties, isOptional }: ModelInterface): readonly Member[] =>
    properties.map((property) => memberOf(property, types, isOptional(property), style));
  const bases = declareBases(
    style.bases,
    interfaces.filter(({ planned }) => isIdentifiableSchema(planned)).map(declare),
  );

  const statements = interfaces.flatMap((declared): Statement[] => {
    const { planned, name, doc, beside = [] } = declared;
    const { parent, own } = inherit(declare(declared), isIdentifiableSchema(planned) ? bases : []);
    const structure: InterfaceDeclarationStructure = {
      ...interfaceOf(name, doc, own, parent),
      ...(planned.model.indexType !== undefined && {
        indexSignatures: [{ keyName: "key", keyType: "string", returnType: "unknown" }],
      }),
    };
    return [structure, ...beside];
  });
  return [
    ...bases.map(({ base, own, parent }) => interfaceOf(base.name, base.doc, own, parent)),
    ...statements,
  ];
}

const isIdentifiableSchema = ({ model }: PlannedModel): boolean =>
  model.kind === "schema" && model.identifiable;

const interfaceOf = (
  name: string,
  doc: string,
  members: readonly Member[],
  parent: string | undefined,
): InterfaceDeclarationStructure => ({
  kind: StructureKind.Interface,
  name,
  isExported: true,
  docs: [doc],
  ...(parent !== undefined && { extends: [parent] }),
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
