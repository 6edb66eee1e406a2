import type { ServerModel } from "@dhis2w/model";
import { expect, test } from "vitest";
import { enumOf, model, property, server } from "../../test/small-server.ts";
import { commonPackage } from "./common-package.ts";

/** A release of one resource, `widgets`. */
const release = (version: number, parts: Partial<ServerModel>) => ({
  row: { id: `v${version}`, accessors: [] },
  server: server({
    source: { id: `v${version}`, version, release: `2.${version}.1`, revision: "abc" },
    resources: [{ name: "widgets", path: "widgets", model: "Widget", attributable: version > 41 }],
    ...parts,
  }),
});

function commonFile(
  path: string,
  older: Partial<ServerModel>,
  newer: Partial<ServerModel>,
): string | undefined {
  if (commonPackage.scope !== "all") throw new Error("the common core belongs to all releases");
  const { files } = commonPackage.emit([release(42, older), release(41, newer)].reverse());
  return files
    .find((file) => file.path === path)
    ?.text.split("\n")
    .slice(2)
    .join("\n");
}

const always = { presence: "always" } as const;

test("a read type has what all releases have, as loosely as any of them", () => {
  const read = commonFile(
    "src/generated/models.ts",
    {
      models: [
        model("Widget", [
          property("id", always),
          property("name", always),
          property("size", { ...always, type: { kind: "integer" } }),
          property("old"),
        ]),
      ],
    },
    {
      models: [
        model("Widget", [
          property("id", always),
          property("name"),
          property("size", always),
          property("new"),
        ]),
      ],
    },
  );
  expect(read).toContain(`/** Widget. */
export interface Widget {
  id: string;
  name?: string;
  size: string | number;
}
`);
});

test("a create shape asks for what any release demands, and leaves out what they disagree on", () => {
  const written = commonFile(
    "src/generated/writes.ts",
    {
      models: [
        model("Widget", [
          property("code", { required: true }),
          property("name"),
          property("size", { type: { kind: "integer" } }),
          property("demanded", { required: true }),
        ]),
      ],
    },
    { models: [model("Widget", [property("code"), property("name"), property("size")])] },
  );
  expect(written).toBe(`import type { Changes } from "@dhis2w/query";

/** A new Widget. */
export interface WidgetCreate {
  /** At least 1 character. */
  code: string;
  /** At least 1 character. */
  demanded: string;
  name?: string;
}

/** Changes to a Widget. */
export interface WidgetUpdate extends Changes<WidgetCreate> {
}
`);
});

test("an enum has the members that every release takes", () => {
  const models = [model("Widget", [property("kind", { type: { kind: "enum", name: "Kind" } })])];
  expect(
    commonFile(
      "src/generated/enums.ts",
      { models, enums: [enumOf("Kind", ["A", "B"]), enumOf("Only", ["X"])] },
      { models, enums: [enumOf("Kind", ["B", "C", "A"])] },
    ),
  ).toBe('export type Kind = "B" | "A";\n');
});

test("a value whose class is not in all releases is unknown", () => {
  const part = property("part", { type: { kind: "embedded", model: "Part" } });
  const models = [model("Widget", [part])];
  expect(
    commonFile("src/generated/models.ts", { models }, { models: [...models, model("Part", [])] }),
  ).toContain("  part?: unknown;\n");
});

test("models and enums that no shared resource leads to are left out", () => {
  const models = [
    model("Widget", [property("part", { type: { kind: "ref", model: "Part" } })]),
    model("Part", [
      property("piece", { type: { kind: "array", item: { kind: "embedded", model: "Piece" } } }),
    ]),
    model("Piece", []),
    model("Stray", []),
  ];
  const enums = [enumOf("Kind", ["A"])];
  const parts = { models, enums };
  const file = commonFile("src/generated/models.ts", parts, parts);
  expect([...(file ?? "").matchAll(/interface (\w+)/g)].map(([, name]) => name)).toEqual([
    "Part",
    "Piece",
    "Widget",
    "Models",
  ]);
  expect(commonFile("src/generated/enums.ts", parts, parts)).toBe("");
});

test("a resource carries attribute values where it does so in all releases", () => {
  const models = [model("Widget", [])];
  expect(commonFile("src/generated/resources.ts", { models }, { models })).toContain(
    'widgets: ResourceType<"Widget", WidgetCreate, WidgetUpdate, false>;',
  );
});

test("a behaviour has the values that it has in some release, and may be missing where one has none", () => {
  const models = [model("Widget", [])];
  expect(
    commonFile(
      "src/generated/quirks.ts",
      {
        models,
        quirks: [
          { id: "BUG-001", name: "path", value: "/login", client: true },
          { id: "BUG-002", name: "recent", value: 5, client: true },
          { id: "BUG-003", name: "hidden", value: true, client: false },
        ],
      },
      { models, quirks: [{ id: "BUG-001", name: "path", value: "/login/", client: true }] },
    ),
  ).toBe(`/** How releases differ: the behaviours of \`server.quirks\`, each an entry of BUGS.md. */
export interface Quirks {
  /** BUG-001 */
  readonly path: "/login" | "/login/";
  /** BUG-002 */
  readonly recent?: number;
}
`);
});

test("the common core names the versions that it is common to", () => {
  const models = [model("Widget", [])];
  expect(commonFile("src/generated/core.ts", { models }, { models })).toContain("  version: 41 | 42;\n");
});
