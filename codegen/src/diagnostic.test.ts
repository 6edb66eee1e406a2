import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const sources = fileURLToPath(new URL(".", import.meta.url));
const page = readFileSync(new URL("../../ERRORS.md", import.meta.url), "utf8");

test("ERRORS.md explains every code of the command line, and each once", () => {
  const texts = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(`${sources}/${name}`, "utf8"));
  const codes = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\bcode: "([A-Z_]+\.[A-Z_]+)"/g)].map(([, code]) => code ?? ""),
    ),
  );
  expect(codes.size).toBeGreaterThan(25);
  const sections = page.split(/^## /m);
  const section = sections.find((text) => text.startsWith("The command line")) ?? "";
  const explained = [...section.matchAll(/^\| `([A-Z_]+\.[A-Z_]+)`/gm)].map(([, code]) => code);
  expect([...explained].sort()).toEqual([...codes].sort());
});
