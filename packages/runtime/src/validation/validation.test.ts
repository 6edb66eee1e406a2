import { type Core, resources, server } from "@dhis2w/core-v42";
import { categoryComboCreateSchema } from "@dhis2w/core-v42/schemas/category-combo";
import { dataElementCreateSchema, dataElementSchema } from "@dhis2w/core-v42/schemas/data-element";
import { routeSchema } from "@dhis2w/core-v42/schemas/route";
import { describe, expect, test } from "vitest";
import {
  cookie,
  createClient,
  isDhis2Error,
  readFindings,
  type ValidationMode,
  type ValidationOptions,
  type ValidationReport,
  validateWith,
} from "../index.ts";
import { recordingFetch } from "../testing/fixtures.ts";

const reference = { id: "bjDvmb4bfuf" };

const draft = {
  name: "One",
  shortName: "One",
  valueType: "NUMBER",
  aggregationType: "SUM",
  domainType: "AGGREGATE",
} as const;

const stored = {
  ...draft,
  id: "DeOne000000",
  aggregationLevels: [],
  attributeValues: [],
  categoryCombo: reference,
  dataElementGroups: [],
  dataSetElements: [],
  legendSets: [],
  translations: [],
  zeroIsSignificant: false,
};

const schemas: ValidationOptions["schemas"] = {
  dataElements: { read: dataElementSchema, create: dataElementCreateSchema },
  categoryCombos: { create: categoryComboCreateSchema },
};

function client(answer: unknown, mode?: ValidationMode) {
  const { fetch, requests } = recordingFetch(() => Response.json(answer));
  const reports: ValidationReport[] = [];
  const onReport = (report: ValidationReport): void => void reports.push(report);
  const dhis2 = createClient<Core>(
    { resources, server },
    {
      baseUrl: "https://a.org",
      auth: cookie(),
      fetch,
      validation: validateWith({ schemas, onReport, ...(mode !== undefined && { mode }) }),
    },
  );
  const messages = (): string[] =>
    reports.flatMap(({ findings }) => findings.map(({ kind, message }) => `${kind} ${message}`));
  return { dhis2, requests, reports, messages };
}

const created = { status: "OK", response: { uid: "DeOne000000" } };
const list = (...dataElements: unknown[]) => ({
  pager: { page: 1, pageSize: 50, pageCount: 1, total: dataElements.length },
  dataElements,
});

describe("what is read", () => {
  test("is what the server sent, whatever the schemas know of it", async () => {
    const newer = { ...stored, valueType: "HOLOGRAM", invented: { deep: [1] }, style: { glow: true } };
    const { dhis2, messages } = client(newer, "throw");
    expect(await dhis2.resources.dataElements.get("DeOne000000")).toEqual(newer);
    expect(messages()).toEqual([
      "unknown-member valueType: unknown member HOLOGRAM",
      "unknown-key invented: unknown key",
      "unknown-key style.glow: unknown key",
    ]);
  });

  test("is told by the UID of each object, for an index begins anew on each page", async () => {
    const { dhis2, reports } = client(
      list(stored, { ...stored, id: "DeTwo000000", glow: 1 }, { name: "x", glow: 1 }),
    );
    await dhis2.resources.dataElements.page({ fields: "*" });
    const findings = reports.flatMap((report) =>
      report.findings.filter(({ path }) => path.at(-1) === "glow"),
    );
    expect(findings).toEqual([
      { kind: "unknown-key", path: [1, "glow"], uid: "DeTwo000000", message: "[1].glow: unknown key" },
      { kind: "unknown-key", path: [2, "glow"], message: "[2].glow: unknown key" },
    ]);
  });

  test("is reported under warn, with everything that is wrong, and handed on", async () => {
    const broken = { ...stored, name: 7, categoryCombo: undefined, dataElementGroups: [{ id: 1 }] };
    const { dhis2, messages } = client(broken);
    expect(await dhis2.resources.dataElements.get("DeOne000000")).toMatchObject({ name: 7 });
    expect(messages()).toEqual([
      "invalid categoryCombo: is missing",
      "invalid dataElementGroups[0].id: expected string, received number",
      "invalid name: expected string, received number",
    ]);
  });

  test("is refused under throw, once with all issues", async () => {
    const { dhis2 } = client(list(stored, { ...stored, name: 7, shortName: null }), "throw");
    const error: unknown = await dhis2.resources.dataElements.page({ fields: "*" }).catch((one) => one);
    expect(isDhis2Error(error, "VALIDATION.FAILED") && error.issues).toEqual([
      { path: [1, "name"], message: "[1].name: expected string, received number" },
      { path: [1, "shortName"], message: "[1].shortName: expected string, received null" },
    ]);
  });

  test("is judged by what was selected: nothing else can be missing", async () => {
    const { dhis2, reports } = client(
      list({ id: "DeOne000000", name: "One", groups: 3, categoryCombo: { name: "x" } }),
      "throw",
    );
    await dhis2.resources.dataElements.list({
      fields: "id,name,dataElementGroups~size~rename(groups),categoryCombo[name]",
    });
    await dhis2.resources.dataElements.list();
    expect(reports.flatMap(({ findings }) => findings)).toEqual([
      // Nobody asked for these two in the second call.
      { kind: "unknown-key", path: ["groups"], uid: "DeOne000000", message: "groups: unknown key" },
    ]);
  });

  test.each([
    ["id,dataElementGroups~size~rename(n)", { id: "a", n: 3 }],
    ["id,dataElementGroups[id,groupSets[id]]~size", { id: "a", dataElementGroups: 3 }],
    [
      "id,dataElementGroups(id)::isEmpty,name|rename(code)",
      { id: "a", dataElementGroups: true, code: "One" },
    ],
    ["id,dataElementGroups~pluck(name)[name]", { id: "a", dataElementGroups: ["A"] }],
    [
      "id,dataElementGroups[id,legendSets~keyBy(code)]",
      { id: "a", dataElementGroups: [{ id: "g", legendSets: {} }] },
    ],
  ])("is not judged where a transformer changed it: %s", (fields, value) => {
    expect(readFindings(dataElementSchema, value, fields)).toEqual([]);
  });

  test.each([
    [{ auth: { username: "admin" } }, []],
    [{ auth: { type: "http-basic" } }, []],
    [{ auth: {} }, []],
    [{ auth: { type: "http-basic", username: 7 } }, ["auth: object of none of the shapes that it may have"]],
    [{ auth: { type: 7 } }, ["auth: object of none of the shapes that it may have"]],
    [{ auth: "admin" }, ["auth: string of none of the shapes that it may have"]],
  ])("of a value that has alternatives may come in part: %j", (value, messages) => {
    const found = readFindings(routeSchema, value, "auth[type,username]");
    expect(found.filter(({ kind }) => kind === "invalid").map(({ message }) => message)).toEqual(messages);
  });

  test("of a selection still has the types of the model", async () => {
    const { dhis2 } = client(list({ id: "DeOne000000", valueType: 3 }), "throw");
    await expect(dhis2.resources.dataElements.list({ fields: "id,valueType" })).rejects.toThrow(
      "dataElements as read → valueType: expected string, received number [VALIDATION.FAILED]",
    );
  });

  test("names in the report what no schema was handed over for", async () => {
    const { dhis2, reports } = client({ id: "CcOne000000" }, "throw");
    await dhis2.resources.categoryCombos.get("CcOne000000");
    await dhis2.resources.indicators.get("CcOne000000");
    expect(reports.map(({ resource, side, withoutSchema }) => [resource, side, withoutSchema])).toEqual([
      ["categoryCombos", "read", true],
      ["indicators", "read", true],
    ]);
  });
});

