import { type Core, resources, server } from "@dhis2w/core-v42";
import { categoryComboCreateSchema } from "@dhis2w/core-v42/schemas/category-combo";
import { dataElementCreateSchema, dataElementSchema } from "@dhis2w/core-v42/schemas/data-element";
import { routeCreateSchema } from "@dhis2w/core-v42/schemas/route";
import { describe, expect, test } from "vitest";
import {
  cookie,
  createClient,
  type Dhis2,
  importMetadata,
  isDhis2Error,
  type ResourceSchemas,
  type ValidationMode,
  type ValidationReport,
  validateWith,
} from "../index.ts";
import { recordingFetch } from "../testing/fixtures.ts";

const draft = {
  name: "One",
  shortName: "One",
  valueType: "NUMBER",
  aggregationType: "SUM",
  domainType: "AGGREGATE",
} as const;

const strict = {
  dataElements: { create: dataElementCreateSchema },
  categoryCombos: { create: categoryComboCreateSchema },
  routes: { create: routeCreateSchema },
};

function client(
  schemas: Readonly<Record<string, ResourceSchemas>> = strict,
  mode: ValidationMode = "throw",
  answer: unknown = { status: "OK", response: { uid: "DeOne000000" } },
) {
  const { fetch, requests } = recordingFetch(() => Response.json(answer));
  const reports: ValidationReport[] = [];
  const dhis2 = createClient<Core>(
    { resources, server },
    {
      baseUrl: "https://a.org",
      auth: cookie(),
      fetch,
      validation: validateWith({ schemas, mode, onReport: (report) => void reports.push(report) }),
    },
  );
  return { dhis2, requests, reports };
}

/** The messages of the refusal, and that nothing was sent. */
async function refusal(
  write: (dhis2: Dhis2<Core>) => Promise<unknown>,
  schemas?: Readonly<Record<string, ResourceSchemas>>,
): Promise<readonly string[]> {
  const { dhis2, requests } = client(schemas);
  const error: unknown = await write(dhis2).catch((one) => one);
  if (!isDhis2Error(error, "VALIDATION.FAILED")) expect.fail(`not refused: ${String(error)}`);
  expect(requests).toEqual([]);
  return error.issues.map(({ message }) => message);
}

/** What callers without types hand over. */
const untyped = (value: unknown): never => value as never;

describe("a patch is judged", () => {
  test("by what it changes: nothing else can be missing, null clears what may be absent", async () => {
    const { dhis2, requests } = client();
    await dhis2.resources.dataElements.patch("DeOne000000", { shortName: "Malaria c.", code: null });
    await dhis2.resources.dataElements.patch("DeOne000000", [
      { op: "replace", path: "/style/color", value: "#ffffff" },
      { op: "add", path: "/legendSets/-", value: { id: "LegendSet00" } },
      { op: "remove", path: "/legendSets/0" },
      { op: "remove-by-id", path: "/legendSets", id: "LegendSet00" },
      { op: "remove", path: "/code" },
    ]);
    expect(requests).toHaveLength(2);
  });

  test("by property: length, enum, type, null where one is needed, keys that nobody knows", async () => {
    const changes = {
      name: "x".repeat(231),
      valueType: "TEXTT",
      shortName: null,
      zeroIsSignificant: 1,
      aggregationLevels: [1, 1.5],
      style: { glow: true, color: 7 },
      displayName: "computed",
      categorys: null,
    };
    expect(
      await refusal(({ resources: { dataElements } }) => dataElements.patch("DeOne000000", untyped(changes))),
    ).toEqual([
      "name: at most 230 characters",
      expect.stringMatching(/^valueType: "TEXTT" is none of TEXT, /),
      "shortName: expected string, received null",
      "zeroIsSignificant: expected boolean, received number",
      "aggregationLevels[1]: expected int, received number",
      "style.color: expected string, received number",
      "style.glow: unknown key",
      "displayName: unknown key",
      "categorys: unknown key",
    ]);
  });

  test.each([
    [
      "value inside",
      { op: "replace", path: "/style/color", value: 7 },
      "style.color: expected string, received number",
    ],
    ["unknown key inside", { op: "add", path: "/style/glow", value: 1 }, "style.glow: unknown key"],
    [
      "unknown key on the way",
      { op: "add", path: "/categorys/-", value: { id: "a" } },
      "categorys: unknown key",
    ],
    [
      "item that is appended",
      { op: "add", path: "/legendSets/-", value: {} },
      "legendSets[-].id: is missing",
    ],
    [
      "item at an index",
      { op: "replace", path: "/legendSets/2", value: 1 },
      "legendSets[2]: expected object, received number",
    ],
    [
      "key of a map",
      { op: "add", path: "/sharing/users/UserOne0000", value: { access: 1 } },
      "sharing.users.UserOne0000.access: expected string, received number",
    ],
    [
      "way through a text",
      { op: "add", path: "/name/first", value: "x" },
      "name: expected string, received object",
    ],
    ["removal of what is needed", { op: "remove", path: "/name" }, "name: expected string, received null"],
    ["escaped name", { op: "add", path: "/a~1b~0c", value: 1 }, "a/b~c: unknown key"],
  ])("by operation: %s", async (_, operation, message) => {
    expect(
      await refusal(({ resources: { dataElements } }) =>
        dataElements.patch("DeOne000000", untyped([operation])),
      ),
    ).toEqual([message]);
  });

  test("by what is known: of a value that has alternatives the rest is stored", async () => {
    const { dhis2, requests } = client();
    const username = { op: "replace", path: "/auth/username", value: "admin" } as const;
    await dhis2.resources.routes.patch("RouteOne000", [username]);
    expect(requests).toHaveLength(1);
    expect(
      await refusal(({ resources: { routes } }) =>
        routes.patch("RouteOne000", untyped({ auth: { type: "none" } })),
      ),
    ).toEqual(["auth: object of none of the shapes that it may have"]);
  });
});

