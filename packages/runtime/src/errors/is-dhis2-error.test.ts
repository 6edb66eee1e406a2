import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Dhis2Error, Dhis2TimeoutError, Dhis2ValidationError, isDhis2Error } from "../index.ts";

test("errors are recognised by their shape, across copies of this package", () => {
  const foreign = Object.assign(new Error("x"), { name: "Dhis2HttpError", code: "HTTP.NOT_FOUND" });
  expect(isDhis2Error(foreign)).toBe(true);
  expect(isDhis2Error(foreign, "HTTP.NOT_FOUND")).toBe(true);
  expect(isDhis2Error(foreign, "HTTP.CONFLICT")).toBe(false);
  for (const other of [
    new TypeError("x"),
    Object.assign(new Error("x"), { code: "ENOENT" }),
    null,
    undefined,
    "Dhis2Error",
    {},
  ])
    expect(isDhis2Error(other)).toBe(false);
});

test("an error prints code and facts, and becomes JSON with its cause", () => {
  const error = new Dhis2ValidationError("draft is not valid", {
    issues: [{ path: ["categories", 0], message: "missing" }],
    cause: new RangeError("deep"),
  });
  expect(String(error)).toBe("Dhis2ValidationError: draft is not valid [VALIDATION.FAILED]");
  expect(error).toBeInstanceOf(Dhis2Error);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "Dhis2ValidationError",
    message: "draft is not valid [VALIDATION.FAILED]",
    code: "VALIDATION.FAILED",
    issues: [{ path: ["categories", 0], message: "missing" }],
    cause: "RangeError: deep",
  });
});

test("ERRORS.md explains every code of the runtime, and each once", () => {
  const source = readFileSync(new URL("codes.ts", import.meta.url), "utf8");
  const codes = [...source.matchAll(/^ {2}"([A-Z]+\.[A-Z_]+)": Dhis2/gm)].map(([, code]) => code);
  const page = readFileSync(new URL("../../../../ERRORS.md", import.meta.url), "utf8");
  const explained = [...page.matchAll(/^\| `([A-Z_]+\.[A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(25);
  expect(new Set(explained).size).toBe(explained.length);
  expect(codes.filter((code) => !explained.includes(code))).toEqual([]);
});

test("a class of another package can build on ours, with a name and a code of its own", () => {
  class MatrixTimeout extends Dhis2TimeoutError {
    override readonly name = "Dhis2MatrixTimeout";
  }
  const error = new MatrixTimeout("too slow", { timeout: 5, missing: 3 }, "MATRIX.TIMEOUT");
  expect(error).toMatchObject({ name: "Dhis2MatrixTimeout", code: "MATRIX.TIMEOUT", missing: 3 });
  expect(isDhis2Error(error, "MATRIX.TIMEOUT")).toBe(true);
});
