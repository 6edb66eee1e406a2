import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QueryError } from "../query-error.ts";
import { type FieldsItem, type FieldsQuery, fieldsPresets } from "./fields-query.ts";
import { parseFields } from "./parse.ts";
import { printFields } from "./print.ts";
import { refusedFields } from "./refused-fields.types.ts";

describe("fields that are refused", () => {
  it.each(refusedFields)("%j: %s", (text, reason, position) => {
    expect(() => parseFields(text)).toThrow(
      expect.objectContaining({ code: "QUERY.FIELDS", reason, position, text, name: "QueryError" }),
    );
  });

  it("says reason, place and text in the message, and is a TypeError", () => {
    const refuse = () => parseFields("id,name~noSuch");
    expect(refuse).toThrow(TypeError);
    expect(refuse).toThrow(
      `'~noSuch' is not a transformer: the server ignores it (at 7 of "id,name~noSuch") [QUERY.FIELDS]`,
    );
  });

  it("shows only what stands around the place of a long text", () => {
    const text = `${"name,".repeat(100)}~x,${"name,".repeat(100)}id`;
    try {
      parseFields(text);
      expect.unreachable();
    } catch (error) {
      expect((error as QueryError).message.length).toBeLessThan(220);
      expect((error as QueryError).position).toBe(500);
    }
  });

  it("refuses brackets beyond all sense without exhausting the stack", () => {
    expect(() => parseFields("a[".repeat(100_000))).toThrow("brackets stand deeper than 100");
  });
});

describe("fields that are sent", () => {
  it.each([
    ["id,name", "id,name"],
    [" id ,\n\tname ", "id,name"],
    ["categoryCombo(id,categories(name))", "categoryCombo[id,categories[name]]"],
    ["id,categoryCombo[id] , name", "id,categoryCombo[id],name"],
    ["name::rename(title),code|rename(c)", "name~rename(title),code~rename(c)"],
    ["dataElementGroups ~ pluck ( name ) [ name ]", "dataElementGroups~pluck(name)[name]"],
    ["dataElementGroups::isEmpty|rename(none)", "dataElementGroups~isEmpty~rename(none)"],
    ["categories~keyBy(code)(code,name)", "categories~keyBy(code)[code,name]"],
    [":owner, ! sharing, !access", ":owner,!sharing,!access"],
    ["*,categoryCombo[:all,!id]", "*,categoryCombo[:all,!id]"],
    [
      "attributeValues[attribute[id,name],value],AttDeText00",
      "attributeValues[attribute[id,name],value],AttDeText00",
    ],
    ["a[b[c[d[e[f[g[h[i[id]]]]]]]]],id", "a[b[c[d[e[f[g[h[i[id]]]]]]]]],id"],
  ])("%j is sent as %j", (text, sent) => {
    expect(printFields(parseFields(text))).toBe(sent);
  });

  it("reads a tree", () => {
    expect(parseFields("id,groups~pluck(name)~rename(names)[name],!x,:owner")).toEqual([
      { kind: "property", name: "id", transformers: [] },
      {
        kind: "property",
        name: "groups",
        transformers: [
          { name: "pluck", argument: "name" },
          { name: "rename", argument: "names" },
        ],
        fields: [{ kind: "property", name: "name", transformers: [] }],
      },
      { kind: "exclusion", name: "x" },
      { kind: "preset", name: ":owner" },
    ]);
  });
});

const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/);

/** Trees that may be sent: each name once in a level, and what is plucked is selected. */
const query: fc.Arbitrary<FieldsQuery> = fc.letrec<{ level: FieldsQuery }>((tie) => ({
  level: fc
    .uniqueArray(name, { minLength: 1, maxLength: 5 })
    .chain((names) =>
      fc.tuple(
        fc.tuple(...names.map((one, index) => property(one, `new${index}${one}`, tie("level")))),
        fc.subarray(fieldsPresets.map((preset) => ({ kind: "preset", name: preset }) as const)),
        fc.array(
          name.map((excluded) => ({ kind: "exclusion", name: excluded }) as const),
          { maxLength: 2 },
        ),
      ),
    )
    .map((parts) => parts.flat()),
})).level;

function property(
  source: string,
  renamed: string,
  level: fc.Arbitrary<FieldsQuery>,
): fc.Arbitrary<FieldsItem> {
  const rename = fc.subarray([{ name: "rename", argument: renamed } as const]);
  const simple = fc.constantFrom("size", "isEmpty", "isNotEmpty", "pluck", "keyBy");
  const base = { kind: "property", name: source } as const;
  return fc.oneof(
    fc.constant({ ...base, transformers: [] }),
    fc.tuple(simple, rename).map(([first, more]) => ({ ...base, transformers: [{ name: first }, ...more] })),
    fc.tuple(rename, level).map(([transformers, fields]) => ({ ...base, transformers, fields })),
    rename.map((more) => ({
      ...base,
      transformers: [{ name: "keyBy", argument: "code" } as const, ...more],
      fields: [{ kind: "property", name: "code", transformers: [] } as const],
    })),
  );
}

describe("parser and printer", () => {
  it("read what they write", () => {
    fc.assert(
      fc.property(query, (tree) => {
        const text = printFields(tree);
        expect(parseFields(text)).toEqual(tree);
        expect(printFields(parseFields(text))).toBe(text);
      }),
    );
  });

  it("throw nothing but a QueryError inside the text, whatever they are given", () => {
    const signs = fc.constantFrom(..."ab,:!*~|[]()<> \n.-", "::", "rename(", "~pluck", "é", "\u{1F600}");
    const noise = fc.oneof(
      fc.string(),
      fc.array(signs, { maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(noise, (text) => {
        try {
          const tree = parseFields(text);
          expect(parseFields(printFields(tree))).toEqual(tree);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          expect((error as QueryError).position).toBeGreaterThanOrEqual(0);
          expect((error as QueryError).position).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
