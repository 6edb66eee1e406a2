import { expect, it } from "vitest";
import { committedModel } from "../committed-snapshots.fixture.ts";
import { readSnapshot } from "../read-snapshot.ts";
import { tinySnapshot } from "../tiny-snapshot.fixture.ts";
import { describeModel } from "./describe-model.ts";

it("tells what reading 2.42.5.2 had to settle", () => {
  const lines = describeModel(committedModel("v42")).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "DHIS2 2.42.5.2 (91f1f41), v42",
      "schemas     118",
      "properties  3141",
      "  left unknown     1",
      "    com.fasterxml.jackson.databind.JsonNode: Open JSON in the server itself",
      "    evaluationTime: ProgramRuleAction",
      "    user: 84 classes",
      "  BUG-015  org.hisp.dhis.scheduling.JobParameters by jobType",
    ]),
  );
  expect(lines.find((line) => line.startsWith("Classes that both"))).toMatch(/: 108; /);
});

it("shows no control character of a snapshot to a terminal", () => {
  const snapshot = tinySnapshot([{ klass: "org.hisp.dhis.Zebra", properties: [{ name: "a\u001b[31mge" }] }], {
    Zebra: { type: "object" },
  });
  expect(describeModel(readSnapshot(snapshot))).toContain("a\\u{1b}[31mge: Zebra");
});
