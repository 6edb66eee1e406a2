import { describe, expect, it } from "vitest";
import { committedModel, committedSnapshot, versionIds } from "../committed-snapshots.fixture.ts";
import type { Change } from "./change.ts";
import { diffServers } from "./diff-servers.ts";
import { type TinyServer, tinyServer } from "./rules.fixture.ts";

const changesOf = (before: TinyServer, after: TinyServer): readonly Change[] =>
  diffServers({ documents: tinyServer(before) }, { documents: tinyServer(after) }).changes;
const committed = (id: string): Parameters<typeof diffServers>[0] => ({
  documents: committedSnapshot(id),
  server: committedModel(id),
});
const thing = { klass: "org.hisp.dhis.Thing", identifiableObject: true, metadata: true };

describe("diffServers", () => {
  it.each(versionIds)("finds nothing between %s and itself", (id) => {
    expect(diffServers(committed(id), committed(id)).changes).toEqual([]);
  });

  it("says what, for whom, why and what to do", () => {
    const properties = [{ name: "shortName", readable: true }];
    expect(changesOf({ schemas: [{ ...thing, properties }] }, { schemas: [thing] })).toEqual([
      {
        rule: "property-removed",
        level: "breaking-for-readers",
        subject: {
          kind: "property",
          key: "org.hisp.dhis.Thing#shortName",
          label: "Thing.shortName",
        },
        title: "is gone",
        before: "text",
        why: "Reads leave it out, `fields` ignores it and `filter` on it is a 400; writes of it are ignored without a word.",
        todo: "Remove it from `fields`, filters and bodies, or use what replaces it.",
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ]);
  });

  it("lets a removed class explain its properties, its resource, its calls and its shapes", () => {
    const resource = { relativeApiEndpoint: "/things", plural: "things" };
    const before: TinyServer = {
      schemas: [{ ...thing, ...resource, properties: [{ name: "size", readable: true }] }],
      components: { Thing: { type: "object" }, ThingParams: { type: "object" } },
      paths: {
        "/api/things": { get: {} },
        "/api/things/{uid}": { delete: {} },
        "/api/thingsToDo": { get: {} },
      },
    };
    const changes = changesOf(before, {});
    expect(changes.map(({ rule, subject, includes }) => [rule, subject.label, includes])).toEqual([
      [
        "model-removed",
        "Thing",
        ["/api/things", "DELETE /api/things/{uid}", "GET /api/things", "ThingParams"],
      ],
      ["operation-removed", "GET /api/thingsToDo", undefined],
    ]);
  });

  it("suggests what a property that is gone may be called now, of the same type only", () => {
    const withProperty = (...names: string[]): TinyServer => ({
      schemas: [
        {
          ...thing,
          properties: names.map((name) => ({
            name,
            readable: true,
            ...(name === "shortNames" && { propertyType: "BOOLEAN", klass: "boolean" }),
          })),
        },
      ],
    });
    const [removed] = changesOf(
      withProperty("shortName"),
      withProperty("shortNames", "shortNameText", "url"),
    );
    expect(removed?.renamedTo).toBe("shortNameText");
    const [gone] = changesOf(withProperty("shortName"), withProperty("url"));
    expect(gone?.renamedTo).toBeUndefined();
  });

  it("tells the same change of several resources once, with its places", () => {
    const resources = ["things", "stuff"].map((plural) => ({
      klass: `org.hisp.dhis.${plural}`,
      relativeApiEndpoint: `/${plural}`,
      plural,
      metadata: true,
    }));
    const favourite = (name: string) => [`/api/${name}/{uid}/favorite`, { post: {} }];
    const paths = Object.fromEntries([favourite("things"), favourite("stuff")]);
    const [change, ...others] = changesOf({ schemas: resources, paths }, { schemas: resources });
    expect(others).toEqual([]);
    expect(change?.subject.label).toBe("POST /api/{resource}/{uid}/favorite in 2 places");
    expect(change?.places).toEqual(["POST /api/stuff/{uid}/favorite", "POST /api/things/{uid}/favorite"]);
  });

  it("takes the names of properties, which OpenAPI lists for each class, for texts", () => {
    const classes = { things: "Thing", boxes: "Box" };
    const fields = (schemaOf: (name: string) => object): TinyServer => ({
      schemas: Object.entries(classes).map(([plural, name]) => ({
        klass: `org.hisp.dhis.${name}`,
        relativeApiEndpoint: `/${plural}`,
        plural,
        metadata: true,
      })),
      paths: Object.fromEntries(
        Object.entries(classes).map(([plural, name]) => [
          `/api/${plural}`,
          { get: { parameters: [{ name: "fields", in: "query", schema: schemaOf(name) }] } },
        ]),
      ),
    });
    const [change, ...others] = changesOf(
      fields(() => ({ type: "string" })),
      fields((name) => ({ type: "array", items: { $ref: `#/components/schemas/${name}PropertyNames` } })),
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      before: "string",
      after: "string[]",
      places: { length: 2 },
    });
  });

  it("shows which values came and went, and not those that stayed", () => {
    const taking = (...members: string[]): TinyServer => ({
      paths: {
        "/api/calls": {
          get: { parameters: [{ name: "mode", in: "query", schema: { type: "string", enum: members } }] },
        },
      },
    });
    const [gone] = changesOf(taking("A", "B", "C"), taking("C", "D"));
    expect(gone).toMatchObject({ rule: "parameter-value-removed", before: "A, B", after: "D" });
    const [more] = changesOf(taking("A"), taking("A", "B"));
    expect(more).toMatchObject({ rule: "parameter-value-added", after: "B" });
    expect(more).not.toHaveProperty("before");
  });

  it("finds a variant of a call again whichever of them has the plain path", () => {
    const byParameters = {
      operationId: "DataValue.save",
      parameters: [{ name: "de", in: "query", required: true, schema: { type: "string" } }],
    };
    const withBody = { operationId: "DataValue.saveWithBody", requestBody: { required: true, content: {} } };
    const before = {
      paths: { "/api/values/": { post: withBody }, "/api/values#save": { post: byParameters } },
    };
    const after = {
      paths: { "/api/values/": { post: byParameters }, "/api/values#saveWithBody": { post: withBody } },
    };
    expect(changesOf(before, after)).toEqual([]);
    const alone = changesOf(before, { paths: { "/api/values": { post: byParameters } } });
    expect(alone.map(({ rule, subject }) => [rule, subject.label])).toEqual([
      ["operation-variant-removed", "POST /api/values"],
    ]);
  });

  it("compares one call with all variants that the other document makes of it (BUG-310)", () => {
    const value = { name: "value", in: "query", schema: { type: "string" } };
    const text = { content: { "text/plain": { schema: { type: "string" } } } };
    const ok = { 200: text };
    const one = { post: { parameters: [value], requestBody: text, responses: ok } };
    const before = { paths: { "/api/settings/{key}": one } };
    const after = {
      paths: {
        "/api/settings/{key}": { post: { parameters: [{ ...value, required: true }], responses: ok } },
        "/api/settings/{key}#fromBody": { post: { requestBody: { ...text, required: true }, responses: ok } },
      },
    };
    const told = (changes: readonly Change[]) => changes.map(({ rule, subject }) => [rule, subject.label]);
    expect(told(changesOf(before, after))).toEqual([
      ["operation-added", "POST /api/settings/{key}#fromBody"],
    ]);
    expect(told(changesOf(after, before))).toEqual([
      ["operation-variant-removed", "POST /api/settings/{key}#fromBody"],
    ]);
    const withoutBody = {
      paths: { ...after.paths, "/api/settings/{key}#fromBody": { post: { responses: ok } } },
    };
    expect(changesOf(before, withoutBody).map(({ rule }) => rule)).toContain("body-removed");
  });

  it("finds a class again in another package, and compares its properties", () => {
    const before = { schemas: [{ klass: "org.a.Thing", properties: [{ name: "size", readable: true }] }] };
    const rules = changesOf(before, { schemas: [{ klass: "org.b.Thing" }] }).map(({ rule }) => rule);
    expect(rules).toEqual(["property-removed", "model-moved"]);
  });

  it("calls what only the database knows cosmetic", () => {
    const size = (said: object): TinyServer => ({
      schemas: [{ ...thing, properties: [{ name: "size", readable: true, ...said }] }],
    });
    const before = size({ min: 0, max: 255, href: "https://dhis2.test/a", propertyType: "TEXT" });
    const after = size({ min: 1, max: 2147483647, href: "https://dhis2.test/b", propertyType: "IDENTIFIER" });
    expect(changesOf(before, after).map(({ level }) => level)).toEqual(["cosmetic"]);
  });
});

