import fc from "fast-check";
import { expect, test } from "vitest";
import { commentText, identifier, markdownText, objectKey, propertyKey, stringLiteral } from "./escape.ts";
import { fileNames, kebabCase } from "./file-name.ts";

test.each([
  ["DataElement", "DataElement"],
  ["class", "$class"],
  ["string", "$string"],
  ["a-b", "a$2d$b"],
  ["a$b", "a$24$b"],
  ["2nd", "$$2nd"],
  ["", "$$"],
])("identifier of '%s' is '%s'", (name, wanted) => {
  expect(identifier(name)).toBe(wanted);
});

test.each([
  ["plain", "plain"],
  ["x-y", '"x-y"'],
  ["", '""'],
  ['a"b', '"a\\u0022b"'],
  ["a\\", '"a\\u005c"'],
  ["line\u2028end", '"line\\u2028end"'],
])("property key of '%s' is %s", (name, wanted) => {
  expect(propertyKey(name)).toBe(wanted);
});

test("an object gets a key '__proto__' rather than a prototype", () => {
  const made: object = new Function(`return { ${objectKey("__proto__")}: 1 }`)();
  expect(Object.keys(made)).toEqual(["__proto__"]);
});

test.each([
  ["ends */ here", "ends *\\/ here"],
  ["two\nlines\u2028three", "two lines three"],
  ["a {@link x} tag", "a \\{\\@link x\\} tag"],
  ["  spaces  ", "spaces"],
  ["*\u200b/", "* /"],
])("comment text of %j is %j", (text, wanted) => {
  expect(commentText(text)).toBe(wanted);
});

test("Markdown shows the text and runs no HTML", () => {
  expect(markdownText("<b>`x`|[y]")).toBe("\\<b\\>\\`x\\`\\|\\[y\\]");
});

test("a string literal means its text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(new Function(`return ${stringLiteral(text)}`)()).toBe(text);
    }),
  );
});

test("no text ends a comment", () => {
  const nasty = fc.string({ unit: fc.constantFrom("*", "/", "\\", "\n", "\u2028", "\u200b", "a", "@") });
  fc.assert(fc.property(nasty, (text) => !/\*\/|[\n\u2028]/.test(commentText(text))));
});

test("different names give different identifiers", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "$", "-", "2", "4", "d", "é", "_") });
  fc.assert(fc.property(name, name, (a, b) => (a === b) === (identifier(a) === identifier(b))));
});

test.each([
  ["DataElement", "data-element"],
  ["SMSCommand", "sms-command"],
  ["../../etc/passwd", "etc-passwd"],
  ["é", "unnamed"],
])("kebab case of '%s' is '%s'", (name, wanted) => {
  expect(kebabCase(name)).toBe(wanted);
});

test("names that fold into one file name get numbers, in the order of their code points", () => {
  expect([...fileNames(["a-b", "aB", "AB", "A-B"])]).toEqual([
    ["A-B", "a-b"],
    ["AB", "ab"],
    ["a-b", "a-b-2"],
    ["aB", "a-b-3"],
  ]);
});
