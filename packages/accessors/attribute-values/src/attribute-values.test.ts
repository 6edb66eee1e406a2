import type { Connection } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { type AttributeValues, createAttributeValues } from "./attribute-values.ts";
import { busyKeys } from "./one-at-a-time.ts";

interface Core {
  resources: { dataElements: { attributable: true } };
}

interface FakeServer {
  /** Values of each object, with whatever keys the server gives them. */
  objects: Record<string, { attribute: { id: string }; value: string; [key: string]: unknown }[]>;
  attributes: { id: string; code?: string }[];
  requests: string[];
  /** What becomes of a write; stores it by default. */
  store: (uid: string, values: FakeServer["objects"][string]) => void;
}

/** A server that knows attributes and the values of data elements, and takes a tick for every request. */
function fakeServer(objects: FakeServer["objects"] = {}): {
  server: FakeServer;
  values: AttributeValues<Core>;
} {
  const server: FakeServer = {
    objects,
    attributes: [
      { id: "AttText0000", code: "SOURCE" },
      { id: "AttInt00000", code: "LIKEAUID123" },
      { id: "AttNoCode00" },
    ],
    requests: [],
    store: (uid, values) => {
      server.objects[uid] = values;
    },
  };
  const connection: Connection = {
    baseUrl: "https://dhis2.test",
    server: { version: 43, release: "2.43.1", revision: "", quirks: {} },
    resourceTable: {
      attributable: ["dataElements"],
      others: ["attributes", "categoryCombos"],
      paths: {},
      referrers: {},
    },
    clock: { now: () => 0, sleep: async () => {} },
    send: async () => {
      throw new Error("not used");
    },
    request: async (method, path, { query = {}, body } = {}) => {
      server.requests.push(`${method} ${path}`);
      await new Promise<void>((resolve) => setImmediate(resolve));
      const filters = [query.filter ?? []].flat().map((filter) => String(filter).split(":"));
      const pages = <Item>(key: string, items: Item[]) => {
        const [page, pageSize] = [Number(query.page), Number(query.pageSize)];
        return {
          pager: { page, pageSize, total: items.length, pageCount: Math.ceil(items.length / pageSize) },
          [key]: items.slice((page - 1) * pageSize, page * pageSize),
        };
      };
      if (path === "/api/attributes")
        return pages(
          "attributes",
          server.attributes.filter((attribute) =>
            filters.some(([property, , text]) => Reflect.get(attribute, property ?? "") === text),
          ),
        );
      if (path === "/api/dataElements") {
        const [[attribute, operator, wanted] = []] = filters;
        const rows = Object.entries(server.objects).map(([id, attributeValues]) => ({ id, attributeValues }));
        return pages(
          "dataElements",
          rows.filter(({ attributeValues }) =>
            attributeValues.some(
              (item) => item.attribute.id === attribute && (operator === "!null" || item.value === wanted),
            ),
          ),
        );
      }
      const uid = path.split("/").at(-1) ?? "";
      if (method === "GET") return { id: uid, attributeValues: structuredClone(server.objects[uid] ?? []) };
      const [operation] = body as [{ value: FakeServer["objects"][string] }];
      server.store(uid, structuredClone(operation.value));
      return { response: { uid } };
    },
  };
  return { server, values: createAttributeValues<Core>(connection) };
}

const uid = "DeOne000000";

describe("resolveAttributeUid", () => {
  test("a code, a UID, and a code that looks like a UID", async () => {
    const { values } = fakeServer();
    expect(await values.resolveAttributeUid("SOURCE")).toBe("AttText0000");
    expect(await values.resolveAttributeUid("AttNoCode00")).toBe("AttNoCode00");
    expect(await values.resolveAttributeUid("LIKEAUID123")).toBe("AttInt00000");
  });

  test("where one text is the UID of one attribute and the code of another, the UID counts", async () => {
    const { server, values } = fakeServer();
    server.attributes.unshift({ id: "AttOther000", code: "AttText0000" });
    expect(await values.resolveAttributeUid("AttText0000")).toBe("AttText0000");
  });

  test.each(["NOWHERE", "AttNowhere0"])("%s is unknown", async (attribute) => {
    const { values } = fakeServer();
    const failure = { code: "ATTRIBUTE.UNKNOWN", message: expect.stringContaining(`'${attribute}'`) };
    await expect(values.resolveAttributeUid(attribute)).rejects.toMatchObject(failure);
    await expect(values.getValue("dataElements", uid, attribute)).rejects.toMatchObject(failure);
    await expect(values.setValue("dataElements", uid, attribute, "x")).rejects.toMatchObject(failure);
    await expect(values.deleteValue("dataElements", uid, attribute)).rejects.toMatchObject(failure);
    await expect(values.findUidsByValue("dataElements", attribute, "x")).rejects.toMatchObject(failure);
    await expect(values.findOneUidByValue("dataElements", attribute, "x")).rejects.toMatchObject(failure);
  });

  test("a UID is asked for once, a code each time, for it may move to another attribute", async () => {
    const { server, values } = fakeServer();
    await values.resolveAttributeUid("SOURCE");
    await values.resolveAttributeUid("AttText0000");
    expect(server.requests).toHaveLength(1);
    server.attributes = [{ id: "AttNew00000", code: "SOURCE" }];
    expect(await values.resolveAttributeUid("SOURCE")).toBe("AttNew00000");
  });
});

