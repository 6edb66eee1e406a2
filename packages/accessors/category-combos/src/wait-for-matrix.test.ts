import { type Connection, Dhis2Error, Dhis2HttpError } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createCategoryCombos } from "./category-combos.ts";

const uid = "CcSexAge000";
const option = (category: number, index: number) => `Co${category}${String(index).padStart(8, "0")}`;

/** A server with one combo, whose matrix the maintenance call changes as the test says. */
function serverWith(
  sizes: readonly number[],
  stored: string[][],
  maintenance: (server: FakeServer, timeout: number | undefined) => void = () => {},
) {
  const server: FakeServer = {
    now: 0,
    stored,
    product: product(sizes),
    requests: [],
    connection: {
      baseUrl: "https://dhis2.test",
      server: { version: 42, release: "2.42.5.2", revision: "", quirks: {} },
      resourceTable: {
        attributable: ["categoryOptionCombos"],
        others: ["categoryCombos"],
        paths: {},
        referrers: {},
      },
      clock: {
        now: () => server.now,
        sleep: async (milliseconds, signal) => {
          signal?.throwIfAborted();
          server.now += milliseconds;
          server.whileAsleep?.();
          signal?.throwIfAborted();
        },
      },
      send: async () => {
        throw new Error("not used");
      },
      request: async (method, path, { query = {}, timeout } = {}) => {
        server.requests.push(`${method} ${path}`);
        if (method === "POST") return maintenance(server, timeout);
        if (path.startsWith("/api/categoryCombos/"))
          return {
            id: uid,
            categories: sizes.map((size, category) => ({
              id: `Cat${category}0000000`,
              categoryOptions: Array.from({ length: size }, (_, index) => ({ id: option(category, index) })),
            })),
          };
        const [page, pageSize] = [Number(query.page), Number(query.pageSize)];
        const rows = server.stored.map((options, index) => ({
          id: `row${index}`,
          name: options.join(", "),
          categoryOptions: options.map((id) => ({ id })),
        }));
        return {
          pager: {
            page,
            pageSize,
            total: rows.length,
            pageCount: Math.max(Math.ceil(rows.length / pageSize), 1),
          },
          categoryOptionCombos: rows.slice((page - 1) * pageSize, page * pageSize),
        };
      },
    },
  };
  return { server, combos: createCategoryCombos(server.connection) };
}

interface FakeServer {
  now: number;
  stored: string[][];
  product: string[][];
  requests: string[];
  whileAsleep?: () => void;
  connection: Connection;
}

const product = (sizes: readonly number[]): string[][] =>
  sizes.reduce<string[][]>(
    (rows, size, category) =>
      rows.flatMap((row) => Array.from({ length: size }, (_, index) => [...row, option(category, index)])),
    [[]],
  );

const refusal = (status: number, code: string) =>
  new Dhis2HttpError(code, "refused", {
    method: "POST",
    url: "https://dhis2.test/api/maintenance",
    status,
    body: undefined,
    serverCode: undefined,
    rows: [],
  });

