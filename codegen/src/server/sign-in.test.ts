import { expect, it } from "vitest";
import { authorization } from "./sign-in.ts";

it("takes a token before a password", async () => {
  const all = { DHIS2_PAT: "d2pat_x", DHIS2_USERNAME: "admin", DHIS2_PASSWORD: "district" };
  expect(await authorization(all, undefined)).toBe("ApiToken d2pat_x");
  expect(await authorization({ ...all, DHIS2_PAT: "" }, undefined)).toBe("Basic YWRtaW46ZGlzdHJpY3Q=");
});

it("asks for what is missing, and hides the password", async () => {
  const asked: [string, boolean][] = [];
  const ask = async (question: string, hidden: boolean): Promise<string> => {
    asked.push([question, hidden]);
    return hidden ? "pässword" : "admin";
  };
  expect(await authorization({}, ask)).toBe(`Basic ${Buffer.from("admin:pässword").toString("base64")}`);
  expect(asked).toEqual([
    ["User name: ", false],
    ["Password of admin: ", true],
  ]);
});

it("says what to set where nobody can be asked", async () => {
  await expect(authorization({ DHIS2_USERNAME: "admin" }, undefined)).rejects.toMatchObject({
    code: "SERVER.NO_CREDENTIALS",
  });
});