describe("a replacement is judged", () => {
  test("like a new object, but for null, which clears", async () => {
    const { dhis2, requests } = client();
    await dhis2.resources.dataElements.replace("DeOne000000", {
      ...draft,
      code: null,
      formName: undefined,
    } as typeof draft);
    expect(requests).toHaveLength(1);
    expect(
      await refusal(({ resources: { dataElements } }) =>
        dataElements.replace(
          "DeOne000000",
          untyped({ ...draft, name: null, shortName: undefined, domainType: "X", categorys: [] }),
        ),
      ),
    ).toEqual([
      'domainType: "X" is none of AGGREGATE, TRACKER',
      "name: expected string, received null",
      "shortName: is missing",
      "categorys: unknown key",
    ]);
  });

  test("with what a read has carried along, where the read schema is there to tell", async () => {
    const carried = { ...draft, href: "https://a.org", access: { read: true }, style: { color: "#fff" } };
    const read = { dataElements: { read: dataElementSchema, create: dataElementCreateSchema } };
    const { dhis2, requests } = client(read);
    await dhis2.resources.dataElements.replace("DeOne000000", untyped(carried));
    expect(requests).toHaveLength(1);
    const replaceBy = (value: unknown) => (one: Dhis2<Core>) =>
      one.resources.dataElements.replace("DeOne000000", untyped(value));
    expect(await refusal(replaceBy({ ...carried, categorys: [], style: { glow: 1 } }), read)).toEqual([
      "style.glow: unknown key",
      "categorys: unknown key",
    ]);
    expect(await refusal(replaceBy(carried))).toEqual(["href: unknown key", "access: unknown key"]);
  });
});

describe("an import is judged", () => {
  const bundle = {
    dataElements: [draft, { ...draft, name: "x".repeat(231) }, { ...draft, shortName: 7 }],
    categoryCombos: [{ name: "Combo", dataDimensionType: "DISAGGREGATION", categorys: [] }],
  };

  test("once with all issues of all types and objects, before any request", async () => {
    const wanted = [
      "dataElements[1].name: at most 230 characters",
      "dataElements[2].shortName: expected string, received number",
      "categoryCombos[0].categorys: unknown key",
    ];
    expect(await refusal((dhis2) => importMetadata(dhis2, untyped(bundle)))).toEqual(wanted);
    const one = ({ resources: { dataElements } }: Dhis2<Core>) =>
      dataElements.saveMany(untyped(bundle.dataElements), { dryRun: true });
    expect(await refusal(one)).toEqual(wanted.slice(0, 2));
  });

  test("by type in the reports, with those that had no schema", async () => {
    const report = { status: "OK", stats: { created: 1, updated: 0, deleted: 0, ignored: 0, total: 1 } };
    const { dhis2, reports } = client(strict, "warn", { response: report });
    await importMetadata(dhis2, untyped({ ...bundle, indicators: [{}] }));
    expect(
      reports.map(({ resource, side, objects, findings, withoutSchema }) => [
        resource,
        side,
        objects,
        findings.map(({ path }) => path.join(".")),
        withoutSchema,
      ]),
    ).toEqual([
      ["dataElements", "create", 3, ["dataElements.1.name", "dataElements.2.shortName"], false],
      ["categoryCombos", "create", 1, ["categoryCombos.0.categorys"], false],
      ["indicators", "create", 1, [], true],
    ]);
  });

  test("as replacements where nothing new is made, and not at all where objects are deleted", async () => {
    const { dhis2, requests } = client(strict, "throw", { response: { status: "OK", stats: {} } });
    await importMetadata(dhis2, untyped({ dataElements: [{ ...draft, code: null }] }), {
      importStrategy: "UPDATE",
    });
    await importMetadata(dhis2, { dataElements: [{ id: "DeOne000000" }] }, { importStrategy: "DELETE" });
    expect(requests).toHaveLength(2);
  });
});

