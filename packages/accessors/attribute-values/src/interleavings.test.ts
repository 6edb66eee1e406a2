import type { Connection } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createAttributeValues } from "./attribute-values.ts";
import type { StoredValue } from "./stored-value.ts";

/**
 * One object on one server, and two processes that change it. Each request waits until the order says that it is its
 * process's turn: upper-case letters are requests of process A, lower-case ones of process B, `R` and `V` read before
 * and after, `W` writes.
 */
function twoProcesses(order: string, stored: readonly StoredValue[]) {
  let values = stored;
  let writes = 0;
  const waiting = new Map<string, () => void>();
  const done = new Set<string>();

  const connectionOf = (name: string): Connection => ({
    // Two processes have no queue in common: what they share is the server.
    baseUrl: `https://${name}.test`,
    server: { version: 42, release: "2.42.5.2", revision: "", quirks: {} },
    resourceTable: {
      attributable: ["dataElements"],
      others: ["attributes"],
      paths: {},
      referrers: {},
    },
    clock: { now: () => 0, sleep: async () => {} },
    send: async () => {
      throw new Error("not used");
    },
    request: async (method, path, { body, query = {} } = {}) => {
      if (path === "/api/attributes") {
        const [id = ""] = [query.filter].flat().map((filter) => String(filter).split(":").at(-1));
        return { pager: { page: 1, pageCount: 1, pageSize: 500, total: 1 }, attributes: [{ id }] };
      }
      await new Promise<void>((resolve) => waiting.set(name, resolve));
      if (method === "GET") return { id: "DeOne000000", attributeValues: structuredClone(values) };
      const [operation] = body as [{ value: StoredValue[] }];
      values = structuredClone(operation.value);
      writes++;
      return { response: { uid: "DeOne000000" } };
    },
  });

  /** Lets one request of this process through, once it has come; nothing where the process is done. */
  async function step(name: string): Promise<void> {
    while (!waiting.has(name) && !done.has(name)) await settled();
    const go = waiting.get(name);
    waiting.delete(name);
    go?.();
    await settled();
  }

  return {
    a: createAttributeValues<Core>(connectionOf("a")),
    b: createAttributeValues<Core>(connectionOf("b")),
    stored: () => values,
    writes: () => writes,
    /** Runs both calls in the order, then what is left of them, A first. */
    async run(callOfA: Promise<unknown>, callOfB: Promise<unknown>): Promise<void> {
      const all = [callOfA.finally(() => done.add("a")), callOfB.finally(() => done.add("b"))];
      for (const letter of order) await step(letter === letter.toUpperCase() ? "a" : "b");
      while (!done.has("a")) await step("a");
      while (!done.has("b")) await step("b");
      await Promise.all(all);
    },
  };
}

interface Core {
  resources: { dataElements: { attributable: true } };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** All orders of two runs of three requests. */
const orders = (a: string, b: string): string[] =>
  a === "" || b === ""
    ? [a + b]
    : [
        ...orders(a.slice(1), b).map((rest) => a[0] + rest),
        ...orders(a, b.slice(1)).map((rest) => b[0] + rest),
      ];

const value = (attribute: string, text: string): StoredValue => ({
  attribute: { id: attribute },
  value: text,
});
const [ours, theirs, other] = ["AttOurs0000", "AttTheirs00", "AttOther000"] as const;
const uid = "DeOne000000";

describe("two processes set different attributes of one object", () => {
  /** What came of it in each order; `repaired` is a loss that reading back has shown and merging again made good. */
  const outcomes: Record<string, "both stored" | "repaired" | "lost"> = {
    RWVrwv: "both stored",
    RWrVwv: "both stored",
    RWrwVv: "both stored",
    RWrwvV: "both stored",
    RrWVwv: "lost",
    RrWwVv: "repaired",
    RrWwvV: "repaired",
    RrwWVv: "repaired",
    RrwWvV: "repaired",
    RrwvWV: "lost",
    rRWVwv: "lost",
    rRWwVv: "repaired",
    rRWwvV: "repaired",
    rRwWVv: "repaired",
    rRwWvV: "repaired",
    rRwvWV: "lost",
    rwRWVv: "both stored",
    rwRWvV: "both stored",
    rwRvWV: "both stored",
    rwvRWV: "both stored",
  };

  test("every order is known", () => {
    expect(Object.keys(outcomes).sort()).toEqual(orders("RWV", "rwv").sort());
  });

  test.each(Object.entries(outcomes))("%s: %s", async (order, outcome) => {
    const server = twoProcesses(order, [value(other, "stays")]);
    await server.run(
      server.a.setValue("dataElements", uid, ours, "a"),
      server.b.setValue("dataElements", uid, theirs, "b"),
    );
    const kept = server.stored().map((item) => `${item.attribute.id}=${item.value}`);
    expect(kept).toContain(`${other}=stays`);
    const both = kept.includes(`${ours}=a`) && kept.includes(`${theirs}=b`);
    expect(both).toBe(outcome !== "lost");
    expect(server.writes()).toBe(outcome === "repaired" ? 3 : 2);
    expect(new Set(kept).size).toBe(kept.length);
  });

  test("lost is only what had been read back as stored before somebody wrote an older reading over it (BUG-122)", () => {
    for (const [order, outcome] of Object.entries(outcomes)) {
      const at = (letter: string) => order.indexOf(letter);
      const overwritten =
        (at("R") < at("w") && at("v") < at("W")) || (at("r") < at("W") && at("V") < at("w"));
      expect([order, outcome === "lost"]).toEqual([order, overwritten]);
    }
  });
});

describe("two processes and one attribute", () => {
  test.each(orders("RWV", "rwv"))(
    "%s: one of the two values is stored, and nobody is told of a loss",
    async (order) => {
      const server = twoProcesses(order, [value(ours, "before"), value(other, "stays")]);
      await server.run(
        server.a.setValue("dataElements", uid, ours, "a"),
        server.b.setValue("dataElements", uid, ours, "b"),
      );
      const kept = server.stored().map((item) => `${item.attribute.id}=${item.value}`);
      expect([
        [`${ours}=a`, `${other}=stays`],
        [`${ours}=b`, `${other}=stays`],
      ]).toContainEqual(kept);
    },
  );
});

describe("one process takes a value away while another sets a different one", () => {
  test.each(orders("RWV", "rwv"))(
    "%s: the value that came back by the other's older reading is taken away again",
    async (order) => {
      const server = twoProcesses(order, [value(ours, "goes"), value(other, "stays")]);
      await server.run(
        server.a.deleteValue("dataElements", uid, ours).then((wasThere) => expect(wasThere).toBe(true)),
        server.b.setValue("dataElements", uid, theirs, "b"),
      );
      const kept = server.stored().map((item) => item.attribute.id);
      const at = (letter: string) => order.indexOf(letter);
      const returned = at("r") < at("W") && at("V") < at("w");
      const overwritten = at("R") < at("w") && at("v") < at("W");
      expect(kept).toContain(other);
      expect(kept.includes(ours)).toBe(returned);
      expect(kept.includes(theirs)).toBe(!overwritten);
    },
  );
});
