import { exchangeNamed, readRecording, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { committedModel, committedText, versionIds } from "./committed-snapshots.fixture.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { Model, Property, ServerModel } from "./server-model.ts";
import { compareText } from "./text-order.ts";

function modelNamed(model: ServerModel, name: string): Model {
  const found = model.models.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No model '${name}'`);
  return found;
}

function propertyOf(id: string, owner: string, name: string): Property {
  const found = modelNamed(committedModel(id), owner).properties.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No property '${owner}.${name}'`);
  return found;
}

describe("the model of 2.42.5.2", () => {
  const model = committedModel("v42");

  it("has the counts of the snapshot", () => {
    expect(model.source).toEqual({
      id: "v42",
      version: 42,
      release: "2.42.5.2",
      revision: "91f1f41",
      buildTime: "2026-11-22T00:32:37.000",
    });
    expect(model.report).toMatchObject({ schemas: 118, properties: 3141, sharedClasses: 108 });
  });

  it("leaves only open JSON unknown", () => {
    expect(model.report.complex.filter(({ from }) => from === "unknown").map(({ klass }) => klass)).toEqual([
      "com.fasterxml.jackson.databind.JsonNode",
    ]);
    const unknown = model.models.flatMap(({ name, properties }) =>
      properties
        .filter(({ type }) => JSON.stringify(type).includes('"unknown"'))
        .map((each) => `${name}.${each.name}`),
    );
    expect(unknown).toEqual(["Geometry.coordinates", "MapView.styleDataItem", "Proposal.change"]);
  });

  it("explains the names that only one document has", () => {
    const unexpected = model.report.disagreements.filter(
      ({ name }) => !["user", "dimensionItemType", "dimensionType"].includes(name),
    );
    expect(new Set(unexpected.map(({ name }) => name))).toEqual(
      new Set([
        "aggregationType",
        "dimensionItem",
        "displayName",
        "displayShortName",
        "evaluationEnvironments",
        "evaluationTime",
        "id",
        "name",
        "programRuleActionEvaluationEnvironments",
        "programRuleActionEvaluationTime",
        "shortName",
      ]),
    );
  });
});

