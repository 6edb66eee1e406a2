import { recordedVersions } from "@dhis2w/recordings";
import { beforeAll, describe, expect, test } from "vitest";
import {
  disagreements,
  type RecordedCall,
  recordedCalls,
  requiredEvidence,
} from "../../test/openapi/recorded-operations.ts";
import { snapshotDocument } from "../../test/openapi/snapshots.ts";
import type { OpenApiDocument } from "./document.ts";
import { repairDocument } from "./repair/apply.ts";
import { repairs } from "./repair/repairs.ts";

interface Recorded {
  readonly document: OpenApiDocument;
  readonly calls: readonly RecordedCall[];
}

const versions = recordedVersions();
const raw = new Map<string, Recorded>();
const repaired = new Map<string, Recorded>();
beforeAll(() => {
  for (const version of versions) {
    const given = snapshotDocument(version);
    raw.set(version, { document: given, calls: recordedCalls(given, version) });
    const { document } = repairDocument(given, repairs);
    repaired.set(version, { document, calls: recordedCalls(document, version) });
  }
});

/** Each thing that recorded calls say against a document. */
function contradictions({ document, calls }: Recorded): string[] {
  const found = new Set<string>();
  for (const call of calls.filter((one) => !isReshaped(one)))
    for (const text of disagreements(document, call)) {
      const local = /^(answer|body|parameter|status|the (answer|body))/.test(text);
      found.add(local ? `${call.method} ${call.path}: ${text}` : text);
    }
  return [...found];
}

/** The declared types are those of whole objects: a selection in `fields` or another `Accept` gives other shapes. */
function isReshaped({ exchange: { request } }: RecordedCall): boolean {
  const text = request.headers.get("Accept")?.startsWith("text/") === true;
  return text || request.query.getAll("fields").some((fields) => /[~|[(]|::/.test(fields));
}

function contradictionsOf(recorded: Recorded | undefined): string[] {
  return contradictions(recorded ?? expect.fail("no such release"));
}

test("the required properties that are believed are those that no recording contradicts", () => {
  const evidence = new Map<string, { present: number; absent: number }>();
  for (const { document, calls } of raw.values())
    for (const [subject, { present, absent }] of requiredEvidence(document, calls)) {
      const sum = evidence.get(subject) ?? { present: 0, absent: 0 };
      evidence.set(subject, { present: sum.present + present, absent: sum.absent + absent });
    }
  const believed = repairs.flatMap((repair) =>
    repair.kind === "require-only"
      ? Object.entries(repair.properties).flatMap(([schema, names]) =>
          names.map((name) => `${schema}.${name}`),
        )
      : [],
  );
  expect(believed.length).toBeGreaterThan(50);
  for (const subject of believed) {
    const { present, absent } = evidence.get(subject) ?? { present: 0, absent: 0 };
    expect(present, `${subject} was seen in three objects`).toBeGreaterThanOrEqual(3);
    expect(absent, `${subject} was never absent`).toBe(0);
  }
});

describe.each(versions)("%s", (version) => {
  test("recorded calls meet the repaired document, but for what is explained", () => {
    expect(repaired.get(version)?.calls.length).toBeGreaterThan(1700);
    const unexplained = contradictionsOf(repaired.get(version)).filter(
      (text) => !explained.some(({ pattern }) => pattern.test(text)),
    );
    expect(unexplained).toEqual([]);
  });

  test("the repairs take four of five contradictions away", () => {
    expect(contradictionsOf(repaired.get(version)).length).toBeLessThan(
      contradictionsOf(raw.get(version)).length / 5,
    );
  });
});

test("every explanation is needed", () => {
  const all = versions.flatMap((version) => contradictionsOf(repaired.get(version)));
  expect(explained.filter(({ pattern }) => !all.some((text) => pattern.test(text)))).toEqual([]);
});

/** What recordings say against the repaired documents, and why that is fine. */
const explained: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern:
      /^(AttributeValue|Constant|DataElement|CategoryOption)(Params)?(\.\w+)? is |DataValue\.value is 60/,
    why: "bodies that were sent to learn what the server does with nulls, numbers and the object form",
  },
  {
    pattern: /(\.|parameter )(noSuch\w*|nested|colour|categorys|add|pagesize|Filter) is not declared$/,
    why: "names that were made up or misspelt, to learn that the server ignores them",
  },
  {
    pattern: /^IdentifiableObjects(Params)?\.additions\[\]\.(id is absent|code is not declared)$/,
    why: "a body by code, which the server ignores",
  },
  {
    pattern:
      /: parameter (skipPaging|totalPages|mergeMode|orgUnits) is not declared$|trackedEntities: parameter (orgUnit|ouMode) is|\{property\}: parameter (filter|pageSize) is/,
    why: "parameters of other endpoints or of older releases, which the server ignores here",
  },
  {
    pattern:
      /^(AttributeValue(Params)?\.(created|lastUpdated|attribute\.name)|DashboardItem(Params)?\.[wh]|DataElementParams\.(access|href)) is not declared$/,
    why: "parts of bodies that the server ignores",
  },
  {
    pattern: /\.Att\w{8} is not declared$/,
    why: "a selection in fields by the UIDs of attributes, which are then names of properties",
  },
  {
    pattern: /^get \/api\/(enrollments|relationships|trackedEntityInstances): parameter/,
    why: "endpoints that 2.41 is the last to have",
  },
  {
    pattern: /^get \/api\/dataValueSets: the answer is a text|^post \/api\/dataElements: the body is a text/,
    why: "CSV and XML, which are asked for by a header or 'format' and read with 'parseAs'",
  },
  {
    pattern: /^get \/api\/sqlViews\/\{uid\}\/\{property\}: parameter criteria/,
    why: "a suffix that is not declared: '/data.json' for '/data'",
  },
  {
    pattern: /^get \/api\/(dataElements\/\{uid\}|me): the answer is empty$/,
    why: "a stray bracket in fields, and a request from an origin that is not allowed",
  },
  {
    pattern: /^MessageConversation\.message is not declared$/,
    why: "a conversation that is not there is told with status 200",
  },
  {
    pattern: /^post \/api\/metadata: body as none of its kinds: body is a list/,
    why: "a body that the server takes for an empty import",
  },
  {
    pattern: /^JobConfiguration as none of its kinds: JobConfiguration\.jobType is absent/,
    why: "a selection in fields without the property that tells the kinds apart",
  },
  {
    pattern: /^(Visualization|MapView)\.(columns|filters|rows|periods)\[\]/,
    why: "2.41 declares dimensions as references; their own names are bodies of recording 22",
  },
  { pattern: /^get \/api\/systemSettings: answer\.\*/, why: "2.41 has one setting that is an object" },
];
