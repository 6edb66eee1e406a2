/** What writes take and refuse: paths and values of patches, what may be cleared, what a replacement needs. */
import {
  type DataElementUpdate,
  type Dhis2,
  importMetadata,
  type MetadataIdentifier,
  type PatchOperation,
  startMetadataImport,
} from "@dhis2w/client-v42";

declare const dhis2: Dhis2;
declare const uid: string;
const { categoryCombos, dashboards, dataElements, visualizations } = dhis2.resources;
const needed = {
  name: "Malaria cases",
  shortName: "Malaria",
  valueType: "NUMBER",
  aggregationType: "SUM",
  domainType: "AGGREGATE",
} as const;

const sex = { name: "Sex", dataDimensionType: "DISAGGREGATION" } as const;

export async function operations(): Promise<void> {
  await dataElements.patch(uid, [
    { op: "replace", path: "/shortName", value: "Malaria c." },
    { op: "add", path: "/code", value: null },
    { op: "remove", path: "/formName" },
    { op: "replace", path: "/categoryCombo", value: { id: "CcSexAge000" } },
    { op: "add", path: "/aggregationLevels", value: [1] },
    { op: "add", path: "/aggregationLevels/-", value: 3 },
    { op: "add", path: "/aggregationLevels/0", value: 2 },
    { op: "remove", path: "/aggregationLevels/0" },
    { op: "replace", path: "/style/color", value: "#ff0000" },
    { op: "remove", path: "/style/icon" },
    { op: "replace", path: "/sharing/public", value: "r-------" },
    { op: "replace", path: "/sharing/users/UserReader0", value: { id: "UserReader0", access: "r-------" } },
    {
      op: "replace",
      path: "/attributeValues",
      value: [{ attribute: { id: "AttText0000" }, value: "replaced" }],
    },
  ]);
  await categoryCombos.patch(uid, [
    { op: "add", path: "/categories/-", value: { id: "CatArea0000" } },
    { op: "replace", path: "/categories", value: [{ id: "CatSex00000" }, { id: "CatArea0000" }] },
    { op: "remove", path: "/categories/1" },
    { op: "remove-by-id", path: "/categories", id: "CatArea0000" },
  ]);
  await dashboards.patch("DashOne0000", [
    { op: "replace", path: "/dashboardItems/0/text", value: "More words" },
    { op: "remove-by-id", path: "/dashboardItems", id: "ItemText000" },
  ]);
  await visualizations.patch("VizTwo00000", [
    { op: "replace", path: "/legend", value: { showKey: true, style: "FILL", strategy: "FIXED" } },
    { op: "replace", path: "/fontStyle/legend/bold", value: true },
  ]);

  // Collected first, in the words of the release.
  const collected: PatchOperation<DataElementUpdate>[] = [{ op: "remove", path: "/code" }];
  collected.push({ op: "replace", path: `/translations/${collected.length}/value`, value: "Paludisme" });
  await dataElements.patch(uid, collected);
}

export async function refusedOperations(): Promise<void> {
  // @ts-expect-error 'shrtName' is no property; did you mean '/shortName'?
  await dataElements.patch(uid, [{ op: "replace", path: "/shrtName", value: "Malaria" }]);
  // @ts-expect-error a short name is a text
  await dataElements.patch(uid, [{ op: "replace", path: "/shortName", value: 1 }]);
  // @ts-expect-error a data element has a short name
  await dataElements.patch(uid, [{ op: "replace", path: "/shortName", value: null }]);
  // @ts-expect-error a data element has a value type
  await dataElements.patch(uid, [{ op: "remove", path: "/valueType" }]);
  // @ts-expect-error no such value type
  await dataElements.patch(uid, [{ op: "replace", path: "/valueType", value: "NUMBRE" }]);
  // @ts-expect-error did you mean '/style/color'?
  await dataElements.patch(uid, [{ op: "replace", path: "/style/colr", value: "red" }]);
  // @ts-expect-error a colour is a text
  await dataElements.patch(uid, [{ op: "replace", path: "/style/color", value: 3 }]);
  // @ts-expect-error computed
  await dataElements.patch(uid, [{ op: "replace", path: "/displayName", value: "x" }]);
  // @ts-expect-error BUG-330: servers answer success, and keep the name of the combo
  await dataElements.patch(uid, [{ op: "replace", path: "/categoryCombo/name", value: "x" }]);
  // @ts-expect-error BUG-330: servers answer success, and keep the id
  await dataElements.patch(uid, [{ op: "replace", path: "/id", value: "DeOther0000" }]);
  // @ts-expect-error BUG-101: refused, or taken and not done
  await dataElements.patch(uid, [{ op: "remove", path: "/attributeValues/0" }]);
  // @ts-expect-error BUG-101: taken and not done
  await dataElements.patch(uid, [{ op: "remove-by-id", path: "/attributeValues", id: "a" }]);
  // @ts-expect-error a text has nothing with an id
  await dataElements.patch(uid, [{ op: "remove-by-id", path: "/code", id: "x" }]);
  // @ts-expect-error behind the end nothing can be replaced
  await dataElements.patch(uid, [{ op: "replace", path: "/legendSets/-", value: { id: "a" } }]);
  // @ts-expect-error one reference, not a list
  await categoryCombos.patch(uid, [{ op: "add", path: "/categories/-", value: [{ id: "a" }] }]);
  // @ts-expect-error a list, not one reference
  await categoryCombos.patch(uid, [{ op: "add", path: "/categories", value: { id: "a" } }]);
  // @ts-expect-error DHIS2 has no 'test'
  await dataElements.patch(uid, [{ op: "test", path: "/name", value: "x" }]);
  // @ts-expect-error a value is missing
  await dataElements.patch(uid, [{ op: "replace", path: "/name" }]);
  // @ts-expect-error a path begins with a slash
  await dataElements.patch(uid, [{ op: "replace", path: "name", value: "x" }]);
}

