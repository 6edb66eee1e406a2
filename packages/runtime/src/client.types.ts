import { basic, createClient, type Dhis2, isDhis2Error } from "./index.ts";
import { type TestCore, testCore } from "./testing/fixtures.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function exactly<_Proof extends true>(): void {}

const dhis2 = createClient<TestCore>(testCore, {
  baseUrl: "https://a.org",
  auth: basic("admin", "district"),
});
const { dataElements, dataElementGroups } = dhis2.resources;

export async function reads(): Promise<void> {
  exactly<Equal<typeof dhis2.version, 42>>();
  const whole = await dataElements.get("De1");
  exactly<Equal<typeof whole, TestCore["models"]["DataElement"]>>();
  const part = await dataElements.get("De1", { fields: "id,name" });
  exactly<Equal<typeof part, { id: string; name: string }>>();
  const names = await dataElements.list({ filter: ["name:eq:x"] });
  exactly<Equal<(typeof names)[number], { readonly id: string; readonly displayName: string }>>();
  for await (const group of dataElementGroups.iterate({ fields: "id" }))
    exactly<Equal<typeof group, { id: string }>>();
  const { items, pager } = await dataElements.page({ page: 2, pageSize: 100, fields: "id,name" });
  exactly<Equal<typeof pager.total, number>>();
  exactly<Equal<(typeof items)[number], typeof part>>();
  const known: string = "id,name";
  const unchecked = await dataElements.list({ fields: known, filter: [known], order: known });
  exactly<Equal<(typeof unchecked)[number], Partial<TestCore["models"]["DataElement"]>>>();
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ fields: "id,nmae" });
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.count({ filter: ["name:eq:x", "nmae:eq:x"] });
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.page({ order: ["name:asc", "nmae:asc"] });
  // @ts-expect-error a resource that this release does not have
  dhis2.resources.pushAnalysis;
}

export async function bodies(): Promise<void> {
  const parsed = await dhis2.request("GET", "/api/system/info");
  exactly<Equal<typeof parsed, unknown>>();
  const blob = await dhis2.request("GET", "/api/fileResources/abcdefghij1/data", { parseAs: "blob" });
  exactly<Equal<typeof blob, Blob>>();
  // @ts-expect-error not a form of a body
  await dhis2.request("GET", "/api/system/info", { parseAs: "image" });
}

export async function writes(): Promise<void> {
  await dataElements.patch("De1", { name: "x", code: null });
  // @ts-expect-error an object keeps its name
  await dataElements.patch("De1", { name: null });
  // @ts-expect-error DHIS2 has no such operation
  await dataElements.patch("De1", [{ op: "test", path: "/name", value: "x" }]);
  // @ts-expect-error not a property of what an update takes
  await dataElements.patch("De1", { nmae: "x" });
  // @ts-expect-error name is missing
  await dataElements.create({});
}

export function errors(error: unknown): string[] {
  if (isDhis2Error(error, "HTTP.CONFLICT"))
    return error.rows.map((row) => `${row.property}: ${row.message} (${row.code})`);
  if (isDhis2Error(error, "TIMEOUT.EXPIRED")) return [String(error.timeout * 2)];
  if (isDhis2Error(error, "ABORT.ABORTED")) return [String(error.reason)];
  if (isDhis2Error(error, "OF.ANOTHER_PACKAGE")) return [error.code satisfies "OF.ANOTHER_PACKAGE"];
  // @ts-expect-error a base error has no status
  if (isDhis2Error(error)) return [error.status];
  return [];
}

/** What a generated client package does: two halves of a core in, accessors on top, no assertion. */
interface Client extends Dhis2<TestCore> {
  readonly greeter: { greet(): string };
}
export function composed(): Client {
  return { ...dhis2, greeter: { greet: () => dhis2.baseUrl } };
}