describe.each(versionIds)("the model of %s", (id) => {
  const model = committedModel(id);

  it("is sorted, with unique names, as plain JSON", () => {
    for (const list of [
      model.models,
      model.enums,
      model.resources,
      ...model.models.map((each) => each.properties),
    ]) {
      const names = list.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)].sort(compareText));
    }
    const types = [...model.models, ...model.enums].map(({ name }) => name);
    expect(new Set(types).size).toBe(types.length);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it("is the same from text", () => {
    const [snapshot, schemas, openapi] = ["snapshot.json", "schemas.json", "openapi.json"].map((file) =>
      committedText(id, file),
    );
    expect(readSnapshot({ snapshot, schemas, openapi })).toEqual(model);
  });

  it("refers only to models and enums that it has", () => {
    const names = new Set([...model.models, ...model.enums].map(({ name }) => name));
    const targets = [
      ...JSON.stringify(model.models).matchAll(/"kind":"(?:ref|embedded|enum)","(?:model|name)":"([^"]+)"/g),
    ];
    expect(targets.length).toBeGreaterThan(500);
    expect(targets.map(([, name]) => name).filter((name) => !names.has(name ?? ""))).toEqual([]);
  });

  it("has users as a summary wherever the wire has", () => {
    const summary = { kind: "embedded", model: "UserSummary" };
    expect(propertyOf(id, "DataElement", "createdBy").type).toEqual(summary);
    expect(propertyOf(id, "UserMessage", "user").type).toEqual(summary);
    expect(propertyOf(id, "UserGroup", "users").type).toEqual({ kind: "array", item: summary });
    const { standsFor, properties } = modelNamed(model, "UserSummary");
    expect(standsFor).toBe("User");
    expect(properties.map(({ name, presence, nullable }) => [name, presence, nullable])).toEqual([
      ["code", "optional", true],
      ["displayName", "always", undefined],
      ["id", "always", undefined],
      ["name", "always", undefined],
      ["username", "always", undefined],
    ]);
  });

  it.each(["DataElement", "CategoryCombo", "Section", "Dashboard"])(
    "has attribute values of %s as a list",
    (owner) => {
      const item = { kind: "embedded", model: "AttributeValue" };
      expect(propertyOf(id, owner, "attributeValues").type).toEqual({ kind: "array", item });
      expect(propertyOf(id, "AttributeValue", "attribute").type).toEqual({ kind: "ref", model: "Attribute" });
    },
  );

  it("has the wire names of a rule's action", () => {
    const names = modelNamed(model, "ProgramRuleAction").properties.map(({ name }) => name);
    expect(names).toContain("programRuleActionEvaluationTime");
    expect(names).not.toContain("evaluationTime");
    expect(propertyOf(id, "ProgramRuleAction", "programRuleActionEvaluationTime").correction).toBe("BUG-022");
  });

  it("has tagged alternatives", () => {
    expect(propertyOf(id, "Route", "auth").type.kind).toBe("union");
    expect(propertyOf(id, "HttpBasicAuthScheme", "type").type).toEqual({
      kind: "literal",
      value: "http-basic",
    });
  });

  it("has the types of periods as an enum", () => {
    const periodTypes = { kind: "enum", name: "PeriodType" };
    expect(propertyOf(id, "DataSet", "periodType").type).toEqual(periodTypes);
    expect(propertyOf(id, "Program", "expiryPeriodType").type).toEqual(periodTypes);
  });

  it.each(["MapView", "Visualization"])("BUG-102: has references for the periods of a %s", (owner) => {
    const item = { kind: "ref", model: "Period" };
    expect(propertyOf(id, owner, "periods").type).toEqual({ kind: "array", item });
  });

  it("has maps of sharing, dimensions, numbers", () => {
    expect(propertyOf(id, "Sharing", "users").type).toEqual({
      kind: "map",
      value: { kind: "embedded", model: "UserAccess" },
    });
    expect(propertyOf(id, "Visualization", "columns").type).toEqual({
      kind: "array",
      item: { kind: "ref", model: "DimensionalObject" },
    });
    expect(propertyOf(id, "FileResource", "contentLength").type).toEqual({ kind: "integer" });
  });

  it("says what a read of a category combo always carries", () => {
    const always = modelNamed(model, "CategoryCombo").properties.filter(
      ({ presence }) => presence === "always",
    );
    expect(always.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "categories",
        "categoryOptionCombos",
        "dataDimensionType",
        "id",
        "name",
        "skipTotal",
      ]),
    );
    expect(always.map(({ name }) => name)).not.toContain("code");
  });

  it("knows the resources and which can have attribute values", () => {
    const rows = new Map(model.resources.map((row) => [row.name, row]));
    expect(rows.get("dataElements")).toEqual({
      name: "dataElements",
      path: "dataElements",
      model: "DataElement",
      attributable: true,
    });
    expect(rows.get("categoryCombos")?.attributable).toBe(false);
    expect(rows.get("attributes")?.attributable).toBe(false);
  });
});

it("sees that only 2.43 has a change log of programs", () => {
  const has = (id: string): boolean =>
    modelNamed(committedModel(id), "Program").properties.some(({ name }) => name === "enableChangeLog");
  expect(["v41", "v42", "v43"].map(has)).toEqual([false, false, true]);
});

it.each(recordedVersions())("the model of %s has the types of periods that its server lists", (id) => {
  const { response } = exchangeNamed(readRecording(id, "01-system"), "period types");
  const { periodTypes } = JSON.parse(response.body) as { readonly periodTypes: { readonly name: string }[] };
  const members = committedModel(id).enums.find(({ name }) => name === "PeriodType")?.members;
  // OpenAPI has `TwoYearly` besides, which no list shows.
  expect(members?.filter((name) => name !== "TwoYearly").sort(compareText)).toEqual(
    periodTypes.map(({ name }) => name).sort(compareText),
  );
});
