import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

describe.each(versions)("the data store of version %i", (version) => {
  const space = "/api/dataStore/visits";

  it("keeps, replaces and forgets values", async () => {
    const { call } = await startedWith({ version });
    expect(await call("POST", `${space}/one`, { size: 1 })).toMatchObject({ status: 201 });
    expect(await call("POST", `${space}/one`, { size: 2 })).toMatchObject({ status: 409 });
    expect(await call("PUT", `${space}/one`, { size: 3 })).toMatchObject({ status: 200 });
    expect((await call("GET", `${space}/one`)).body).toEqual({ size: 3 });
    expect((await call("GET", space)).body).toEqual(["one"]);
    expect(await call("DELETE", `${space}/one`)).toMatchObject({ status: 200 });
    expect(await call("GET", `${space}/one`)).toMatchObject({ status: 404 });
    expect(await call("GET", space)).toMatchObject({ status: 404 });
  });

  it("answers queries with parts of the values, filtered and in order", async () => {
    const { call } = await startedWith({ version });
    await call("POST", `${space}/a`, { name: "A", size: 10, deep: { x: 1 } });
    await call("POST", `${space}/b`, { name: "B", size: 9 });
    await call("POST", `${space}/c`, [1]);
    expect((await call("GET", `${space}?fields=name,size&filter=size:gt:9`)).body).toEqual({
      pager: { page: 1, pageSize: 50 },
      entries: [{ key: "a", name: "A", size: 10 }],
    });
    expect((await call("GET", `${space}?fields=deep[x]&headless=true`)).body).toEqual([
      { key: "a", deep: { x: 1 } },
    ]);
    expect((await call("GET", `${space}?fields=name&filter=size:gt`)).status).toBe(409);
  });

  it("keeps a user's own values apart from those of all", async () => {
    const { call } = await startedWith({ version });
    await call("POST", "/api/userDataStore/visits/one", 1);
    expect(await call("GET", space)).toMatchObject({ status: 404 });
    expect((await call("GET", "/api/userDataStore/visits/one")).body).toBe(1);
  });

  it("takes keys that are names of Object.prototype", async () => {
    const { call } = await startedWith({ version });
    expect((await call("GET", `${space}/__proto__`)).status).toBe(404);
    expect((await call("POST", `${space}/constructor`, { toString: 1 })).status).toBe(201);
    expect((await call("GET", `${space}/constructor`)).body).toEqual({ toString: 1 });
    expect((await call("GET", `${space}?fields=valueOf`)).body).toMatchObject({ entries: [] });
  });
});