describe("what is created", () => {
  const broken = {
    ...draft,
    name: "x".repeat(231),
    valueType: "TEXTT",
    categorys: [],
    attributeValues: [{ value: "x" }],
  } as unknown as typeof draft;

  test("is refused under throw before any request, with every issue and its path", async () => {
    const { dhis2, requests } = client(created, "throw");
    const error: unknown = await dhis2.resources.dataElements.create(broken).catch((one) => one);
    if (!isDhis2Error(error, "VALIDATION.FAILED")) throw error;
    expect(error.issues.map(({ path }) => path)).toEqual([
      ["attributeValues", 0, "attribute"],
      ["name"],
      ["valueType"],
      ["categorys"],
    ]);
    expect(error.issues.map(({ message }) => message)).toEqual([
      "attributeValues[0].attribute: is missing",
      "name: at most 230 characters",
      expect.stringMatching(/^valueType: "TEXTT" is none of TEXT, LONG_TEXT, MULTI_TEXT/),
      "categorys: unknown key",
    ]);
    expect(requests).toEqual([]);
  });

  test("is sent as it is under warn, and when all is well", async () => {
    const { dhis2, requests, reports } = client(created, "warn");
    await dhis2.resources.dataElements.create(broken);
    await dhis2.resources.dataElements.create(draft);
    expect(requests.map(({ body }) => JSON.parse(body))).toEqual([broken, draft]);
    expect(reports).toHaveLength(1);
  });
});

describe("the choice of a call", () => {
  test("goes before that of the client", async () => {
    const { dhis2, reports } = client({ id: 1 }, "throw");
    await dhis2.resources.dataElements.get("DeOne000000", { validation: "off" });
    expect(reports).toEqual([]);
    await dhis2.resources.dataElements.get("DeOne000000", { validation: "warn" });
    expect(reports).toHaveLength(1);
    await expect(dhis2.resources.dataElements.get("DeOne000000")).rejects.toThrow("VALIDATION.FAILED");
  });

  test("is a mistake where the client was given no schemas", async () => {
    const { fetch } = recordingFetch(() => Response.json(stored));
    const options = { baseUrl: "https://a.org", auth: cookie(), fetch };
    const dhis2 = createClient<Core>({ resources, server }, options);
    await dhis2.resources.dataElements.get("DeOne000000");
    await expect(dhis2.resources.dataElements.get("DeOne000000", { validation: "throw" })).rejects.toThrow(
      TypeError,
    );
  });
});

test("schemas for a resource that does not exist are a mistake at once", () => {
  const validation = validateWith({ schemas: { dataElement: { read: dataElementSchema } } });
  expect(() =>
    createClient<Core>({ resources, server }, { baseUrl: "https://a.org", auth: cookie(), validation }),
  ).toThrow("there is no resource 'dataElement'");
});
