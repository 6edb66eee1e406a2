import { readFileSync } from "node:fs";
import type { Change } from "@dhis2w/model";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { Diagnostic } from "../diagnostic.ts";
import { rendererOf } from "./formats.ts";
import { renderGithub } from "./github.ts";
import { renderJson, reportSchemaUrl } from "./json.ts";
import { levelNamed } from "./level.ts";
import type { Locate } from "./locate.ts";
import { renderMarkdown } from "./markdown.ts";
import { smallDiff } from "./report.fixture.ts";
import { isAtLeast, reportOf } from "./report.ts";
import { renderText } from "./text.ts";

const report = reportOf(smallDiff, new Map([["000000000002", "we write short names"]]));

describe("text", () => {
  it("has a block a level, advice a rule, a line a change", () => {
    expect(renderText(report, false)).toBe(`DHIS2 2.42.5.2 (v42) → 2.43.1 (v43)

Breaking for readers (1)
  property-removed
  Reads leave it out.
  → Remove it.
    size in 2 places is gone: text  000000000001
      It may be called bulk now.
      In: Thing, Box.

Risky (1)
  enum-member-added
  Reads leave it out.
  → Remove it.
    </script><b>|\`\\u{a}\\u{1b}[31m is new  000000000003

Additive (1)
  property-added
  Reads leave it out.
  → Remove it.
    Thing.size is new: text  000000000004

1 breaking for readers, 1 risky, 1 additive, 1 cosmetic; 1 accepted; 1 not shown (--level cosmetic shows all)
`);
  });
  it("breaks lines between words where the terminal is narrow", () => {
    const lines = renderText(report, false, 44).split("\n");
    expect(lines.filter((line) => line.length > 44)).toEqual([]);
    expect(lines).toContain("1 breaking for readers, 1 risky, 1 additive,");
    expect(lines).toContain("  1 cosmetic; 1 accepted; 1 not shown");
  });
  it("has colours only where they are wanted", () => {
    expect(renderText(report, true)).toContain("\u001b[31m");
    expect(renderText(report, false)).not.toContain("\u001b");
  });
  it("says so when nothing differs", () => {
    const same = reportOf({ ...smallDiff, changes: [] });
    expect(renderText(same, false)).toBe("DHIS2 2.42.5.2 (v42) → 2.43.1 (v43)\n\nNo differences.\n");
  });
});

describe("markdown", () => {
  const page = renderMarkdown(report);
  it("has a table a rule", () => {
    expect(page).toContain(`### A property is gone: \`property-removed\` (1)

Reads leave it out. **Remove it.**

| What | Before → after | Notes |
|---|---|---|
| \`size\` in 2 places | \`text\` | It may be called bulk now. In: Thing, Box. |
`);
  });
  it("counts what each part of a program has to do with", () => {
    expect(page).toContain(`| | Breaking for readers | Risky | Additive |
|---|--:|--:|--:|
| Objects, properties and values | 1 | 1 | 1 |
`);
    expect(page).toContain("`npx dhis2w impact --from v42 --to v43 --project tsconfig.json`");
  });
  it("tells parts of one owner of which the same is to be said in one row, and what reaches furthest first", () => {
    const [one] = smallDiff.changes;
    const parts = ["size", "weight", ...Array.from({ length: 12 }, (_, index) => `Box${index}.lid`)];
    const changes = parts.map((name, index): Change => {
      const label = name.includes(".") ? name : `Thing.${name}`;
      const { renamedTo: _, places: __, ...plain } = one as Change;
      return { ...plain, subject: { kind: "property", key: label, label }, fingerprint: `${index}` };
    });
    const grouped = renderMarkdown(reportOf({ ...smallDiff, changes }));
    expect(grouped).toContain("| `Thing`: `size`, `weight` | `text` |\n");
    expect(grouped).toContain("## First\n\n- `Thing`: each of `size`, `weight` is gone. Remove it.\n");
  });
  it("tells parts that the same owners have in one row, names each owner once, and variants of a call as one", () => {
    const calls = ["GET /api/events", "GET /api/events#asCsv", "GET /api/units"];
    const [one] = smallDiff.changes;
    const changes = ["status", "unit"].map((name): Change => {
      const { renamedTo: _, ...plain } = one as Change;
      const label = `parameter ${name} (query)`;
      return {
        ...plain,
        subject: { kind: "parameter", key: `* ${label}`, label: `${label} in 3 places` },
        places: calls.map((call) => `${call} ${label}`),
        fingerprint: name,
      };
    });
    expect(renderMarkdown(reportOf({ ...smallDiff, changes }))).toContain(
      "| `status`, `unit` in 3 places | `text` | In: GET /api/events (2 variants), GET /api/units. |\n",
    );
  });
  it("is cut between lines where it would be longer than it may be, and says so", () => {
    const whole = renderMarkdown(report);
    const short = renderMarkdown(report, whole.length - 1);
    expect(short.length).toBeLessThan(whole.length);
    expect(short).toMatch(
      /\n\n\*\*\d more rows were left out: run `dhis2w diff` for the whole report\.\*\*\n$/,
    );
    expect(renderMarkdown(report, whole.length)).toBe(whole);
  });
  it("lets no name out of its cell", () => {
    expect(page).toContain("| `</script><b>\\|' [31m` |");
  });
  it("lists what was accepted, and why", () => {
    expect(page).toContain("## Accepted (1)\n\n- `Thing.size` takes shorter texts: we write short names\n");
  });
});

describe("github", () => {
  it("annotates each change, on one line", () => {
    const locate: Locate = ({ rule }) =>
      rule === "property-removed" ? { file: "my snapshots,1/schemas.json", line: 7 } : undefined;
    const [first, second, ...rest] = renderGithub(report, locate).trimEnd().split("\n");
    expect(first).toBe(
      "::error file=my snapshots%2C1/schemas.json,line=7,title=property-removed::size in 2 places is gone: text%0AReads leave it out.%0ARemove it.%0AIt may be called bulk now.%0AIn: Thing, Box.%0Aaccept: 000000000001",
    );
    expect(second).toMatch(/^::warning title=enum-member-added::.*%0A/);
    expect(rest).toHaveLength(2);
  });
});

describe("json", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../schemas/diff-report.schema.json", import.meta.url), "utf8"),
  );
  const document = JSON.parse(renderJson(report));
  it("is what its published schema says", () => {
    expect(document.$schema).toBe(reportSchemaUrl);
    expect(schema.$id).toBe(reportSchemaUrl);
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    validate(document);
    expect(validate.errors).toBeNull();
    expect(validate({ ...document, changes: [{ rule: "x" }] })).toBe(false);
    expect(validate({ ...document, more: 1 })).toBe(false);
  });
  it("carries reasons", () => {
    expect(document.accepted[0]).toMatchObject({
      fingerprint: "000000000002",
      reason: "we write short names",
    });
  });
});

describe("levels and formats", () => {
  it("takes `breaking` for both kinds", () => {
    expect(isAtLeast("breaking-for-readers", levelNamed("breaking"))).toBe(true);
    expect(isAtLeast("breaking-for-writers", levelNamed("breaking"))).toBe(true);
    expect(isAtLeast("risky", levelNamed("breaking"))).toBe(false);
    expect(isAtLeast("additive", levelNamed("cosmetic"))).toBe(true);
  });
  it("names what there is instead of what there is not", async () => {
    expect(() => levelNamed("bad")).toThrow(Diagnostic);
    await expect(rendererOf("pdf")).rejects.toMatchObject({ code: "DIFF.UNKNOWN_FORMAT" });
  });
});
