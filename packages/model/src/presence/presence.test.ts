import { type Exchange, readRecording, recordedGroups, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { committedModel } from "../committed-snapshots.fixture.ts";
import { isAlwaysSent } from "./presence.ts";

const stored = { required: true, persisted: true, list: false };

describe("isAlwaysSent", () => {
  it.each([
    ["a required name of a recorded class", "org.hisp.dhis.dataelement.DataElement", "name", stored, true],
    [
      "the same, not required here",
      "org.hisp.dhis.dataelement.DataElement",
      "name",
      { ...stored, required: false },
      false,
    ],
    [
      "a stored list",
      "org.hisp.dhis.category.CategoryCombo",
      "categories",
      { ...stored, required: false, list: true },
      true,
    ],
    ["a required name of a class nobody recorded", "org.hisp.dhis.Zebra", "name", stored, false],
    ["the id of a class nobody recorded", "org.hisp.dhis.Zebra", "id", stored, true],
    ["a computed id", "org.hisp.dhis.Zebra", "id", { ...stored, persisted: false }, false],
    ["a key of every JavaScript object", "constructor", "name", stored, false],
  ])("%s", (_case, klass, name, facts, expected) => {
    expect(isAlwaysSent(klass, name, facts)).toBe(expected);
  });
});

/** Answers 200 with `{ message }` in place of the conversation. */
const noObject = "20-files-messages/one unknown";

/** Objects read one by one without `fields`: whole, as the server sends them. */
function wholeReads(
  id: string,
  isResource: (path: string) => boolean,
): { resource: string; step: string; body: Record<string, unknown> }[] {
  const isWhole = ({ request, response }: Exchange): boolean =>
    request.method === "GET" && response.status === 200 && request.query.size === 0;
  return recordedGroups(id).flatMap((group) =>
    readRecording(id, group).flatMap((exchange) => {
      const [, resource] = /^\/api\/([A-Za-z]+)\/[A-Za-z][A-Za-z0-9]{10}$/.exec(exchange.request.path) ?? [];
      if (resource === undefined || !isResource(resource) || !isWhole(exchange)) return [];
      const step = `${group}/${exchange.step}`;
      return step === noObject ? [] : [{ resource, step, body: JSON.parse(exchange.response.body) }];
    }),
  );
}

describe.each(recordedVersions())("recorded reads of %s", (id) => {
  const model = committedModel(id);
  const modelOf = new Map(
    model.resources.map(({ path, model: name }) => [path, model.models.find((each) => each.name === name)]),
  );

  const reads = wholeReads(id, (path) => modelOf.has(path));

  it("have what the model says is always there", () => {
    expect(reads.length).toBeGreaterThan(30);
    const lacking = reads.flatMap(({ resource, step, body }) =>
      (modelOf.get(resource)?.properties ?? [])
        .filter(({ name, presence }) => presence === "always" && (body[name] ?? undefined) === undefined)
        .map(({ name }) => `${resource}.${name}: ${step}`),
    );
    expect(lacking).toEqual([]);
  });

  it("have no key that the model lacks", () => {
    const unknown = reads.flatMap(({ resource, body }) => {
      const names = new Set(modelOf.get(resource)?.properties.map(({ name }) => name));
      const keys = Object.keys(body).filter((key) => !names.has(key));
      return keys.map((key) => `${resource}.${key}`);
    });
    expect(unknown).toEqual([]);
  });
});