describe("waitForCocGeneration", () => {
  test("above a thousand option combos, over all pages", async () => {
    const { server, combos } = serverWith([12, 10, 10], product([12, 10, 10]));
    expect(await combos.waitForCocGeneration(uid)).toBe(1200);
    expect(server.requests).toHaveLength(4); // the combo, and three pages of 500
    server.stored[1100] = ["another option"];
    await expect(combos.waitForCocGeneration(uid, { timeout: 0 })).rejects.toMatchObject({
      expected: 1200,
      stored: 1200,
      missing: [product([12, 10, 10])[1100]],
      stale: [{ id: "row1100" }],
    });
  });

  test("asks the server once, then looks every pollInterval", async () => {
    const { server, combos } = serverWith([2, 2], []);
    server.whileAsleep = () => {
      if (server.now >= 3_000) server.stored = server.product;
    };
    expect(await combos.waitForCocGeneration(uid)).toBe(4);
    expect(server.now).toBe(3_000);
    expect(server.requests.filter((request) => request.startsWith("POST"))).toEqual([
      `POST /api/maintenance/categoryOptionComboUpdate/categoryCombo/${uid}`,
    ]);
    expect(server.requests).toHaveLength(2 + 1 + 4 * 2);
  });

  test("a product that is there needs no call", async () => {
    const { server, combos } = serverWith([2], product([2]));
    expect(await combos.waitForCocGeneration(uid)).toBe(2);
    expect(server.requests).toEqual([`GET /api/categoryCombos/${uid}`, "GET /api/categoryOptionCombos"]);
  });

  test("the right count of stale rows is not enough", async () => {
    const { server, combos } = serverWith([2, 1], product([2]), (own) => {
      own.stored = own.product;
    });
    expect(server.stored).toHaveLength(server.product.length);
    expect(await combos.waitForCocGeneration(uid, { expectedCount: 2 })).toBe(2);
    expect(server.stored).toEqual(product([2, 1]));
  });

  test("an expected count that the categories do not make is an error at once", async () => {
    const { server, combos } = serverWith([2, 3], []);
    await expect(combos.waitForCocGeneration(uid, { expectedCount: 8 })).rejects.toMatchObject({
      code: "MATRIX.UNEXPECTED_COUNT",
      expected: 6,
      expectedCount: 8,
    });
    expect(server.requests).toHaveLength(2);
  });

  test("the timeout says what was expected, stored, missing, stale and how long it waited", async () => {
    const stale = [option(0, 0), option(9, 9)];
    const { server, combos } = serverWith([2], [stale]);
    const failure = combos.waitForCocGeneration(uid, { timeout: 2_500, pollInterval: 1_000 });
    await expect(failure).rejects.toMatchObject({
      name: "Dhis2TimeoutError",
      code: "MATRIX.TIMEOUT",
      timeout: 2_500,
      waited: 2_500,
      expected: 2,
      stored: 1,
      missing: [[option(0, 0)], [option(0, 1)]],
      stale: [{ id: "row0", name: stale.join(", ") }],
      message: `Category combo ${uid} has not the option combos that its categories make: 2 expected, 1 stored, 2 missing (${option(0, 0)}, ${option(0, 1)}), 1 stale (row0 ${stale.join(", ")}), after 2500 ms [MATRIX.TIMEOUT]`,
    });
    expect(server.now).toBe(2_500);
  });

  test("a timeout of 0 looks, asks once and looks again", async () => {
    const { server, combos } = serverWith([2], []);
    await expect(combos.waitForCocGeneration(uid, { timeout: 0 })).rejects.toMatchObject({
      code: "MATRIX.TIMEOUT",
      waited: 0,
    });
    expect(server.requests).toHaveLength(5);
  });

  test.each([
    [2_500, 2_500],
    [0, undefined],
  ])("of a wait of %d ms the maintenance call may take %s", async (wait, given) => {
    const timeouts: (number | undefined)[] = [];
    const { combos } = serverWith([2], [], (_, timeout) => timeouts.push(timeout));
    await expect(combos.waitForCocGeneration(uid, { timeout: wait })).rejects.toMatchObject({
      code: "MATRIX.TIMEOUT",
    });
    expect(timeouts).toEqual([given]);
  });

  test("a duplicate option combo keeps the matrix from being the product", async () => {
    const { combos } = serverWith([2], [...product([2]), [option(0, 1)]]);
    await expect(combos.waitForCocGeneration(uid, { timeout: 0 })).rejects.toMatchObject({
      missing: [],
      stale: [{ id: "row2" }],
    });
  });

  test("a gateway that gave up on the call is no end: the server goes on", async () => {
    const { server, combos } = serverWith([2], [], () => {
      throw refusal(504, "HTTP.GATEWAY_TIMEOUT");
    });
    server.whileAsleep = () => {
      server.stored = server.product;
    };
    expect(await combos.waitForCocGeneration(uid)).toBe(2);
  });

  test("a refusal that passes, as of two calls at once, is no end either", async () => {
    const { server, combos } = serverWith([2], [], () => {
      throw refusal(409, "HTTP.CONFLICT");
    });
    server.whileAsleep = () => {
      server.stored = server.product;
    };
    expect(await combos.waitForCocGeneration(uid)).toBe(2);
  });

  test("who may not ask is told so", async () => {
    const { combos } = serverWith([2], [], () => {
      throw refusal(403, "AUTH.FORBIDDEN");
    });
    await expect(combos.waitForCocGeneration(uid)).rejects.toMatchObject({ code: "AUTH.FORBIDDEN" });
  });

  test("an abort ends the wait and keeps its reason", async () => {
    const { server, combos } = serverWith([2], []);
    const controller = new AbortController();
    const reason = new Error("enough");
    server.whileAsleep = () => controller.abort(reason);
    const failure = await combos
      .waitForCocGeneration(uid, { signal: controller.signal })
      .catch((error) => error);
    expect(failure).toBeInstanceOf(Dhis2Error);
    expect(failure).toMatchObject({ code: "ABORT.ABORTED", reason });
    expect(server.now).toBe(1_000);
  });
});