describe.each([
  ["v41", "v42"],
  ["v42", "v43"],
])("from %s to %s", (before, after) => {
  const { changes } = diffServers(committed(before), committed(after));
  const find = (rule: string, label: string): Change | undefined =>
    changes.find((change) => change.rule === rule && change.subject.label === label);

  it("gives each change a fingerprint of its own, the same in each run", () => {
    const again = diffServers(committed(before), committed(after)).changes;
    expect(again).toEqual(changes);
    expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(changes.length);
  });

  it("calls properties that recordings show in answers no longer described, not gone (BUG-380)", () => {
    const told = diffServers(committed("v42"), committed("v43")).changes.filter(({ subject }) =>
      subject.label.startsWith("GistPager."),
    );
    const gone = told.filter(({ rule }) => rule === "shape-property-no-longer-described");
    expect(gone.map(({ subject }) => subject.label)).toEqual(
      ["nextPage", "page", "pageSize", "prevPage", "total"].map((name) => `GistPager.${name}`),
    );
    expect(told.filter(({ level }) => level.startsWith("breaking"))).toEqual([]);
  });

  it("takes no parameter for gone that only the document lacks (BUG-290)", () => {
    const label = "GET /api/dataValueSets parameter dataSet (query)";
    expect(find("parameter-removed", label)).toBeUndefined();
    if (after === "v43") expect(find("parameter-no-longer-described", label)?.level).toBe("risky");
  });

  it("takes nothing for gone that another variant of the call takes (BUG-310)", () => {
    const breaking = changes.filter(({ level }) => level.startsWith("breaking"));
    expect(breaking.map(({ subject }) => subject.label)).not.toContain("POST /api/systemSettings/{key} body");
    const places = breaking.flatMap(({ subject, places = [subject.label] }) => places);
    expect(places.filter((place) => place.includes("/api/systemSettings/{key} parameter"))).toEqual([]);
  });

  it("knows what people met when they upgraded", () => {
    if (before === "v42") {
      expect(find("model-removed", "PushAnalysis")?.includes).toContain("/api/pushAnalysis");
      expect(find("property-removed", "CategoryOption.legendSet")).toBeDefined();
      const added = changes.filter(({ rule }) => rule === "property-added");
      expect(added.flatMap(({ subject, places = [subject.label] }) => places)).toContain(
        "Program.enableChangeLog",
      );
    } else {
      expect(
        find("model-removed", "OAuth2Client") ?? find("property-removed", "OAuth2Client.cid"),
      ).toBeDefined();
      expect(find("property-removed", "User.twoFactorEnabled")).toBeDefined();
    }
  });
});
