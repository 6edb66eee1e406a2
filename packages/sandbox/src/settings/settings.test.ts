import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

describe.each(versions)("settings of version %i (BUG-300)", (version) => {
  const lenient = version === 41;

  it("begin as the release does, and go back to that", async () => {
    const { call } = await startedWith({ version });
    const read = async (key: string) => (await call("GET", `/api/systemSettings/${key}`)).body[key];
    expect(await read("keyAnalyticsMaxLimit")).toBe(100000);
    await call("POST", "/api/systemSettings/keyAnalyticsMaxLimit?value=5", undefined);
    expect(await read("keyAnalyticsMaxLimit")).toBe(5);
    expect((await call("DELETE", "/api/systemSettings/keyAnalyticsMaxLimit")).status).toBe(204);
    expect(await read("keyAnalyticsMaxLimit")).toBe(100000);
    const all = (await call("GET", "/api/systemSettings")).body;
    // A release without recordings behaves as the last that has some (decision 0112).
    const recorded: Readonly<Record<number, number>> = { 41: 111, 42: 148, 43: 145 };
    expect(Object.keys(all).length).toBe(recorded[version] ?? recorded[43]);
    expect(all).not.toHaveProperty("keyEmailPassword");
  });

  it.each([
    ["keyAnalysisDisplayProperty", "shortname", "shortName"],
    ["keyCacheStrategy", "NO_CACHE", "NO_CACHE"],
    ["keyUiLocale", "pt_BR", "pt_BR"],
    ["factorDeviation", "1.5", 1.5],
    ["keyAccountRecovery", "TRUE", true],
    ["keyLastSuccessfulDataSynch", "2026-01-02T03:04:05", "2026-01-02T03:04:05.000"],
  ])("take %s as %s", async (key, given, shown) => {
    const { call } = await startedWith({ version });
    expect((await call("POST", `/api/systemSettings/${key}?value=${given}`)).status).toBe(200);
    expect((await call("GET", `/api/systemSettings?key=${key}`)).body).toEqual({ [key]: shown });
  });

  it.each([
    ["keyCacheStrategy", "SOMETIMES"],
    ["keyUiLocale", "nowhere"],
    ["factorDeviation", "much"],
    ["notifierLogLevel", "LOUD"],
  ])("do not take %s as %s", async (key, given) => {
    const { call } = await startedWith({ version });
    const { status, body } = await call("POST", `/api/systemSettings/${key}?value=${given}`);
    expect(status).toBe(400);
    expect(body.errorCode).toBe(lenient ? undefined : "E1003");
  });

  it("take several or none", async () => {
    const { call } = await startedWith({ version });
    const answer = await call("POST", "/api/systemSettings", { keyFlag: "norway", noSuchKey: 1 });
    expect(answer.status).toBe(lenient ? 409 : 404);
    expect((await call("GET", "/api/systemSettings/keyFlag")).body).toEqual({ keyFlag: "dhis2" });
  });

  it("are translated where they are texts for people", async () => {
    const { call } = await startedWith({ version });
    await call("POST", "/api/systemSettings/applicationTitle?value=Marasa");
    await call("POST", "/api/systemSettings/applicationTitle?value=Le%20Marasa&locale=fr");
    await call("POST", "/api/userSettings/keyUiLocale?value=fr");
    expect((await call("GET", "/api/systemSettings/applicationTitle")).body).toEqual({
      applicationTitle: "Le Marasa",
    });
    expect((await call("GET", "/api/loginConfig?locale=fr")).body.applicationTitle).toBe("Le Marasa");
    expect((await call("GET", "/api/loginConfig")).body.applicationTitle).toBe("Marasa");
    expect((await call("GET", "/api/system/info?fields=systemName")).body).toEqual({ systemName: "Marasa" });
  });

  it("of a user go before those of the server", async () => {
    const { call } = await startedWith({ version });
    const key = "keyAnalysisDisplayProperty";
    const own = async (more = "") => (await call("GET", `/api/userSettings/${key}${more}`)).body;
    await call("POST", `/api/systemSettings/${key}?value=SHORTNAME`);
    expect(await own()).toBe("shortName");
    expect(await own("?useFallback=false")).toBe(lenient ? null : "name");
    await call("POST", `/api/userSettings/${key}`, "NAME", "text/plain");
    expect(await own()).toBe("name");
    expect((await call("GET", "/api/me?fields=settings")).body.settings[key]).toBe("name");
  });

  it("choose the language of names", async () => {
    const { call } = await startedWith({ version });
    await call("POST", "/api/constants", { id: "ConstPi0000", name: "Pi", shortName: "Pi", value: 3.14 });
    const translations = [{ property: "NAME", locale: "fr", value: "Le pi" }];
    await call("PUT", "/api/constants/ConstPi0000/translations", { translations });
    const name = async () =>
      (await call("GET", "/api/constants/ConstPi0000?fields=displayName")).body.displayName;
    expect(await name()).toBe("Pi");
    await call("POST", "/api/userSettings/keyDbLocale?value=fr");
    expect(await name()).toBe("Le pi");
  });

  it("are for those who may change them", async () => {
    const users = [{ username: "clerk", password: "District1!" }];
    const { sandbox } = await startedWith({ version, users });
    const headers = {
      Authorization: `Basic ${btoa("clerk:District1!")}`,
      "X-Requested-With": "XMLHttpRequest",
    };
    const call = (path: string, method = "GET") =>
      sandbox.fetch(`${sandbox.baseUrl}${path}`, { method, headers });
    expect((await call("/api/systemSettings/keyFlag?value=x", "POST")).status).toBe(403);
    expect((await call("/api/systemSettings/keyEmailPassword")).status).toBe(lenient ? 404 : 403);
    expect((await call("/api/userSettings/keyUiLocale")).status).toBe(200);
    expect((await call("/api/userSettings?userId=M5zQapPyTZI")).status).toBe(lenient ? 401 : 403);
  });

  it("stand beside a configuration, and come back with a snapshot", async () => {
    const { call, sandbox } = await startedWith({ version });
    const before = sandbox.snapshot();
    await call("POST", "/api/configuration/infrastructuralPeriodType", "Monthly", "text/plain");
    await call("POST", "/api/systemSettings/keyRemoteInstanceUrl?value=https://other.test");
    expect((await call("GET", "/api/configuration/infrastructuralPeriodType")).body.id).toBe("Monthly");
    expect((await call("GET", "/api/configuration/remoteServerUrl")).body).toBe("https://other.test");
    expect((await call("GET", "/api/configuration/noSuch")).status).toBe(404);
    expect(
      (await call("POST", "/api/configuration/feedbackRecipients", "UgNowhere00", "text/plain")).status,
    ).toBe(501);
    sandbox.reset(before);
    expect((await call("GET", "/api/configuration/infrastructuralPeriodType")).body.id).toBe("Yearly");
    expect((await call("GET", "/api/systemSettings/keyRemoteInstanceUrl")).body).toEqual({
      keyRemoteInstanceUrl: "",
    });
  });

  it("keep what is added to every page", async () => {
    const { call } = await startedWith({ version });
    expect((await call("POST", "/api/files/style", "a { color: red }", "text/css")).status).toBe(200);
    expect((await call("GET", "/api/files/style/external")).body).toBe("a { color: red }");
    await call("DELETE", "/api/files/style");
    expect((await call("GET", "/api/files/style")).body).toBe("");
  });
});
