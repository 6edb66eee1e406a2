// What an editor shows: completions at each place of `fields`, hover texts, messages; and how long it takes.
import assert from "node:assert/strict";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../steps.mjs";

/** Longest wait for completions at the third level, in milliseconds, once the project is loaded. */
const longestWait = 150;

const file = join(root, "tooling/typecost/editor.mts");
let text = "";
let version = 0;
/** @type {ts.CompilerOptions} */
const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ["@dhis2w/source"],
  allowImportingTsExtensions: true,
};
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "0"),
  getScriptSnapshot: (name) => {
    const content = name === file ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  realpath: ts.sys.realpath ?? ((name) => name),
});

/** Puts a program into the editor; `¦` is the caret and is taken out. @param {string} body */
function write(body) {
  const program = `import type { Dhis2 } from "@dhis2w/client-v42";\ndeclare const dhis2: Dhis2;\nconst { dataElements } = dhis2.resources;\n${body}\n`;
  text = program.replace("¦", "");
  version += 1;
  return program.indexOf("¦");
}

/** What is offered at the caret of a `fields` text. @param {string} fields */
function offered(fields) {
  return offeredIn(`fields: "${fields}"`);
}

/** What is offered at the caret among the options of a list. @param {string} options */
function offeredIn(options) {
  const caret = write(`await dataElements.list({ ${options} });`);
  const entries = service.getCompletionsAtPosition(file, caret, {})?.entries ?? [];
  return entries.map(({ name }) => name).sort();
}

/** The hover text of what is before the caret, line by line; the order of keys is the compiler's affair. @param {string} body */
function hover(body) {
  const caret = write(body);
  const shown = ts.displayPartsToString(service.getQuickInfoAtPosition(file, caret)?.displayParts);
  return shown.split("\n").sort();
}

