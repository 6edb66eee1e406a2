// What the compiler says of a misspelt query, and what happens to one that is known at run time only.
import assert from "node:assert/strict";
import { QueryError, where } from "@dhis2w/client-v42";
import { compileLines } from "./server/compile.ts";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const { dataElements } = dhis2.resources;

/** Options of `list`, and the reason that the compiler's message gives; `null` where there is nothing to say. */
const queries: readonly [options: string, reason: string | null][] = [
  [`fields: "id,name,categoryCombo[name]"`, null],
  [`fields: "id,nmae"`, "'nmae' is not a property of DataElement"],
  [`fields: "id,categoryCombo[nam]"`, "'nam' is not a property of CategoryCombo"],
  [`fields: "id,categoryCombo.name"`, "'categoryCombo.name' is no path here: write categoryCombo[name]"],
  [`fields: "id,dataElementGroups~paging(1;2)"`, "'~paging' is not a transformer: the server ignores it"],
  [`fields: "id,categoryCombo[id"`, "'[' is not closed"],
  [`filter: ["valueType:gt:NUMBER"]`, "'gt' does not apply to valueType (enum ValueType)"],
  [`filter: ["valueType:eq:NUMBRE"]`, "'NUMBRE' is not a member of ValueType"],
  [`order: "name:up"`, "'up' is not a direction: asc, desc, iasc or idesc"],
];
const release = `v${dhis2.version}`;
const lines = queries.map(([options]) => `await dhis2.resources.dataElements.list({ ${options} });`);
const said = compileLines(
  `import type { Dhis2 } from "@dhis2w/client-${release}"; declare const dhis2: Dhis2;`,
  lines,
);
for (const [index, [options, reason]] of queries.entries()) {
  const messages = said[index] ?? [];
  if (reason === null) assert.deepEqual(messages, []);
  else {
    assert.equal(messages.length, 1, options);
    assert.ok(messages[0]?.text.includes(reason), `${options}: ${messages[0]?.text}`);
  }
}
show(
  `What the compiler says, for ${release}`,
  lines.flatMap((line, index) => [
    line,
    ...(said[index] ?? []).flatMap(({ mark, text }) => [mark, ...text.split("\n")]),
  ]),
);

// The same reasons for texts that nobody could check before, ahead of any request.
const attempts: readonly [string, () => Promise<unknown>][] = [
  ["id,name]", () => dataElements.list({ fields: String("id,name]") })],
  ["name:up", () => dataElements.list({ order: String("name:up") })],
  ["code in nothing", async () => dataElements.list({ filter: [where("code", "in", [])] })],
];
const refusals: string[] = [];
for (const [what, attempt] of attempts) {
  await assert.rejects(attempt, (error) => {
    assert.ok(error instanceof QueryError);
    refusals.push(`${what}: ${error.reason} [${error.code}]`);
    return true;
  });
}
show("Refused before any request", refusals);
