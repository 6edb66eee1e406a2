// What the compiler says of a misspelt query, and what happens to one that is known at run time only.
// Take a `@ts-expect-error` line away to see the message; where none is due any more, the compiler says so too.
import assert from "node:assert/strict";
import { QueryError, where } from "@dhis2w/client-v42";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const { dataElements } = dhis2.resources;

/** Never called: it is the compiler that reads it. */
export async function misspelt(): Promise<void> {
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ fields: "id,nmae" });
  // @ts-expect-error 'nam' is not a property of CategoryCombo
  await dataElements.list({ fields: "id,categoryCombo[nam]" });
  // @ts-expect-error 'categoryCombo.name' is no path here: write categoryCombo[name]
  await dataElements.list({ fields: "id,categoryCombo.name" });
  // @ts-expect-error '~paging' is not a transformer: the server ignores it
  await dataElements.list({ fields: "id,dataElementGroups~paging(1;2)" });
  // @ts-expect-error '[' is not closed
  await dataElements.list({ fields: "id,categoryCombo[id" });
  // @ts-expect-error 'gt' does not apply to valueType (enum ValueType)
  await dataElements.list({ filter: ["valueType:gt:NUMBER"] });
  // @ts-expect-error 'NUMBRE' is not a member of ValueType
  await dataElements.list({ filter: ["valueType:eq:NUMBRE"] });
  // @ts-expect-error 'up' is not a direction: asc, desc, iasc or idesc
  await dataElements.list({ order: "name:up" });
}

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
