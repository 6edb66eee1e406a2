import { recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { committedModel } from "./committed-snapshots.fixture.ts";
import { isRequiredOnCreate } from "./server-defaults.ts";
import type { Model, ServerModel, TypeRef } from "./server-model.ts";
import { writtenProperties } from "./written-properties.ts";

function modelNamed(server: ServerModel, name: string): Model {
  const model = server.models.find((one) => one.name === name);
  if (model === undefined) throw new Error(`no model ${name}`);
  return model;
}

const writtenNames = (model: Model): string[] => writtenProperties(model).map(({ name }) => name);

const requiredNames = (model: Model): string[] =>
  writtenProperties(model)
    .filter((property) => isRequiredOnCreate(model, property))
    .map(({ name }) => name);

describe.each(recordedVersions())("BUG-261: what %s takes", (id) => {
  const server = committedModel(id);

  it("of values that stand whole is all that may be written", () => {
    expect(writtenNames(modelNamed(server, "Sharing"))).toEqual([
      ...(id === "v42" ? ["external"] : []),
      "owner",
      "public",
      "userGroups",
      "users",
    ]);
    expect(writtenNames(modelNamed(server, "ObjectStyle"))).toEqual(["color", "icon"]);
    expect(requiredNames(modelNamed(server, "AttributeValue"))).toEqual(["attribute", "value"]);
  });

  it("BUG-275: of values with an identifier is nothing that is computed of every object", () => {
    const isStored = ({ kind, persisted, identifiable, embedded }: Model): boolean =>
      kind === "schema" && persisted && identifiable && !embedded;
    const owners = (name: string): readonly boolean[] =>
      server.models
        .filter(isStored)
        .flatMap(({ properties }) => properties.filter((property) => property.name === name))
        .map(({ owner, writable }) => owner && writable);
    for (const model of server.models.filter(({ embedded, identifiable }) => embedded && identifiable)) {
      const names = new Set(writtenNames(model));
      const left = model.properties.filter(({ name, writable }) => writable && !names.has(name));
      if (model.persisted) continue;
      for (const { name } of left)
        expect([model.name, name, owners(name).some(Boolean)]).toEqual([model.name, name, false]);
    }
    expect(writtenNames(modelNamed(server, "ReportingRate"))).not.toContain("href");
    expect(writtenNames(modelNamed(server, "MapView"))).not.toContain("displayName");
  });

  it("of an object is what this side owns, and nothing computed", () => {
    const names = writtenNames(modelNamed(server, "DataElement"));
    expect(names).toContain("categoryCombo");
    for (const computed of ["access", "dataElementGroups", "displayName", "favorites", "href", "user"])
      expect(names).not.toContain(computed);
  });

  it("of a visualization is its dimensions with their items", () => {
    const columns = writtenProperties(modelNamed(server, "Visualization")).find(
      ({ name }) => name === "columns",
    );
    expect(columns?.type).toEqual({ kind: "array", item: { kind: "embedded", model: "DimensionalObject" } });
    expect(writtenNames(modelNamed(server, "MapView"))).toContain("rows");
  });

  it("of a user are the groups, although these own their members", () => {
    expect(writtenNames(modelNamed(server, "User"))).toContain("userGroups");
    expect(requiredNames(modelNamed(server, "User"))).not.toContain("userGroups");
  });

  it("of a message is a shape of its own, without the bounds of what is stored", () => {
    const message = modelNamed(server, "MessageConversation");
    expect(writtenNames(message)).toEqual(
      expect.arrayContaining(["organisationUnits", "subject", "text", "userGroups", "users"]),
    );
    const subject = writtenProperties(message).find(({ name }) => name === "subject");
    expect([subject?.min, subject?.max]).toEqual([undefined, undefined]);
  });

  it("BUG-331: of a text that an object must have is at least one character", () => {
    const boundsOf = (model: string, property: string) => {
      const { min, max } =
        writtenProperties(modelNamed(server, model)).find(({ name }) => name === property) ?? {};
      return [min, max];
    };
    expect(boundsOf("CategoryOption", "shortName")).toEqual([1, 50]);
    expect(boundsOf("Option", "code")[0]).toBe(1);
    expect(boundsOf("AttributeValue", "value")[0]).toBeUndefined();
    expect(boundsOf("DataElement", "code")).toEqual([undefined, 50]);
  });

  it.each([
    ["DataElement", ["aggregationType", "domainType", "name", "shortName", "valueType"]],
    ["CategoryCombo", ["dataDimensionType", "name"]],
    ["OrganisationUnit", ["name", "openingDate", "shortName"]],
    ["Indicator", ["denominator", "indicatorType", "name", "numerator", "shortName"]],
    ["Program", ["name", "programType", "shortName"]],
    // BUG-276
    ["User", ["firstName", "surname", "userRoles"]],
    // What begins with a value is never missing.
    ["ProgramRuleAction", ["programRuleActionType"]],
    ["ProgramIndicator", ["name", "program", "shortName"]],
    ["SqlView", ["name", "sqlQuery"]],
    ["ApiToken", []],
    ["JobConfiguration", ["jobType", "name"]],
    ["Visualization", ["name", "type"]],
    ["Route", ["name"]],
  ])("of a new %s needs %j", (name, needed) => {
    expect(requiredNames(modelNamed(server, name))).toEqual(needed);
  });
});

/** Places whose value may be any JSON, each with why nothing better can be said. */
function openPlaces({ models }: ServerModel): string[] {
  const open = (type: TypeRef): string[] => {
    if (type.kind === "unknown") return [type.reason];
    if (type.kind === "array") return open(type.item);
    if (type.kind === "map") return open(type.value);
    return type.kind === "union" ? type.members.flatMap(open) : [];
  };
  return models.flatMap(({ name, properties }) =>
    properties.flatMap((property) => open(property.type).map((why) => `${name}.${property.name}: ${why}`)),
  );
}

it.each(recordedVersions())("nothing of %s is open JSON but what is listed here", (id) => {
  expect(openPlaces(committedModel(id))).toEqual([
    "Geometry.coordinates: coordinates nest as deep as the geometry's type says",
    "MapView.styleDataItem: any JSON, as the class says",
    "Proposal.change: any JSON, as the class says",
  ]);
});
