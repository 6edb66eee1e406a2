import type { ServerModel } from "@dhis2w/model";
import { type Project, ts } from "ts-morph";
import { clientDeclarations } from "./client.ts";
import { modelDeclarations } from "./models.ts";

/**
 * A client of a release that is there for the compiler only. A program that is checked against it, instead of the
 * client that it installs, tells of each of its expressions which model, property, resource or enum of the release
 * it is: the compiler follows names through variables, functions, files and the program's own types.
 */
export interface StandIn {
  /** The property of a model that a symbol is, however its type was made of the model's. */
  property(symbol: ts.Symbol | undefined): ModelProperty | undefined;
  /** The resource, by its key on the client, that a symbol is. */
  resource(symbol: ts.Symbol | undefined): string | undefined;
  /** The member of an enum, `ValueType.NUMBER`, that a symbol is. */
  enumMember(symbol: ts.Symbol | undefined): EnumMember | undefined;
  /** The enum of a type, of one of its members, or of one of its alternatives. */
  enumOf(type: ts.Type | undefined): string | undefined;
  /** The models whose objects a type, or one of its alternatives, holds. */
  modelsOf(type: ts.Type): readonly ModelShape[];
  /** Whether a symbol is one of the client's own. */
  isOurs(symbol: ts.Symbol): boolean;
  /** `Resource.list`, `Connection.request`: what of the client's own declarations a symbol is. */
  member(symbol: ts.Symbol | undefined): string | undefined;
}

export interface ModelProperty {
  readonly model: string;
  readonly name: string;
  /** Of the shape that is sent. */
  readonly isWritten: boolean;
}

export interface EnumMember {
  readonly enum: string;
  readonly name: string;
}

export interface ModelShape {
  readonly model: string;
  /** `create` where all that is required must be there. */
  readonly shape: "read" | "create" | "update";
}

/** Lets a program, whose files are not read yet, import the stand-in where it imports that release's client or core. */
export function installStandIn(project: Project, folder: string, server: ServerModel): StandIn {
  const at = (name: string): string => `${folder}/.dhis2w-impact/${name}.d.ts`;
  const { paths } = project.compilerOptions.get();
  const ours = [`@dhis2w/client-${server.source.id}`, `@dhis2w/core-${server.source.id}`].flatMap(
    (name): [string, string[]][] => [
      [name, [at("client")]],
      [`${name}/*`, [at("client")]],
    ],
  );
  project.compilerOptions.set({ paths: { ...paths, ...Object.fromEntries(ours) } });
  project.createSourceFile(at("models"), modelDeclarations(server));
  project.createSourceFile(at("client"), clientDeclarations(server));

  const models = new Set(server.models.map(({ name }) => name));
  const inFile = (symbol: ts.Symbol | undefined, name: string): ts.Declaration | undefined =>
    symbol?.declarations?.find((declaration) => declaration.getSourceFile().fileName === at(name));
  const ownerName = (declaration: ts.Declaration): string => {
    const { parent } = declaration;
    return ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent) ? parent.name.text : "";
  };

  const enumMember = (symbol: ts.Symbol | undefined): EnumMember | undefined => {
    const declaration = inFile(symbol, "models");
    if (symbol === undefined || declaration === undefined || !ts.isEnumMember(declaration)) return undefined;
    return { enum: ownerName(declaration), name: symbol.name };
  };
  const enumOf = (type: ts.Type | undefined): string | undefined => {
    if (type === undefined) return undefined;
    const declaration = inFile(type.symbol, "models");
    if (declaration !== undefined && ts.isEnumDeclaration(declaration)) return type.symbol.name;
    const member = enumMember(type.symbol);
    if (member !== undefined) return member.enum;
    return type.isUnion() ? type.types.map(enumOf).find((name) => name !== undefined) : undefined;
  };
  const shapeOf = (name: string): ModelShape | undefined => {
    if (models.has(name)) return { model: name, shape: "read" };
    const [, model = "", suffix] = /^(.+)(Create|Update)$/.exec(name) ?? [];
    if (!models.has(model)) return undefined;
    return { model, shape: suffix === "Create" ? "create" : "update" };
  };

  return {
    property(symbol) {
      const declaration = inFile(symbol, "models");
      if (symbol === undefined || declaration === undefined || !ts.isPropertySignature(declaration))
        return undefined;
      const shape = shapeOf(ownerName(declaration));
      return shape && { model: shape.model, name: symbol.name, isWritten: shape.shape !== "read" };
    },
    resource(symbol) {
      const declaration = inFile(symbol, "client");
      if (symbol === undefined || declaration === undefined) return undefined;
      return ["Resources", "ResourceRows", "MetadataBundle"].includes(ownerName(declaration))
        ? symbol.name
        : undefined;
    },
    enumMember,
    enumOf,
    isOurs: (symbol) => inFile(symbol, "models") !== undefined || inFile(symbol, "client") !== undefined,
    modelsOf: (type) =>
      (type.isUnionOrIntersection() ? type.types : [type]).flatMap((one) => {
        if (inFile(one.symbol, "models") === undefined) return [];
        const shape = shapeOf(one.symbol.name);
        return shape === undefined ? [] : [shape];
      }),
    member(symbol) {
      const declaration = inFile(symbol, "client");
      if (symbol === undefined || declaration === undefined) return undefined;
      const owner = ownerName(declaration);
      return owner === "" ? symbol.name : `${owner}.${symbol.name}`;
    },
  };
}