describe("setValue and deleteValue", () => {
  test("keys that nobody here knows stay, in other values and in its own", async () => {
    const { server, values } = fakeServer({
      [uid]: [
        { attribute: { id: "AttText0000" }, value: "old", since: "2020" },
        { attribute: { id: "AttInt00000" }, value: "5", checkedBy: { id: "x" } },
      ],
    });
    await values.setValue("dataElements", uid, "SOURCE", "new");
    await values.setValue("dataElements", uid, "AttNoCode00", "added");
    expect(server.objects[uid]).toEqual([
      { attribute: { id: "AttText0000" }, value: "new", since: "2020" },
      { attribute: { id: "AttInt00000" }, value: "5", checkedBy: { id: "x" } },
      { attribute: { id: "AttNoCode00" }, value: "added" },
    ]);
    expect(await values.deleteValue("dataElements", uid, "SOURCE")).toBe(true);
    expect(server.objects[uid]).toHaveLength(2);
  });

  test("calls for one object at once are all stored, and nothing is kept of them", async () => {
    const { server, values } = fakeServer();
    server.attributes = Array.from({ length: 20 }, (_, index) => ({
      id: `AttMany${String(index).padStart(4, "0")}`,
    }));
    await Promise.all([
      ...server.attributes.map(({ id }, index) => values.setValue("dataElements", uid, id, `value ${index}`)),
      values.setValue("dataElements", "DeTwo000000", "AttMany0000", "another object"),
    ]);
    expect(server.objects[uid]?.map(({ attribute, value }) => `${attribute.id}=${value}`).sort()).toEqual(
      server.attributes.map(({ id }, index) => `${id}=value ${index}`),
    );
    expect(server.objects.DeTwo000000).toHaveLength(1);
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(busyKeys()).toBe(0);
  });

  test("a server that answers success and does not store is found out", async () => {
    const { server, values } = fakeServer({ [uid]: [{ attribute: { id: "AttInt00000" }, value: "5" }] });
    server.store = () => {};
    await expect(values.setValue("dataElements", uid, "SOURCE", "x")).rejects.toMatchObject({
      code: "ATTRIBUTE_VALUE.LOST",
      message: expect.stringContaining("/api/dataElements/DeOne000000"),
    });
    await expect(values.deleteValue("dataElements", uid, "AttInt00000")).rejects.toMatchObject({
      code: "ATTRIBUTE_VALUE.LOST",
    });
  });

  test("an answer without values is no reason to overwrite them", async () => {
    const { server, values } = fakeServer();
    Object.assign(server.objects, { [uid]: "not a list" });
    await expect(values.setValue("dataElements", uid, "SOURCE", "x")).rejects.toMatchObject({
      code: "PARSE.SHAPE",
    });
    expect(server.requests.filter((request) => request.startsWith("PATCH"))).toEqual([]);
  });
});

describe("findUidsByValue", () => {
  test("over all pages", async () => {
    const objects = Object.fromEntries(
      Array.from({ length: 1203 }, (_, index) => [
        `De${String(index).padStart(9, "0")}`,
        [{ attribute: { id: "AttText0000" }, value: index < 1201 ? "many" : "few" }],
      ]),
    );
    const { server, values } = fakeServer(objects);
    const uids = await values.findUidsByValue("dataElements", "AttText0000", "many");
    expect(uids).toEqual(Object.keys(objects).slice(0, 1201));
    expect(server.requests).toHaveLength(1 + 3);
  });

  test("the first needs the first page only", async () => {
    const objects = Object.fromEntries(
      Array.from({ length: 1203 }, (_, index) => [
        `De${index}`,
        [{ attribute: { id: "AttText0000" }, value: "many" }],
      ]),
    );
    const { server, values } = fakeServer(objects);
    expect(await values.findOneUidByValue("dataElements", "AttText0000", "many")).toBe("De0");
    expect(server.requests).toHaveLength(1 + 1);
  });
});

test.each<[string, ErrorConstructor, (values: AttributeValues<Core>) => Promise<unknown>]>([
  ["an empty uid", RangeError, (values) => values.getValue("dataElements", "", "SOURCE")],
  ["a malformed uid", RangeError, (values) => values.setValue("dataElements", "a/b", "SOURCE", "x")],
  ["a uid that is no text", TypeError, (values) => values.listFor("dataElements", 1 as never)],
  ["an empty attribute", RangeError, (values) => values.getValue("dataElements", uid, "")],
  ["no attribute", TypeError, (values) => values.resolveAttributeUid(undefined as never)],
  [
    "a value that is no text",
    TypeError,
    (values) => values.setValue("dataElements", uid, "SOURCE", 5 as never),
  ],
  [
    "a value to find that is no text",
    TypeError,
    (values) => values.findUidsByValue("dataElements", "SOURCE", null as never),
  ],
  ["an unknown resource", RangeError, (values) => values.listFor("nowhere" as string, uid)],
  ["a resource of Object itself", RangeError, (values) => values.listFor("constructor" as string, uid)],
  [
    "a resource without values",
    RangeError,
    (values) => values.findOneUidByValue("categoryCombos" as string, "SOURCE", "x"),
  ],
  ["a resource that is no text", TypeError, (values) => values.deleteValue(7 as never, uid, "SOURCE")],
])("%s is refused before any request", async (_, type, call) => {
  const { server, values } = fakeServer();
  await expect(call(values)).rejects.toThrow(type);
  expect(server.requests).toEqual([]);
});
