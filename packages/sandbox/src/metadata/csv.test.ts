import { expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import { rowsOf } from "./csv.ts";

test("reads rows with quoted cells, empty cells and either line end", () => {
  expect(rowsOf('a,b\r\n"x, ""y""",\n,z')).toEqual([
    ["a", "b"],
    ['x, "y"', ""],
    ["", "z"],
  ]);
  expect(rowsOf("")).toEqual([]);
  expect(rowsOf('a,"b')).toEqual([["a", "b"]]);
});

test("imports category options from a table, and nothing else", async () => {
  const sandbox = await createSandbox({ version: 42 });
  const send = (kind: string, body: string): Promise<Response> =>
    sandbox.fetch(`${sandbox.baseUrl}/api/metadata?classKey=${kind}`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa("admin:district")}`, "Content-Type": "application/csv" },
      body,
    });
  const answer = await send(
    "CATEGORY_OPTION",
    "name,uid,code,shortname\nRural,CoRural0000,,Rural\nUrban,CoUrban0000,U,Urban\n",
  );
  expect(await answer.json()).toMatchObject({ status: "OK", response: { stats: { created: 2 } } });
  expect((await send("INDICATOR", "name\nOne\n")).status).toBe(501);
});
