import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decidingModules, inputsHash, sha256 } from "./inputs-hash.ts";

test("every module of this folder counts, but those that only write what others made", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const modules = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3).replaceAll("\\", "/"));
  const writing = ["client-entry", "generate-openapi", "inputs-hash", "lock"];
  const own = decidingModules.filter((name) => !name.startsWith("../"));
  expect([...own, ...writing].sort()).toEqual(modules.sort());
});

test("the hash is that of the input", () => {
  expect(inputsHash("{}")).toBe(inputsHash("{}"));
  expect(inputsHash("{}")).not.toBe(inputsHash("{ }"));
  expect(sha256("ab", "c")).not.toBe(sha256("a", "bc"));
});
