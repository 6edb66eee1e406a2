/** What differs between the clients of two releases, and what a core refuses, as a user's program sees it. */

import type { Clients } from "@dhis2w/all-clients";
import type { DataElement as DataElementV41 } from "@dhis2w/client-v41";
import type {
  CategoryComboCreate,
  DataElement,
  DataElementCreate,
  Dhis2,
  Dhis2Client,
  Program,
  Ref,
} from "@dhis2w/client-v42";
import { ValueType } from "@dhis2w/client-v42";
import type { Dhis2 as Dhis2V43, Program as ProgramV43 } from "@dhis2w/client-v43";

declare const program42: Program;
declare const program43: ProgramV43;

// A property that only 2.43 has.
export const logged: boolean | undefined = program43.enableChangeLog;
// @ts-expect-error Property 'enableChangeLog' does not exist on type 'Program'
export const notLogged: boolean | undefined = program42.enableChangeLog;

// A reference knows what it refers to.
declare const category: Ref<"Category">;
declare const combo: Ref<"CategoryCombo">;
export const fine: DataElement["categoryCombo"] = combo;
export const byUid: CategoryComboCreate = {
  name: "Sex",
  dataDimensionType: "DISAGGREGATION",
  categories: [{ id: "abcdefghijk" }],
};
// @ts-expect-error a category is no category combo
export const wrong: NonNullable<DataElement["categoryCombo"]> = category;

// Create shapes take only what can be written, closed enums, and ask for what the server requires.
export const draft: DataElementCreate = {
  name: "Malaria cases",
  shortName: "Malaria",
  valueType: ValueType.NUMBER,
  aggregationType: "SUM",
  domainType: "AGGREGATE",
};
// @ts-expect-error 'SIDEWAYS' is no aggregation type
export const badEnum: DataElementCreate = { ...draft, aggregationType: "SIDEWAYS" };
// @ts-expect-error 'displayName' is made by the server
export const computed: DataElementCreate = { ...draft, displayName: "x" };

const comboBasis = { name: "Sex", dataDimensionType: "DISAGGREGATION" } as const;
// @ts-expect-error the property is called 'categories'
export const misspelt: CategoryComboCreate = { ...comboBasis, categorys: [] };
const elementBasis = { valueType: "NUMBER", aggregationType: "SUM", domainType: "AGGREGATE" } as const;
// @ts-expect-error a data element needs a short name
export const incomplete: DataElementCreate = { ...elementBasis, name: "a" };

// Enums are open where they are read.
declare const element: DataElement;
export const kind: string | undefined = element.valueType;
export const known: boolean = element.valueType === "NUMBER";

// Code for every release takes the common part; every client is one.
declare const dhis2: Dhis2;
declare const ofEach: Clients;
export const anyOf: readonly Dhis2Client[] = Object.values(ofEach);
// @ts-expect-error a client of one release is not that of another
export const other: Dhis2V43 = dhis2;
declare const elementV41: DataElementV41;
export const names: (string | undefined)[] = [element.name, elementV41.name];

// A misspelt key is an error in every write; so are what the server computes, deep inside too, and what it needs.
export const misspeltWrites: readonly Promise<unknown>[] = [
  // @ts-expect-error 'categorys' does not exist; did you mean 'categories'?
  dhis2.resources.categoryCombos.create({ ...comboBasis, categorys: [] }),
  // @ts-expect-error the same
  dhis2.resources.categoryCombos.replace("CcOne000000", { ...comboBasis, categorys: [] }),
  // @ts-expect-error the same
  dhis2.resources.categoryCombos.patch("CcOne000000", { categorys: [] }),
  // @ts-expect-error the same
  dhis2.resources.categoryCombos.saveMany([{ ...comboBasis, categorys: [] }]),
  // @ts-expect-error 'displayName' of a layer is made by the server
  dhis2.resources.maps.create({ name: "Map", mapViews: [{ layer: "thematic1", displayName: "x" }] }),
  // @ts-expect-error a user has roles
  dhis2.resources.users.create({ firstName: "Ada", surname: "Lovelace" }),
];
export const cleared: Promise<unknown> = dhis2.resources.dataElements.patch("DeOne000000", { code: null });

// The paths of a patch begin with a property that this release may write.
export const patched: Promise<unknown> = dhis2.resources.dataElements.patch("DeOne000000", [
  { op: "replace", path: "/shortName", value: "Malaria c." },
  { op: "remove", path: "/style/icon" },
]);
export const mispatched: Promise<unknown> = dhis2.resources.dataElements.patch("DeOne000000", [
  // @ts-expect-error 'shrtName' is no property of a data element
  { op: "remove", path: "/shrtName" },
]);
