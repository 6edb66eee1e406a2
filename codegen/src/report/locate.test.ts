import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Change, diffServers } from "@dhis2w/model";
import { describe, expect, it } from "vitest";
import { readInput } from "../compare/snapshot-input.ts";
import { locateIn } from "./locate.ts";

const snapshots = fileURLToPath(new URL("../../../schemas-snapshots", import.meta.url));

describe("where a change stands", () => {
  const [v42, v43] = [readInput("v42", snapshots), readInput("v43", snapshots)];
  const { changes } = diffServers(v42, v43);
  const here = relative(process.cwd(), snapshots);

  it("is nowhere in folders outside the current one", () => {
    expect(here).toMatch(/^\.\./);
    expect(locateIn([v43.folder, undefined])(changes[0] as Change)).toBeUndefined();
  });

  it("is the line of its key, where it is or was", () => {
    const locate = inside(() => locateIn([v43.folder, v42.folder]));
    const lineOf = (rule: string, label: string): string => {
      const change = changes.find(
        ({ rule: id, subject, places = [subject.label] }) => id === rule && places.includes(label),
      );
      const place = inside(() => locate(change as Change));
      if (place === undefined) return "nowhere";
      const text = readFileSync(`${snapshots}/${place.file}`, "utf8").split("\n")[place.line - 1];
      return `${place.file} ${text?.trim()}`;
    };
    expect(lineOf("property-removed", "CategoryOption.legendSet")).toBe(
      'v42/schemas.json "name": "legendSet",',
    );
    expect(lineOf("property-removed", "CategoryOption.legendSets")).toBe(
      'v42/schemas.json "collectionName": "legendSets",',
    );
    expect(lineOf("property-added", "Program.enableChangeLog")).toBe(
      'v43/schemas.json "name": "enableChangeLog",',
    );
    expect(lineOf("model-removed", "PushAnalysis")).toBe(
      'v42/schemas.json "klass": "org.hisp.dhis.pushanalysis.PushAnalysis",',
    );
    expect(lineOf("enum-member-removed", "ValueType.TRACKER_ASSOCIATE")).toBe(
      'v42/schemas.json "TRACKER_ASSOCIATE",',
    );
    expect(lineOf("operation-removed", "GET /api/trigramSummary")).toBe('v42/openapi.json "get": {');
    expect(
      lineOf("parameter-no-longer-described", "GET /api/dataValueSets parameter dataSet (query)"),
    ).toMatch(/^v42\/openapi\.json "(?:\$ref": ".*\.dataSet|name": "dataSet)"/);
  });

  it("is in some line for all but what no file says", () => {
    const locate = inside(() => locateIn([v43.folder, v42.folder]));
    const lost = inside(() =>
      changes.filter((change) => locate(change)?.line === 1).map(({ subject }) => subject.kind),
    );
    expect([...new Set(lost)].sort()).toEqual(["behaviour"]);
  });

  /** Called from the snapshots' folder, as CI is called from the root of a repository. */
  function inside<Value>(call: () => Value): Value {
    const before = process.cwd();
    try {
      process.chdir(snapshots);
      return call();
    } finally {
      process.chdir(before);
    }
  }
});
