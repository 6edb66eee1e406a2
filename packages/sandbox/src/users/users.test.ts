import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const user = {
  id: "UserOne0000",
  username: "first",
  password: "Secret-123",
  firstName: "One",
  surname: "User",
  userRoles: [{ id: "yrB6vc5Ip3r" }],
};

describe.each(versions)("users of version %i", (version) => {
  it("sign in with the password that they were made with, which no answer shows", async () => {
    const { call, sandbox } = await startedWith({ version });
    const me = (password: string): Promise<Response> =>
      sandbox.fetch(`${sandbox.baseUrl}/api/me?fields=username`, {
        headers: {
          Authorization: `Basic ${btoa(`first:${password}`)}`,
          "X-Requested-With": "XMLHttpRequest",
        },
      });
    expect((await call("POST", "/api/users", user)).status).toBe(201);
    expect(await (await me("Secret-123")).json()).toEqual({ username: "first" });
    expect((await me("Secret-124")).status).toBe(401);
    expect(JSON.stringify(await call("GET", "/api/users/UserOne0000?fields=*"))).not.toContain("Secret-123");
  });

  it.each([
    ["a weak password", { password: "short" }],
    ["a username with a space", { username: "fi rst" }],
    ["no role", { userRoles: [] }],
  ])("are refused for %s", async (_, change) => {
    const { call } = await startedWith({ version });
    expect((await call("POST", "/api/users", { ...user, ...change })).status).toBe(409);
    expect((await call("GET", "/api/users/UserOne0000")).status).toBe(404);
  });

  it("are not listed by what the sandbox does not know", async () => {
    const { call } = await startedWith({ version });
    expect((await call("GET", "/api/users?inactiveMonths=3")).status).toBe(501);
  });

  it("may do what their roles say and no more", async () => {
    const { call, sandbox } = await startedWith({ version });
    await call("POST", "/api/userRoles", { id: "RoleNone000", name: "None", authorities: [] });
    await call("POST", "/api/users", { ...user, userRoles: [{ id: "RoleNone000" }] });
    const answer = await sandbox.fetch(`${sandbox.baseUrl}/api/dataElements`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa("first:Secret-123")}`, "Content-Type": "application/json" },
      body: JSON.stringify({ name: "A" }),
    });
    expect(answer.status).toBe(403);
  });
});