describe("references by code", () => {
  const combo = { name: "Combo", dataDimensionType: "DISAGGREGATION" } as const;
  const byCode = [
    { ...draft, categoryCombo: { code: "SEX_AGE" } },
    { ...draft, name: "Two", legendSets: [{ code: "A" }] },
  ];

  test("pass where an import looks them up, and what is wrong beside them does not", async () => {
    const { dhis2, requests } = client(strict, "throw", { response: { status: "OK", stats: {} } });
    await dhis2.resources.dataElements.saveMany(byCode, { identifier: "CODE" });
    await importMetadata(dhis2, { dataElements: byCode }, { identifier: "CODE" });
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(["?identifier=CODE", "?identifier=CODE"]);
    const wrong = [{ ...combo, code: 7, categories: [{ code: "SEX" }, { code: 7 }, {}] }];
    expect(
      await refusal((one) => one.resources.categoryCombos.saveMany(untyped(wrong), { identifier: "CODE" })),
    ).toEqual([
      "categoryCombos[0].categories[1].id: is missing",
      "categoryCombos[0].categories[2].id: is missing",
      "categoryCombos[0].code: expected string, received number",
    ]);
  });

  test("are refused where references are UIDs", async () => {
    expect(await refusal((one) => one.resources.dataElements.saveMany(untyped(byCode)))).toEqual([
      "dataElements[0].categoryCombo.id: is missing",
      "dataElements[1].legendSets[0].id: is missing",
    ]);
  });
});

test("findings name the object that is changed", async () => {
  const { dhis2, reports } = client(strict, "warn");
  await dhis2.resources.dataElements.patch("DeOne000000", untyped({ shortName: 7 }));
  await dhis2.resources.dataElements.replace("DeOne000000", untyped({ ...draft, code: 7 }));
  expect(reports.flatMap(({ findings }) => findings.map(({ uid, message }) => [uid, message]))).toEqual([
    ["DeOne000000", "shortName: expected string, received number"],
    ["DeOne000000", "code: expected string, received number"],
  ]);
});

test("what has no schema is named for patch and replace, too", async () => {
  const { dhis2, reports } = client({});
  await dhis2.resources.dataElements.patch("DeOne000000", { name: "One" });
  await dhis2.resources.dataElements.replace("DeOne000000", draft);
  expect(reports.map(({ resource, side, withoutSchema }) => [resource, side, withoutSchema])).toEqual([
    ["dataElements", "patch", true],
    ["dataElements", "replace", true],
  ]);
});

test("nothing is looked at where the call says so", async () => {
  const { dhis2, requests } = client();
  await dhis2.resources.dataElements.patch("DeOne000000", untyped({ name: 7 }), { validation: "off" });
  await dhis2.resources.dataElements.replace("DeOne000000", untyped({}), { validation: "off" });
  await dhis2.resources.dataElements.create(untyped({}), { validation: "off" });
  expect(requests).toHaveLength(3);
});

test("bounds of texts are told in words (BUG-331)", async () => {
  const wrong = { ...draft, name: "", code: "x".repeat(51) };
  expect(await refusal((dhis2) => dhis2.resources.dataElements.create(wrong))).toEqual([
    "code: at most 50 characters",
    "name: at least 1 character",
  ]);
});

test("a draft may name what it does not have: undefined is not sent, null is nothing", async () => {
  const { dhis2, requests } = client();
  await dhis2.resources.dataElements.create(
    untyped({ ...draft, code: undefined, style: { icon: undefined }, url: null }),
  );
  expect(requests).toHaveLength(1);
});
