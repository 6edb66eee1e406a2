/** What queries give and what is refused, over the cores of all releases as a user's program sees them. */
import type { Dhis2 as Dhis2V41 } from "@dhis2w/client-v41";
import { type Dhis2, type Dhis2Client, type Ref, where } from "@dhis2w/client-v42";
import type { Dhis2 as Dhis2V43 } from "@dhis2w/client-v43";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where the value has this very type: `any`, optional and readonly keys tell. */
declare function exactly<Wanted>(): <Given>(
  value: Given,
  ...proof: Equal<Given, Wanted> extends true ? [] : [never]
) => void;

declare const v41: Dhis2V41;
declare const dhis2: Dhis2;
declare const v43: Dhis2V43;

export async function shapes(): Promise<void> {
  const { dataElements, categoryCombos, organisationUnits } = dhis2.resources;

  const [element] = await dataElements.list({
    fields: "id,name,categoryCombo[id,name],dataElementGroups~size~rename(groups)",
    filter: ["name:ilike:malaria", "domainType:eq:AGGREGATE", "categoryCombo.categories.name:eq:Sex"],
    order: "name:asc,created:desc",
  });
  exactly<
    { id: string; name: string; categoryCombo: { id: string; name: string }; groups: number } | undefined
  >()(element);

  // A reference without brackets is `{ id }`; users come with five properties; collections stay collections.
  const bare = await dataElements.get("DeBirths000", { fields: "categoryCombo,legendSets,optionSet" });
  exactly<{
    categoryCombo: Ref<"CategoryCombo">;
    legendSets: Ref<"LegendSet">[];
    optionSet?: Ref<"OptionSet">;
  }>()(bare);

  // @ts-expect-error the proof notices what is wrong
  exactly<{ categoryCombo: Ref<"CategoryCombo">; legendSets: Ref<"LegendSet">[] }>()(bare);

  const keyed = await categoryCombos.get("CcSexAge000", { fields: "categories~keyBy[id,name]" });
  exactly<{ categories: { [key: string]: { id: string; name: string } } }>()(keyed);
  const plucked = await categoryCombos.get("CcSexAge000", { fields: "categories~pluck(name)[name]" });
  exactly<{ categories: string[] }>()(plucked);

  const whole = await categoryCombos.get("CcSexAge000");
  exactly<import("@dhis2w/client-v42").CategoryCombo>()(whole);
  const items = await categoryCombos.list();
  exactly<{ readonly id: string; readonly displayName: string }[]>()(items);

  for await (const unit of organisationUnits.iterate({ fields: "id,parent[id,name,parent[id]]" }))
    exactly<{ id: string; parent?: { id: string; name: string; parent?: { id: string } } }>()(unit);
  for await (const page of organisationUnits.pages({ fields: "id" })) exactly<{ id: string }[]>()(page.items);
  exactly<{ id: string }[]>()((await organisationUnits.page({ fields: "id" })).items);

  const codes: string[] = [];
  await dataElements.count({ filter: [where("code", "in", codes), where("zeroIsSignificant", "eq", true)] });
  await dataElements.list({ filter: [`name:ilike:${codes[0]}`], rootJunction: "OR" });

  const text: string = "id,name";
  const unchecked = await dataElements.list({ fields: text, filter: [text], order: text });
  exactly<Partial<import("@dhis2w/client-v42").DataElement>[]>()(unchecked);
}

/** The keys that the recordings show (group 02, "data element: :owner" and the like), as far as objects had values. */
export async function presets(): Promise<void> {
  const owner = await dhis2.resources.categoryCombos.get("CcSexAge000", { fields: ":owner" });
  exactly<
    | "categories"
    | "code"
    | "created"
    | "createdBy"
    | "dataDimensionType"
    | "id"
    | "lastUpdated"
    | "lastUpdatedBy"
    | "name"
    | "sharing"
    | "skipTotal"
    | "translations"
  >()(keyOf(owner));
  const persisted = await dhis2.resources.categoryCombos.get("CcSexAge000", { fields: ":persisted" });
  exactly<keyof typeof owner | "categoryOptionCombos">()(keyOf(persisted));
  const simple = await v43.resources.categoryCombos.get("CcSexAge000", { fields: ":simple" });
  exactly<
    | "code"
    | "created"
    | "dataDimensionType"
    | "displayName"
    | "href"
    | "id"
    | "isDefault"
    | "lastUpdated"
    | "name"
    | "skipTotal"
  >()(keyOf(simple));
  const identifiable = await v41.resources.categoryCombos.get("CcSexAge000", { fields: ":identifiable" });
  exactly<"id" | "name" | "code" | "created" | "lastUpdated" | "lastUpdatedBy">()(keyOf(identifiable));
}
declare function keyOf<Given>(value: Given): keyof Given;

/** A property belongs to a release. */
export async function releases(): Promise<void> {
  await v43.resources.programs.list({ fields: "id,enableChangeLog" });
  // @ts-expect-error 'enableChangeLog' is not a property of Program
  await dhis2.resources.programs.list({ fields: "id,enableChangeLog" });
  // @ts-expect-error 'enableChangeLog' is not a property of Program
  await v41.resources.programs.list({ fields: "id,enableChangeLog" });
}

export async function refused(): Promise<void> {
  const { dataElements } = dhis2.resources;
  // @ts-expect-error 'nmae' is not a property of DataElement
  await dataElements.list({ fields: "id,nmae" });
  // @ts-expect-error 'nam' is not a property of CategoryCombo
  await dataElements.list({ fields: "id,categoryCombo[nam]" });
  // @ts-expect-error 'colr' is not a property of ObjectStyle
  await dataElements.get("DeBirths000", { fields: "style[colr]" });
  // @ts-expect-error a path is none in fields
  await dataElements.page({ fields: "categoryCombo.name" });
  // @ts-expect-error 'gt' does not apply to valueType (enum ValueType)
  await dataElements.list({ filter: ["valueType:gt:NUMBER"] });
  // @ts-expect-error 'NOPE' is not a member of ValueType
  await dataElements.count({ filter: ["valueType:eq:NOPE"] });
  // @ts-expect-error 'in' does not apply to an attribute
  await dataElements.count({ filter: [where("AttText0000", "in", ["a"])] });
  // @ts-expect-error 'up' is not a direction
  await dataElements.list({ order: "name:up" });
}

/** Code for every release has checked queries as well, over what all share. */
export async function common(any: Dhis2Client): Promise<void> {
  const elements = await any.resources.dataElements.list({
    fields: "id,categoryCombo[id]",
    filter: ["code:!null"],
  });
  exactly<{ id: string; categoryCombo: { id: string } }[]>()(elements);
  exactly<{ readonly id: string; readonly displayName: string }[]>()(await any.resources.dataElements.list());
  // @ts-expect-error only 43 has it
  await any.resources.programs.list({ fields: "id,enableChangeLog" });
}
export const anyOf: readonly Dhis2Client[] = [v41, dhis2, v43];
