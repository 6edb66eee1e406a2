import { type Core, resources, server } from "@dhis2w/core-v42";
import {
  type Exchange,
  plainRequest,
  recordedGroup,
  recordedVersions,
  scriptedFetch,
} from "@dhis2w/recordings";
import { describe, expect, test } from "vitest";
import {
  basic,
  createClient,
  Dhis2ImportError,
  type ImportMetadataOptions,
  importMetadata,
  isDhis2Error,
  type MetadataBundle,
  type MetadataIdentifier,
  type MetadataImportStrategy,
  type MetadataReport,
} from "../index.ts";

type Bundle = MetadataBundle<object>;

/** What the import of a recorded bundle gives, and that it was sent as the recorded client did. */
async function replay(exchange: Exchange, options: ImportMetadataOptions = {}): Promise<MetadataReport> {
  const { fetch, sent } = scriptedFetch(exchange.response);
  const dhis2 = createClient<Core>(
    { resources, server },
    { baseUrl: "https://dhis2.test", auth: basic("admin", "district"), fetch },
  );
  // Recorded bundles are plain JSON, some of it wrong on purpose.
  const bundle = JSON.parse(exchange.request.body ?? "") as Bundle;
  const outcome = await importMetadata<object, MetadataImportStrategy, MetadataIdentifier>(
    dhis2,
    bundle,
    options,
  ).catch((error: unknown) => ({ error }));
  expect(sent).toEqual([plainRequest(exchange.request)]);
  if ("error" in outcome) throw outcome.error;
  return outcome;
}

async function failureOf(work: Promise<unknown>): Promise<Dhis2ImportError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Dhis2ImportError) return error;
  expect.fail(`no import error but ${error}`);
}

const stats = (created: number, updated: number, deleted: number, ignored: number) => ({
  created,
  updated,
  deleted,
  ignored,
  total: created + updated + deleted + ignored,
});

