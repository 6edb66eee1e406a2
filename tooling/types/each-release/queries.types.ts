/** Forms in which queries are written: of known unions, over lines, with round brackets, nested and renamed. */
import type { DataElement, Dhis2, Ref, Sharing } from "@dhis2w/client-v42";
import { where } from "@dhis2w/client-v42";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Given>(
  value: Given,
  ...proof: Equal<Given, Wanted> extends true ? [] : [never]
) => void;
declare const dhis2: Dhis2;
declare const cond: boolean;
export async function forms(): Promise<void> {
  const { dataElements, categoryCombos, organisationUnits } = dhis2.resources;
  const fields = cond ? ("id" as const) : ("id,name" as const);
  const u = await dataElements.get("a", { fields });
  exactly<{ id: string } | { id: string; name: string }>()(u);
  const half = cond ? ("id" as const) : ("id,nmae" as const);
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.get("a", { fields: half });
  const either = await dataElements.get("a", { fields: cond ? "id" : "id,name" });
  exactly<{ id: string } | { id: string; name: string }>()(either);
  const eithers = await dataElements.list({
    fields: cond ? "id" : "id,name",
    filter: [cond ? "name:ilike:x" : "code:eq:x"],
    order: cond ? "name" : "created:desc",
  });
  exactly<({ id: string } | { id: string; name: string })[]>()(eithers);
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.get("a", { fields: cond ? "id" : "id,nmae" });
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ fields: cond ? "id" : "id,nmae" });
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ filter: [cond ? "name:ilike:x" : "nmae:ilike:x"] });
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ order: cond ? "name" : "nmae:desc" });
  const perhaps: string = fields;
  exactly<Partial<DataElement>>()(await dataElements.get("a", { fields: cond ? "id" : perhaps }));
  const filters = ["name:ilike:x", "domainType:eq:AGGREGATE"] as const;
  await dataElements.list({ filter: filters });
  const unknown: readonly string[] = filters;
  await dataElements.list({ filter: unknown });
  const wrong = ["nmae:ilike:x"] as const;
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ filter: wrong });
  const ws = await dataElements.get("a", {
    fields: `
    id,
    name ,
    categoryCombo [ id, name ],
    dataElementGroups ~ size ~ rename( groups )
  `,
  });
  exactly<{ id: string; name: string; categoryCombo: { id: string; name: string }; groups: number }>()(ws);
  const part = await dataElements.get("a", { fields: ":identifiable,categoryCombo[:identifiable],!code" });
  exactly<"id" | "name" | "created" | "lastUpdated" | "lastUpdatedBy" | "categoryCombo">()(keyOf(part));
  const round = await categoryCombos.get("a", { fields: "id,categories(id,categoryOptions(name))" });
  exactly<{ id: string; categories: { id: string; categoryOptions: { name: string }[] }[] }>()(round);
  const emb = await dataElements.get("a", { fields: "access[read],sharing[public,owner]" });
  exactly<{ access?: { read: boolean }; sharing?: { public?: string; owner?: string } }>()(emb);
  const keyed = await categoryCombos.get("a", { fields: "categories~keyBy(code)[code,id]" });
  exactly<{
    categories: { [key: string]: { code?: string; id: string } | { code?: string; id: string }[] };
  }>()(keyed);
  const nine = await organisationUnits.get("a", {
    fields: "parent[parent[parent[parent[parent[parent[parent[parent[parent[id]]]]]]]]]",
  });
  exactly<string | undefined>()(
    nine.parent?.parent?.parent?.parent?.parent?.parent?.parent?.parent?.parent?.id,
  );
  const owner = await dataElements.get("a", { fields: ":owner,categoryCombo[*]" });
  exactly<string>()(owner.categoryCombo.name);
  // @ts-expect-error two values for 'name'
  await dataElements.get("a", { fields: "name,shortName~rename(name)" });
  // @ts-expect-error two values for 'x' inside brackets
  await dataElements.get("a", { fields: "categoryCombo[name~rename(x),code~rename(x)]" });
  // @ts-expect-error attribute values come whole
  await dataElements.get("a", { fields: "attributeValues~rename(values)" });
  const attribute = await dataElements.get("a", { fields: "id,AttText0000~rename(registry)" });
  exactly<{ id: string; registry?: unknown }>()(attribute);
  const bang = await dataElements.get("a", { fields: "*,!sharing,categoryCombo[id]" });
  exactly<Exclude<keyof DataElement, "sharing">>()(keyOf(bang));
  exactly<{ id: string }>()(bang.categoryCombo);
  exactly<{ sharing?: Sharing; optionSet?: Ref<"OptionSet"> }>()(
    await dataElements.get("a", { fields: "sharing,optionSet" }),
  );
  await dataElements.count({
    filter: [
      where("valueType", "in", ["NUMBER", "TEXT"]),
      where("created", "ge", "2020-01-01"),
      where("categoryCombo.name", "ilike", "x"),
      where("code", "!null"),
    ],
  });
  // @ts-expect-error not a member
  await dataElements.count({ filter: [where("valueType", "in", ["NUMBER", "NOPE"])] });
  // @ts-expect-error not a boolean
  await dataElements.count({ filter: [where("zeroIsSignificant", "eq", "maybe")] });
  await dataElements.list({ order: ["name:asc", "created:desc"] });
  await dataElements.list({ order: "name:iasc,created" });
  // @ts-expect-error neither
  await dataElements.list({ order: ["name:asc", "categoryCombo:asc"] });
}
declare function keyOf<Given>(value: Given): keyof Given;