export async function changes(): Promise<void> {
  await dataElements.patch(uid, {
    shortName: "Malaria c.",
    code: null,
    style: { color: "#ff0000" },
  });
  // @ts-expect-error a data element has a name
  await dataElements.patch(uid, { name: null });
  // @ts-expect-error BUG-330: servers keep the id
  await dataElements.patch(uid, { id: "DeOther0000" });
  // @ts-expect-error 'colr' is no property of a style
  await dataElements.patch(uid, { style: { colr: "#ff0000" } });
  // @ts-expect-error computed
  await dataElements.patch(uid, { displayName: "Malaria" });
}

export async function replacements(): Promise<void> {
  await dataElements.replace(uid, { ...needed, id: "DeOne000000", code: null });
  // @ts-expect-error servers refuse a replacement without a short name, like a new object
  await dataElements.replace(uid, { ...needed, shortName: undefined });
  // @ts-expect-error nothing of what is needed
  await categoryCombos.replace(uid, {});
  // @ts-expect-error 'categorys' does not exist; did you mean to write 'categories'?
  await categoryCombos.replace(uid, { ...sex, categorys: [] });
  // @ts-expect-error computed
  await dataElements.replace(uid, { ...needed, displayName: "Malaria" });
}

/** Each release has its own types of periods, in all the same words. */
export async function periods(): Promise<void> {
  const set = { name: "Set", shortName: "Set" };
  await dhis2.resources.dataSets.create({ ...set, periodType: "FinancialOct" });
  // @ts-expect-error did you mean 'Monthly'?
  await dhis2.resources.dataSets.create({ ...set, periodType: "Month" });
  // @ts-expect-error did you mean 'Quarterly'?
  await dhis2.resources.predictors.patch(uid, { periodType: "Quarterely" });
}

/** Who has objects looked up by code refers to them by code, and only then. */
export async function codes(identifier: MetadataIdentifier): Promise<void> {
  const { dataElementGroups } = dhis2.resources;
  const group = { name: "By code", shortName: "By code", dataElements: [{ code: "DEFOUR" }] };
  const byUid = { ...group, dataElements: [{ id: "DeFour00000" }] };
  await dataElementGroups.saveMany([group], { identifier: "CODE" });
  await importMetadata(
    dhis2,
    {
      dataElements: [{ ...needed, categoryCombo: { code: "SEX_AGE" } }],
      dataElementGroups: [group],
      // However deep, in values that stand inside.
      dataSets: [
        {
          name: "Set",
          shortName: "Set",
          periodType: "Monthly",
          dataSetElements: [{ dataElement: { code: "DEFOUR" } }],
        },
      ],
    },
    { identifier: "CODE", atomic: false },
  );
  await startMetadataImport(dhis2, { dataElementGroups: [group] }, { identifier: "CODE" });
  await dataElementGroups.saveMany([{ ...group, dataElements: [] }], { identifier });
  // @ts-expect-error references are UIDs
  await dataElementGroups.saveMany([group]);
  // @ts-expect-error references are UIDs
  await dataElementGroups.saveMany([group], { identifier: "UID" });
  // @ts-expect-error references are UIDs
  await dataElementGroups.create(group);
  // @ts-expect-error a UID is looked up as a code
  await dataElementGroups.saveMany([byUid], { identifier: "CODE" });
  // @ts-expect-error 'dataElement' does not exist; did you mean to write 'dataElements'?
  await dataElementGroups.saveMany([{ name: "a", shortName: "a", dataElement: [] }], { identifier: "CODE" });
  const numbered = [{ ...needed, optionSet: { code: 1 } }];
  // @ts-expect-error a code is a text
  await importMetadata(dhis2, { dataElements: numbered }, { identifier: "CODE" });
}

export async function members(): Promise<void> {
  await dhis2.resources.dataElementGroups.addToCollection(uid, "dataElements", [uid]);
  await categoryCombos.replaceCollection(uid, "categories", [uid]);
  // @ts-expect-error the collection is "dataElements"
  await dhis2.resources.dataElementGroups.addToCollection(uid, "dataElement", [uid]);
  // @ts-expect-error a text has no members
  await dhis2.resources.dataElementGroups.removeFromCollection(uid, "name", [uid]);
}
