import type { Change } from "@dhis2w/model";
import { type CallExpression, Node, type ObjectLiteralExpression, type SourceFile } from "ts-morph";
import type { BreakingChanges, Usage } from "./breaking-changes.ts";
import { fieldPaths, leadingPath, type NamedPath } from "./field-paths.ts";
import { type ModelOf, resourceNamed } from "./model-of.ts";

/** A place in a program that a change meets. */
export interface Use {
  readonly change: Change;
  /** What is used there: `Option.sortOrder`. */
  readonly what: string;
  /** Position in the file's text. */
  readonly position: number;
}

const creates: ReadonlySet<string> = new Set(["create", "saveMany"]);
const writes: ReadonlySet<string> = new Set(["create", "saveMany", "patch", "replace"]);
const methods: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** All places of a file that a change meets. */
export function usesIn(
  file: SourceFile,
  changes: BreakingChanges,
  modelOf: ModelOf,
  importedTypes: ReadonlyMap<string, string>,
): Use[] {
  const uses: Use[] = [];
  const report = (found: readonly Change[], what: string, position: number): void => {
    for (const change of found) uses.push({ change, what, position });
  };

  file.forEachDescendant((node) => {
    if (Node.isPropertyAccessExpression(node)) access(node);
    else if (Node.isBindingElement(node)) binding(node);
    else if (Node.isCallExpression(node)) call(node);
    else if (Node.isImportSpecifier(node)) {
      const name = node.getName();
      if (importedTypes.has(node.getAliasNode()?.getText() ?? name))
        report(changes.ofType(name), name, node.getStart());
    } else if (Node.isVariableDeclaration(node)) {
      const literal = node.getInitializer();
      const type = node.getTypeNode();
      if (type !== undefined && Node.isObjectLiteralExpression(literal)) {
        const model = modelOf(node.getNameNode());
        const named = importedTypes.get(type.getText()) ?? "";
        if (model !== undefined) written(literal, model, named.endsWith("Create") ? "create" : "write");
      }
    }
  });
  return uses;

  function access(node: Node): void {
    const resource = resourceNamed(node);
    if (resource !== undefined) {
      report(changes.ofResource(resource), resource, nameStart(node));
      return;
    }
    if (!Node.isPropertyAccessExpression(node)) return;
    const owner = node.getExpression();
    const type = Node.isIdentifier(owner) ? importedTypes.get(owner.getText()) : undefined;
    if (type !== undefined)
      report(changes.ofEnumMember(type, node.getName()), `${type}.${node.getName()}`, nameStart(node));
    const model = modelOf(owner);
    if (model !== undefined)
      property(model, node.getName(), isAssigned(node) ? "write" : "read", nameStart(node));
  }

  function binding(node: Node): void {
    if (!Node.isBindingElement(node) || Node.isArrayBindingPattern(node.getParent())) return;
    const owner = node.getParent().getParent();
    const model =
      Node.isVariableDeclaration(owner) || Node.isParameterDeclaration(owner)
        ? modelOfPattern(owner)
        : undefined;
    const name = node.getPropertyNameNode()?.getText() ?? node.getName();
    if (model !== undefined) property(model, name, "read", node.getStart());
  }

  function modelOfPattern(owner: Node): string | undefined {
    if (Node.isVariableDeclaration(owner)) {
      const initializer = owner.getInitializer();
      if (initializer !== undefined) return modelOf(initializer);
      const loop = owner.getParent().getParent();
      return Node.isForOfStatement(loop) ? modelOf(loop.getExpression()) : undefined;
    }
    const callee = owner.getParent()?.getParent();
    if (!Node.isCallExpression(callee)) return undefined;
    const method = callee.getExpression();
    return Node.isPropertyAccessExpression(method) ? modelOf(method.getExpression()) : undefined;
  }

  function property(model: string, name: string, usage: Usage, position: number): void {
    report(changes.ofProperty(model, name, usage), `${model}.${name}`, position);
  }

  function call(node: CallExpression): void {
    const callee = node.getExpression();
    if (!Node.isPropertyAccessExpression(callee)) return;
    const method = callee.getName();
    const resource = resourceNamed(callee.getExpression());
    const model = resource === undefined ? undefined : changes.resourceModel(resource);
    if (model !== undefined) {
      for (const argument of node.getArguments()) options(argument, model, method);
      return;
    }
    if (method === "request")
      operation(textOf(node.getArguments()[0]), node.getArguments()[1], node.getArguments()[2]);
    else if (methods.has(method)) operation(method, node.getArguments()[0], node.getArguments()[1]);
  }

  /** Arguments of a resource's method: queries and bodies. */
  function options(argument: Node, model: string, method: string): void {
    const literal = literalOf(argument);
    if (writes.has(method)) {
      const bodies = Node.isArrayLiteralExpression(argument) ? argument.getElements() : [argument];
      for (const body of bodies) {
        // A name with a type of its own is looked at where it is declared.
        if (Node.isObjectLiteralExpression(body))
          written(body, model, creates.has(method) ? "create" : "write");
      }
    }
    if (literal === undefined || writes.has(method)) return;
    for (const [key, find, usage] of [
      ["fields", fieldPaths, "read"],
      ["filter", leadingPath, "read"],
      ["order", leadingPath, "order"],
    ] as const) {
      for (const text of textsOf(valueAt(literal, key))) {
        for (const named of find(text.value)) path(model, named, usage, text);
        if (key === "filter") filterValue(model, text);
      }
    }
  }

  function path(model: string, { path: names, offset }: NamedPath, usage: Usage, text: Text): void {
    let owner = model;
    for (const name of names.slice(0, -1)) {
      const type = changes.model(owner)?.properties.find((one) => one.name === name)?.type;
      const item = type?.kind === "array" ? type.item : type;
      if (item?.kind !== "ref" && item?.kind !== "embedded") return;
      owner = item.model;
    }
    const name = names.at(-1);
    if (name === undefined) return;
    property(owner, name, usage, placeIn(text, offset));
    if (usage === "order") property(owner, name, "read", placeIn(text, offset));
  }

  /** `valueType:eq:NUMBER`: a member of an enum as a text. */
  function filterValue(model: string, text: Text): void {
    const [, name = "", value = ""] = /^(\w+):(?:eq|ne|!eq|in|!in):\[?([^\]]*)\]?$/.exec(text.value) ?? [];
    for (const member of value.split(","))
      enumText(model, name, member, placeIn(text, text.value.indexOf(member)));
  }

  function enumText(model: string, name: string, member: string, position: number): void {
    const type = changes.model(model)?.properties.find((one) => one.name === name)?.type;
    const item = type?.kind === "array" ? type.item : type;
    if (item?.kind === "enum")
      report(changes.ofEnumMember(item.name, member), `${item.name}.${member}`, position);
  }

  function written(literal: ObjectLiteralExpression, model: string, usage: Usage): void {
    const names = new Set<string>();
    for (const member of literal.getProperties()) {
      if (!Node.isPropertyAssignment(member) && !Node.isShorthandPropertyAssignment(member)) continue;
      const name = member.getName().replaceAll(/^["']|["']$/g, "");
      names.add(name);
      property(model, name, usage, member.getStart());
      const value = Node.isPropertyAssignment(member) ? textOf(member.getInitializer()) : undefined;
      if (value !== undefined) enumText(model, name, value, member.getStart());
    }
    const spreads = literal.getProperties().some((member) => Node.isSpreadAssignment(member));
    if (usage !== "create" || spreads) return;
    for (const { property: name, change } of changes.newlyRequired(model))
      if (!names.has(name)) report([change], `${model}.${name}`, literal.getStart());
  }

  function operation(method: string | undefined, target: Node | undefined, options: Node | undefined): void {
    const path = pathOf(target);
    if (method === undefined || path === undefined || target === undefined) return;
    report(changes.ofOperation(method, path), `${method} ${path}`, target.getStart());
    const literal = literalOf(options);
    if (literal === undefined) return;
    const parameters = literalOf(valueAt(literal, "params"));
    const query =
      literalOf(valueAt(literal, "query")) ?? (parameters && literalOf(valueAt(parameters, "query")));
    for (const member of query?.getProperties() ?? []) {
      if (!Node.isPropertyAssignment(member) && !Node.isShorthandPropertyAssignment(member)) continue;
      const name = member.getName().replaceAll(/^["']|["']$/g, "");
      const found = changes.ofParameter(method, path, name);
      report(found, `${method} ${path} ${name}`, member.getStart());
    }
  }
}

const literalOf = (node: Node | undefined): ObjectLiteralExpression | undefined =>
  Node.isObjectLiteralExpression(node) ? node : undefined;

function valueAt(literal: ObjectLiteralExpression, key: string): Node | undefined {
  const member = literal.getProperty(key);
  return Node.isPropertyAssignment(member) ? member.getInitializer() : undefined;
}

interface Text {
  readonly value: string;
  /** Where its first letter stands in the file; where it is named, if it stands in another file. */
  readonly start: number;
  readonly isElsewhere?: boolean;
}

const placeIn = ({ start, isElsewhere }: Text, offset: number): number =>
  isElsewhere === true ? start : start + offset;

/** The texts of a value: one, a list of them, the path of a `where(…)`, or what a template begins with. */
function textsOf(node: Node | undefined): Text[] {
  if (node === undefined) return [];
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    return [{ value: node.getLiteralText(), start: node.getStart() + 1 }];
  if (Node.isTemplateExpression(node))
    return [{ value: node.getHead().getLiteralText(), start: node.getStart() + 1 }];
  if (Node.isArrayLiteralExpression(node)) return node.getElements().flatMap((element) => textsOf(element));
  if (Node.isCallExpression(node) && node.getExpression().getText() === "where")
    return textsOf(node.getArguments()[0]);
  if (Node.isIdentifier(node)) {
    const symbol = node.getSymbol();
    const [declaration] = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
    if (!Node.isVariableDeclaration(declaration)) return [];
    const texts = textsOf(declaration.getInitializer());
    if (declaration.getSourceFile() === node.getSourceFile()) return texts;
    return texts.map(({ value }) => ({ value, start: node.getStart(), isElsewhere: true }));
  }
  if (Node.isAsExpression(node) || Node.isSatisfiesExpression(node)) return textsOf(node.getExpression());
  return [];
}

function textOf(node: Node | undefined): string | undefined {
  return Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)
    ? node.getLiteralText()
    : undefined;
}

/** A path, with `{}` where a template puts a value. */
function pathOf(node: Node | undefined): string | undefined {
  if (!Node.isTemplateExpression(node)) return textOf(node);
  const spans = node.getTemplateSpans().map((span) => `{}${span.getLiteral().getLiteralText()}`);
  return node.getHead().getLiteralText() + spans.join("");
}

function nameStart(node: Node): number {
  return Node.isPropertyAccessExpression(node) ? node.getNameNode().getStart() : node.getStart();
}

function isAssigned(node: Node): boolean {
  const parent = node.getParent();
  return (
    Node.isBinaryExpression(parent) &&
    parent.getLeft() === node &&
    parent.getOperatorToken().getText() === "="
  );
}
