import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { installable, thirdParties } from "./installable.ts";

const repository = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("dependencies are what npm understands: folders beside, our own version, ranges of others", () => {
  const { version } = JSON.parse(repository("codegen/package.json"));
  const dependencies = {
    "@dhis2w/core-common": "workspace:^",
    "@dhis2w/core-mine": "workspace:^",
    "@dhis2w/runtime": "workspace:^",
    zod: "catalog:",
  };
  const source = { path: "src/index.ts", text: "export {};\n" };
  const text = JSON.stringify({ name: "@dhis2w/client-mine", dependencies });
  const { files } = installable({
    folder: "client-mine",
    files: [{ path: "package.json", text, keeps: ["version"] }, source],
  });
  expect(files[1]).toBe(source);
  expect(files[0]?.keeps).toEqual(["version"]);
  expect(JSON.parse(files[0]?.text ?? "")).toEqual({
    name: "@dhis2w/client-mine",
    dependencies: {
      "@dhis2w/core-common": "file:../core-common",
      "@dhis2w/core-mine": "file:../core-mine",
      "@dhis2w/runtime": `^${version}`,
      zod: thirdParties.zod,
    },
    devDependencies: { typescript: thirdParties.typescript },
  });
});

test("ranges of others are those of this workspace", () => {
  const catalog = repository("pnpm-workspace.yaml");
  for (const [name, range] of Object.entries(thirdParties))
    expect(catalog).toMatch(
      new RegExp(`^ {2}${name}: ${range.replace("^", "").replaceAll(".", "\\.")}$`, "m"),
    );
});