describe.each(recordedVersions())("imports as recorded on %s", (version) => {
  const { step } = recordedGroup(version, "06-metadata-import");

  test.each<[string, ImportMetadataOptions, ReturnType<typeof stats>]>([
    ["import one", {}, stats(1, 0, 0, 0)],
    ["import one again", {}, stats(0, 1, 0, 0)],
    ["import two", {}, stats(1, 1, 0, 0)],
    ["import by plural and group", {}, stats(2, 0, 0, 0)],
    ["import order of keys", {}, stats(2, 0, 0, 0)],
    ["validate only", { dryRun: true }, stats(1, 0, 0, 0)],
    ["CREATE new", { importStrategy: "CREATE" }, stats(1, 0, 0, 0)],
    ["UPDATE existing", { importStrategy: "UPDATE" }, stats(0, 1, 0, 0)],
    ["CREATE_AND_UPDATE", { importStrategy: "CREATE_AND_UPDATE" }, stats(1, 1, 0, 0)],
    ["skipSharing", { skipSharing: true }, stats(0, 1, 0, 0)],
    ["skipTranslation", { skipTranslation: true }, stats(0, 1, 0, 0)],
    ["skipValidation", { skipValidation: true }, stats(0, 0, 0, 0)],
    ["identifier CODE", { identifier: "CODE" }, stats(1, 0, 0, 0)],
    ["flushMode OBJECT", { flushMode: "OBJECT" }, stats(1, 0, 0, 0)],
    ["no ids", {}, stats(1, 0, 0, 0)],
    ["empty list", {}, stats(0, 0, 0, 0)],
    ["DELETE one", { importStrategy: "DELETE" }, stats(0, 0, 1, 0)],
    ["DELETE validate", { importStrategy: "DELETE", dryRun: true }, stats(0, 0, 1, 0)],
  ])("%s", async (name, options, wanted) => {
    expect(await replay(step(name), options)).toEqual({ status: "OK", stats: wanted, rows: [] });
  });

  test("an import is atomic by default: a finding is thrown, and nothing was saved", async () => {
    const error = await failureOf(replay(step("CREATE mixed"), { importStrategy: "CREATE" }));
    expect(error.code).toBe("HTTP.CONFLICT");
    expect(error.message).toContain("Found matching object for reference");
    expect(step("after CREATE mixed").response.status).toBe(404);
  });

  test("without atomicity the report says what was saved and what was not", async () => {
    expect(await replay(step("atomic NONE with one incomplete"), { atomic: false })).toEqual({
      status: "WARNING",
      stats: stats(1, 0, 0, 1),
      rows: [
        {
          type: "DataElement",
          uid: "DeLacks0000",
          index: 1,
          property: "valueType",
          code: "E4000",
          message: "Missing required property `valueType`",
          saved: false,
        },
      ],
    });
    expect(step("after atomic NONE incomplete: good").response.status).toBe(200);
    expect(step("after atomic NONE incomplete: bad").response.status).toBe(404);
  });

  test("an object that was saved without its reference has a row that says so (BUG-210)", async () => {
    const report = await replay(step("atomic NONE with an unknown optional reference"), { atomic: false });
    expect(report.stats).toEqual(stats(2, 0, 0, 0));
    expect(report.rows).toEqual([
      expect.objectContaining({
        uid: "DeOptRef000",
        index: 1,
        property: "optionSet",
        code: "E5002",
        saved: true,
      }),
    ]);
    expect(step("after that: bad").response.status).toBe(200);
  });

  test("where the database refuses all, there is no report and an error even without atomicity (BUG-210)", async () => {
    const error = await failureOf(replay(step("atomic NONE with one bad"), { atomic: false }));
    expect(error.code).toBe("HTTP.CONFLICT");
    expect(error.rows).toEqual([
      expect.objectContaining({
        message: expect.stringContaining("DataElement.categoryCombo"),
        uid: undefined,
      }),
    ]);
    expect(step("after atomic NONE: good").response.status).toBe(404);
  });

  test.each<[string, ImportMetadataOptions, [uid: string, index: number | undefined, code: string][]]>([
    ["CREATE existing", { importStrategy: "CREATE" }, [["DeOne000000", undefined, "E5000"]]],
    ["CREATE mixed", { importStrategy: "CREATE" }, [["DeOne000000", undefined, "E5000"]]],
    ["UPDATE new", { importStrategy: "UPDATE" }, [["DeNowhere00", 0, "E5001"]]],
    ["duplicate code in the bundle", {}, [["DeDupB00000", 1, "E5003"]]],
    ["duplicate code in the database", {}, [["DeDupC00000", 0, "E5003"]]],
    ["duplicate id", {}, [["DeSameId000", 1, "E5004"]]],
    ["too long", {}, [["DeTooLong00", 0, "E4001"]]],
    ["sharing unknown user", {}, [["DeShareUser", 0, "E5002"]]],
  ])("%s: which object, where, and why (BUG-207)", async (name, options, wanted) => {
    const { rows } = await failureOf(replay(step(name), options));
    expect(rows.map(({ uid, index, code }) => [uid, index, code])).toEqual(wanted);
  });

  test("a deletion of what is not there, with the rest deleted", async () => {
    const report = await replay(step("DELETE partly unknown"), { importStrategy: "DELETE", atomic: false });
    expect(report.stats).toEqual(stats(0, 0, 1, 1));
    expect(report.rows).toEqual([
      expect.objectContaining({ uid: "DeNowhere00", index: 1, code: "E5001", saved: false }),
    ]);
  });

  test("a dry run with a finding fails as the real one would", async () => {
    const { rows } = await failureOf(replay(step("validate a bad one"), { dryRun: true }));
    expect(rows.map(({ uid, property }) => `${uid} ${property}`).sort()).toEqual([
      "DeDryBad000 aggregationType",
      "DeDryBad000 domainType",
      "DeDryBad000 shortName",
      "DeDryBad000 valueType",
    ]);
  });

  test("checks are counted, not objects: one object with two findings is ignored twice (BUG-207)", async () => {
    const { response } = step("bad uid");
    expect(JSON.parse(response.body).response.stats).toMatchObject({ ignored: 2, total: 2 });
    const { rows } = await failureOf(replay(step("bad uid")));
    expect(new Set(rows.map(({ uid }) => uid))).toEqual(new Set(["abc"]));
  });

  test("an export goes back in as it came; built-in default objects are passed over (BUG-209)", async () => {
    const exchange = step("reimport the dependencies");
    const sent = Object.values(JSON.parse(exchange.request.body ?? "") as Record<string, unknown>)
      .filter((list) => Array.isArray(list))
      .flat() as { name: string }[];
    const { sent: requests, fetch } = scriptedFetch(exchange.response);
    const dhis2 = createClient<Core>(
      { resources, server },
      { baseUrl: "https://dhis2.test", auth: basic("admin", "district"), fetch },
    );
    const bundle = JSON.parse(exchange.request.body ?? "") as Bundle;
    const report = await importMetadata<object>(dhis2, bundle);
    expect(report).toMatchObject({ status: "OK", rows: [] });
    expect(report.stats.total).toBe(sent.filter(({ name }) => name !== "default").length);
    const { system: _, ...lists } = bundle;
    expect(requests[0]?.body).toEqual(lists);
  });

  test("sharing that is left out is reset, and kept by skipSharing (BUG-208)", () => {
    const sharing = (name: string) => JSON.parse(step(name).response.body).sharing.public;
    expect(sharing("after sharing")).toBe("--------");
    expect(sharing("after skipSharing")).toBe("--------");
    expect(sharing("after update without sharing")).toBe("rw------");
  });

  test("a type that this release does not have is refused here, for the server ignores it (BUG-211)", async () => {
    expect(JSON.parse(step("unknown class key").response.body)).toMatchObject({ status: "OK" });
    await expect(
      importMetadata<object>(
        createClient<Core>({ resources, server }, { baseUrl: "https://a.org", auth: basic("a", "b") }),
        JSON.parse(step("unknown class key").request.body ?? "") as Bundle,
      ),
    ).rejects.toThrow(new TypeError("there is no resource 'noSuchThings'"));
  });

  test("saveMany sends the same bundle, and 500s stay errors of the server", async () => {
    const exchange = step("import two");
    const { fetch, sent } = scriptedFetch(exchange.response);
    const dhis2 = createClient<Core>(
      { resources, server },
      { baseUrl: "https://dhis2.test", auth: basic("admin", "district"), fetch },
    );
    const { dataElements } = JSON.parse(exchange.request.body ?? "");
    expect(await dhis2.resources.dataElements.saveMany(dataElements)).toMatchObject({
      stats: stats(1, 1, 0, 0),
    });
    expect(sent).toEqual([plainRequest(exchange.request)]);
    if (step("bad enum").response.status !== 500) return;
    const error: unknown = await replay(step("bad enum")).catch((thrown: unknown) => thrown);
    expect(isDhis2Error(error, "HTTP.SERVER_ERROR")).toBe(true);
  });
});