/** @param {string} body */
function messages(body) {
  write(body);
  return service
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

// The first question loads the project.
assert.deepEqual(messages(`await dataElements.list({ fields: "id,name" });`), []);

assert.deepEqual(offered("id,valueTy¦"), ["id,valueType", "id,valueTypeOptions"]);
assert.deepEqual(offered("shortN¦,id"), ["shortName,id"]);
assert.deepEqual(offered("id,categoryCombo[skip¦]"), ["id,categoryCombo[skipTotal]"]);
assert.deepEqual(offered("id,categoryCombo[skip¦],name"), ["id,categoryCombo[skipTotal],name"]);
assert.deepEqual(offered("*,!shar¦"), ["*,!sharing"]);
assert.deepEqual(offered(":own¦"), [":owner"]);
assert.deepEqual(offered("dataElementGroups~size,shortN¦"), ["dataElementGroups~size,shortName"]);
assert.ok(offered("¦").includes("categoryCombo"));
assert.ok(offered("id,¦").includes("id,categoryCombo"));
assert.ok(offered("categoryCombo[¦]").includes("categoryCombo[categories]"));
assert.deepEqual(offered("categoryCombo[id¦"), ["categoryCombo[id]"]);

// Filters: the property at each place of the path, the operator, the value; in an array, beside others.
assert.deepEqual(offeredIn('filter: ["shortN¦"]'), ["shortName"]);
assert.deepEqual(offeredIn('filter: ["name:ilike:x", "categoryCombo.skip¦"]'), [
  "categoryCombo.skipTotal",
  // What is right beside it is a text that stands there, too.
  "name:ilike:x",
]);
assert.deepEqual(offeredIn('filter: ["categoryCombo.categories.shortN¦:eq:x"]'), [
  "categoryCombo.categories.shortName:eq:x",
]);
assert.deepEqual(offeredIn('filter: ["domainType:n¦"]'), [
  "domainType:ne",
  "domainType:neq",
  "domainType:null",
]);
assert.ok(offeredIn('filter: ["name:¦"]').includes("name:ilike"));
assert.ok(offeredIn('filter: ["domainType¦"]').includes("domainType:eq"));
assert.ok(!offeredIn('filter: ["domainType:¦"]').includes("domainType:ilike"));
assert.deepEqual(offeredIn('filter: ["domainType:eq:¦"]'), [
  "domainType:eq:AGGREGATE",
  "domainType:eq:TRACKER",
]);
assert.deepEqual(offeredIn('filter: ["valueType:eq:INTEGER_P¦"]'), ["valueType:eq:INTEGER_POSITIVE"]);
assert.deepEqual(offeredIn('filter: ["valueType:in:[NUMBER,INTEGER_N¦]"]'), [
  "valueType:in:[NUMBER,INTEGER_NEGATIVE]",
]);
assert.deepEqual(offeredIn('filter: ["zeroIsSignificant:eq:¦"]'), [
  "zeroIsSignificant:eq:false",
  "zeroIsSignificant:eq:true",
]);
// Orders: properties that can be ordered by, and directions; as one text and in an array.
assert.deepEqual(offeredIn('order: "shortN¦"'), ["shortName"]);
assert.deepEqual(offeredIn('order: "name:asc,shortN¦"'), ["name:asc,shortName"]);
assert.deepEqual(offeredIn('order: "name:¦"'), ["name:asc", "name:desc", "name:iasc", "name:idesc"]);
assert.deepEqual(offeredIn('order: ["name:asc", "created:d¦"]'), ["created:desc", "name:asc"]);
assert.ok(!offeredIn('order: "¦"').includes("categoryCombo"));

/**
 * The shortest of several waits, each after a change of the text; processor time, for other programs run here too.
 * @param {(letters: string) => string} options what the letters stand in
 */
function shortestWait(options) {
  let shortest = Number.POSITIVE_INFINITY;
  for (const letters of ["s", "sh", "sho", "shor", "short", "shortN", "shortNa", "shortNam"]) {
    const text = options(`${letters}¦`);
    const started = process.cpuUsage();
    const names = offeredIn(text);
    shortest = Math.min(shortest, process.cpuUsage(started).user / 1000);
    const [, wanted = ""] = /"(.*)"/.exec(options("shortName")) ?? [];
    assert.ok(names.includes(wanted), `${text}: ${names}`);
  }
  assert.ok(shortest <= longestWait, `completions took ${shortest.toFixed(0)} ms: ${options("…")}`);
  return shortest.toFixed(0);
}
const waits = [
  shortestWait((letters) => `fields: "id,categoryCombo[id,categories[name,categoryOptions[id,${letters}]]]"`),
  shortestWait((letters) => `filter: ["categoryCombo.categories.categoryOptions.${letters}"]`),
  shortestWait((letters) => `order: "name:asc,${letters}"`),
];

assert.deepEqual(
  hover(
    `const elements¦ = await dataElements.list({ fields: "id,code,categoryCombo[id,name],dataElementGroups~size~rename(groups)" });`,
  ),
  `const elements: {
    id: string;
    code?: string;
    categoryCombo: {
        id: string;
        name: string;
    };
    groups: number;
}[]`
    .split("\n")
    .sort(),
);
assert.deepEqual(hover(`const element¦ = await dataElements.get("DeBirths000");`), [
  "const element: DataElement",
]);
assert.deepEqual(
  hover(`const combo¦ = await dataElements.get("DeBirths000", { fields: "id,categoryCombo,style" });`),
  `const combo: {
    id: string;
    categoryCombo: Ref<"CategoryCombo">;
    style?: ObjectStyle;
}`
    .split("\n")
    .sort(),
);

assert.deepEqual(messages(`await dataElements.list({ fields: "id,nmae" });`), [
  `Type '"id,nmae"' is not assignable to type '"'nmae' is not a property of DataElement"'.`,
]);
assert.deepEqual(messages(`await dataElements.list({ filter: ["valueType:gt:NUMBER"] });`), [
  `Type '"valueType:gt:NUMBER"' is not assignable to type '"'gt' does not apply to valueType (enum ValueType)"'.`,
]);
// Beside many completions the reason still shows.
assert.match(
  messages(`await dataElements.list({ fields: "id,d" });`).join("\n"),
  /Because<"'d' is not a property of DataElement">/,
);
assert.match(
  messages(`await dataElements.list({ fields: "id,categoryCombo[nam]" });`).join("\n"),
  /'nam' is not a property of CategoryCombo/,
);
console.log(`editor: completions, hovers and messages are as wanted; third level in ${waits.join(", ")} ms`);
