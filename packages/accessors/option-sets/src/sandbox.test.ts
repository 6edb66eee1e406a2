import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { basic, createClient } from "@dhis2w/runtime";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { createOptionSets } from "./option-sets.ts";

describe.each(Object.values(cores))("against a sandbox of $server.release", (core) => {
  /** A server with an empty set, the accessor, and the requests that are sent. */
  async function server() {
    const sandbox = await createSandbox({ version: core.server.version, strict: true });
    const sent: string[] = [];
    const client = createClient<v42.Core>(core, {
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      fetch: async (request) => {
        const { pathname, search } = new URL(request.url);
        sent.push(`${request.method} ${pathname}${search}`);
        return sandbox.fetch(request);
      },
    });
    const { uid } = await client.resources.optionSets.create({
      name: "Colour",
      code: "COLOUR",
      valueType: "TEXT",
    });
    sent.length = 0;
    return { client, sent, uid, sets: createOptionSets<v42.Core>(client) };
  }
  const colours = [
    { code: "RED", name: "Red" },
    { code: "BLUE", name: "Blue", style: { color: "#0000ff", icon: "drop" } },
    { code: "GREEN", name: "Green" },
  ];
  const codes = (options: readonly { readonly code: string }[]) => options.map(({ code }) => code);

  test("a set's life: filled, left alone, changed, reordered, shrunk", async () => {
    const { sets, sent } = await server();
    expect(await sets.sync("COLOUR", colours)).toMatchObject({
      added: colours.map(({ code }) => ({ code })),
    });
    expect(sent).toHaveLength(2);
    expect(codes(await sets.listOptions("COLOUR"))).toEqual(["RED", "BLUE", "GREEN"]);
    const { version } = await sets.getByCode("COLOUR");

    sent.length = 0;
    expect(codes((await sets.sync("COLOUR", colours)).unchanged)).toEqual(["RED", "BLUE", "GREEN"]);
    expect(sent).toHaveLength(1);

    const renamed = await sets.sync("COLOUR", [{ code: "BLUE", name: "Dark blue" }]);
    expect(renamed).toMatchObject({ updated: [{ code: "BLUE" }], removed: [], reordered: true });
    const changed = await sets.getByCode("COLOUR");
    expect(codes(changed.options)).toEqual(["BLUE", "RED", "GREEN"]);
    expect(changed.options[0]).toMatchObject({
      name: "Dark blue",
      style: { color: "#0000ff", icon: "drop" },
    });
    expect(changed.version).toBeGreaterThan(version ?? 0);

    const dry = await sets.sync("COLOUR", [{ code: "RED", name: "Red" }], {
      removeMissing: true,
      dryRun: true,
    });
    expect(codes(dry.removed)).toEqual(["BLUE", "GREEN"]);
    expect(codes(await sets.listOptions("COLOUR"))).toEqual(["BLUE", "RED", "GREEN"]);

    sent.length = 0;
    const shrunk = await sets.sync("COLOUR", [{ code: "RED", name: "Red" }], { removeMissing: true });
    expect(sent).toHaveLength(core.server.quirks.optionDeleteIgnored === true ? 4 : 3);
    expect(codes(shrunk.removed)).toEqual(["BLUE", "GREEN"]);
    expect(codes(await sets.listOptions("COLOUR"))).toEqual(["RED"]);
  });

  test("attribute values, translations and style stay, unless they are given", async () => {
    const { client, sets } = await server();
    await client.resources.attributes.create({
      name: "SNOMED",
      code: "SNOMED",
      valueType: "TEXT",
      optionAttribute: true,
    });
    const { added } = await sets.sync("COLOUR", colours);
    const blue = added[1]?.id ?? "";
    await sets.setOptionAttributeValue(blue, "SNOMED", "405738005");
    await client.request("PUT", `/api/options/${blue}/translations`, {
      body: { translations: [{ locale: "fr", property: "NAME", value: "Bleu" }] },
    });
    await sets.sync("COLOUR", [
      { code: "GREEN", name: "Green", style: null },
      { code: "BLUE", name: "Navy" },
      { code: "BLACK", name: "Black" },
    ]);
    const option = await sets.findOption("COLOUR", "BLUE");
    expect(option).toMatchObject({
      id: blue,
      name: "Navy",
      style: { color: "#0000ff", icon: "drop" },
      translations: [{ locale: "fr", property: "NAME", value: "Bleu" }],
    });
    expect(await sets.getOptionAttributeValue(blue, "SNOMED")).toBe("405738005");
    expect(await sets.findOptionByAttribute("COLOUR", "SNOMED", "405738005")).toMatchObject({ code: "BLUE" });
    await sets.sync("COLOUR", [{ code: "BLUE", name: "Navy", style: null }]);
    expect(await sets.findOption("COLOUR", "BLUE")).not.toHaveProperty("style.color");
  });

  test("BUG-020: a deleted option is gone", async () => {
    const { client, sets } = await server();
    const { added } = await sets.sync("COLOUR", colours);
    const blue = added[1]?.id ?? "";
    await sets.deleteOption(blue);
    expect(codes(await sets.listOptions("COLOUR"))).toEqual(["RED", "GREEN"]);
    await expect(client.resources.options.get(blue)).rejects.toMatchObject({ code: "HTTP.NOT_FOUND" });
  });

  test("five thousand options in two requests, and the same again in one", async () => {
    const { sets, sent } = await server();
    const many = Array.from({ length: 5000 }, (_, place) => ({ code: `C${place}`, name: `Name ${place}` }));
    expect((await sets.sync("COLOUR", many)).added).toHaveLength(5000);
    expect(sent).toHaveLength(2);
    expect((await sets.sync("COLOUR", many)).unchanged).toHaveLength(5000);
    expect(sent).toHaveLength(3);
  });

  test.each([
    ["one code twice", [colours[0], { code: "RED", name: "Crimson" }]],
    ["one name twice", [colours[0], { code: "RED2", name: "Red" }]],
    ["an empty name", [{ code: "X", name: " " }]],
    ["blanks around a code", [{ code: "X ", name: "X" }]],
    ["a name that is too long", [{ code: "X", name: "x".repeat(231) }]],
  ])("%s is refused before any request", async (_, options) => {
    const { sets, sent } = await server();
    await expect(sets.sync("COLOUR", options as { code: string; name: string }[])).rejects.toBeInstanceOf(
      RangeError,
    );
    expect(sent).toEqual([]);
  });
});