describe("what no recording has", () => {
  const report = { status: "OK", stats: stats(0, 0, 0, 0), typeReports: [] };
  const client = (...answers: Response[]) => {
    const requests: Request[] = [];
    const dhis2 = createClient<Core>(
      { resources, server },
      {
        baseUrl: "https://dhis2.test",
        auth: basic("admin", "district"),
        fetch: async (request) => {
          requests.push(request);
          return answers[requests.length - 1] ?? expect.fail("there is no answer to this request");
        },
      },
    );
    return { dhis2, requests };
  };

  test("an import is never sent again: a 503 is an error at once", async () => {
    const { dhis2, requests } = client(new Response("", { status: 503 }));
    await expect(dhis2.resources.constants.saveMany([])).rejects.toMatchObject({
      code: "HTTP.SERVICE_UNAVAILABLE",
    });
    expect(requests).toHaveLength(1);
  });

  test("a large list goes out in one request", async () => {
    const { dhis2, requests } = client(Response.json({ response: report }));
    const drafts = Array.from({ length: 5000 }, (_, index) => ({
      name: `C${index}`,
      shortName: `C${index}`,
      value: index,
    }));
    await dhis2.resources.constants.saveMany(drafts);
    expect(await requests[0]?.json()).toEqual({ constants: drafts });
  });

  test("a success without a report is no success", async () => {
    const { dhis2 } = client(Response.json({ status: "OK" }), new Response(null, { status: 200 }));
    await expect(dhis2.resources.constants.saveMany([])).rejects.toMatchObject({ code: "PARSE.SHAPE" });
    await expect(dhis2.resources.constants.saveMany([])).rejects.toMatchObject({ code: "PARSE.SHAPE" });
  });

  test("findings in an answer of success are not lost: thrown when atomic, in the report when not", async () => {
    const typeReports = [
      {
        klass: "org.hisp.dhis.constant.Constant",
        objectReports: [
          { uid: "a", index: 0, errorReports: [{ errorCode: "E5002", message: "Invalid reference" }] },
          {
            uid: "b",
            index: 1,
            errorReports: [
              { errorCode: "E5002", message: "Invalid reference" },
              { errorCode: "E4000", message: "Missing" },
            ],
          },
        ],
      },
    ];
    const answer = () => Response.json({ response: { ...report, status: "WARNING", typeReports } });
    const { dhis2 } = client(answer(), answer());
    await expect(dhis2.resources.constants.saveMany([])).rejects.toMatchObject({ code: "IMPORT.PARTIAL" });
    const { rows } = await dhis2.resources.constants.saveMany([], { atomic: false });
    expect(rows.map(({ uid, code, saved }) => [uid, code, saved])).toEqual([
      ["a", "E5002", true],
      ["b", "E5002", false],
      ["b", "E4000", false],
    ]);
  });

  test("an abort and a line that drops stay what they are, with and without atomicity", async () => {
    const { dhis2, requests } = client();
    const { constants } = dhis2.resources;
    const signal = AbortSignal.abort("enough");
    await expect(constants.saveMany([], { atomic: false, signal })).rejects.toMatchObject({
      code: "ABORT.ABORTED",
      reason: "enough",
    });
    expect(requests).toEqual([]);
    const broken = createClient<Core>(
      { resources, server },
      {
        baseUrl: "https://dhis2.test",
        auth: basic("admin", "district"),
        fetch: () => Promise.reject(new TypeError("fetch failed")),
      },
    );
    await expect(broken.resources.constants.saveMany([], { atomic: false })).rejects.toMatchObject({
      code: "NETWORK.FAILED",
    });
  });

  test("what is no list is refused before any request", async () => {
    const { dhis2, requests } = client();
    // A program without types can say this; the server answers 500.
    const bundle = { constants: { id: "a" } } as unknown as Bundle;
    await expect(importMetadata<object>(dhis2, bundle)).rejects.toThrow(TypeError);
    expect(requests).toEqual([]);
  });
});
