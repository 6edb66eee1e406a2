import type { Property } from "@dhis2w/model";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { enumOf, model, property, server } from "../../test/small-server.ts";
import { schemaNameOf } from "../plan/core-plan.ts";
import { identifier } from "../text/escape.ts";
import { corePackage } from "./core-package.ts";

/** Bits that would leave a comment, a literal, an object or a path, if they were let. */
const hostileBit = fc.constantFrom(
  "*/",
  "/*",
  "//",
  "`",
  "$\u{7b}process.exit()}",
  '"',
  "'",
  "\\",
  "\n",
  "\r",
  "\u2028",
  "\u0000",
  "}",
  "{",
  ";",
  "=",
  "export const evil = 1",
  "../",
  "constructor",
  "__proto__",
  "class",
  "Map",
  "Array",
  "Record",
  "string",
  "a",
  "é",
  "\ud800",
);
const hostileText = fc.array(hostileBit, { minLength: 1, maxLength: 5 }).map((bits) => bits.join(""));
const hostileNames = fc.uniqueArray(hostileText, { minLength: 1, maxLength: 5 });

const hostileServer = fc
  .record({ models: hostileNames, properties: hostileNames, members: hostileNames, text: hostileText })
  .map(({ models, properties, members, text }) => {
    const described = properties.map(
      (name): Property =>
        property(name, {
          description: text,
          type: {
            kind: "union",
            members: [
              { kind: "literal", value: text },
              { kind: "ref", model: text },
              { kind: "enum", name: `${text}Enum` },
              ...models.map((other) => ({ kind: "embedded", model: other }) as const),
            ],
          },
        }),
    );
    return server({
      source: { id: "v42", version: 42, release: text, revision: text },
      models: models.map((name) => model(name, described, { description: text })),
      enums: [enumOf(`${text}Enum`, members)],
      resources: models.map((name) => ({ name, path: text, model: name, attributable: true })),
      quirks: [{ id: "BUG-001", name: text, value: text, client: true }],
    });
  })
  .filter(
    (made) =>
      new Set(made.models.flatMap(({ name }) => [name, `${name}Create`].map(schemaNameOf))).size ===
      made.models.length * 2,
  );

test("whatever the names and texts, what is made parses and declares the expected names only", () => {
  fc.assert(
    fc.property(hostileServer, (made) => {
      if (corePackage.scope !== "release") throw new Error("a core belongs to one release");
      const { files } = corePackage.emit({ row: { id: "v42", accessors: [] }, server: made });
      const sources = files.filter(({ path }) => path.endsWith(".ts"));
      for (const { path, text } of sources) expect([path, syntaxErrors(text)]).toEqual([path, []]);

      // Names that many models share are a type of their own, where that is less text.
      const presets = sources.find(({ path }) => path === "src/generated/presets.ts");
      const usual = presets?.text.includes("\ntype Usual = ") ? ["Usual"] : [];
      const [enumName = ""] = made.enums.map(({ name }) => identifier(name));
      const wanted = [
        "Core",
        "Models",
        "Presets",
        "Resources",
        "resources",
        "server",
        ...usual,
        enumName,
        enumName,
        ...made.models.flatMap(({ name }) =>
          ["", "Create", "Update"].map((suffix) => identifier(name) + suffix),
        ),
        ...made.models.flatMap(({ name }) =>
          ["", "Create"].map((suffix) => schemaNameOf(identifier(name) + suffix)),
        ),
      ];
      expect(sources.flatMap(({ text }) => declaredNames(text)).sort()).toEqual(wanted.sort());
      for (const { path } of files) expect(path).toMatch(/^[a-z0-9./-]+$|^README\.md$/);
    }),
    { numRuns: 60 },
  );
});

test.each(["Map", "Document", "Option", "Report", "Array", "Record", "Object", "String", "Date", "Partial"])(
  "a model named like the global '%s' shadows nothing that its file uses",
  (name) => {
    if (corePackage.scope !== "release") throw new Error("a core belongs to one release");
    const { files } = corePackage.emit({
      row: { id: "v42", accessors: [] },
      server: server({
        models: [
          model(name, [
            property("list", { type: { kind: "array", item: { kind: "text" } } }),
            property("map", { type: { kind: "map", value: { kind: "text" } } }),
            property("own", { type: { kind: "embedded", model: name } }),
          ]),
        ],
      }),
    });
    const file = files.find(({ path }) => path === "src/generated/models.ts");
    expect(file?.text).toContain(
      `export interface ${name} {\n  list?: string[];\n  map?: { [key: string]: string };\n  own?: ${name};\n}\n`,
    );
  },
);

/** What the parser complains of; `transpileModule` tells it too, and takes fifty times as long. */
function syntaxErrors(text: string): string[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022);
  if (!("parseDiagnostics" in source)) throw new Error("this TypeScript keeps no list of syntax errors");
  const found = source.parseDiagnostics as ts.Diagnostic[]; // internal, there since TypeScript 1
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("a syntax error would be noticed", () => {
  expect(syntaxErrors("export interface A { b: }")).toEqual(["Type expected."]);
});

/** Names that a file declares; re-exports declare none. */
function declaredNames(text: string): string[] {
  const { statements } = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022);
  return statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      return [statement.name.text];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) =>
        ts.isIdentifier(name) ? name.text : "?",
      );
    return ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
      ? []
      : [`? ${statement.kind}`];
  });
}
