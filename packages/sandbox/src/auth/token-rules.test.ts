import { describe, expect, it } from "vitest";
import type { Values } from "../store/values.ts";
import { refusedUse, validateTokenAttributes } from "./token-rules.ts";

const use = { method: "GET", referer: null, address: "127.0.0.1", now: 1000 };
const rule = (type: string, property: string, ...values: string[]): Values => ({
  attributes: [{ type, [property]: values }],
});

describe("a token", () => {
  it.each<[string, Values, Partial<typeof use> & { referer?: string | null }, string | undefined]>([
    ["without rules", {}, {}, undefined],
    ["before its end", { expire: 1001 }, {}, undefined],
    ["after its end", { expire: 1000 }, {}, "token has expired"],
    ["for a method", rule("MethodAllowedList", "allowedMethods", "get"), {}, undefined],
    [
      "for another method",
      rule("MethodAllowedList", "allowedMethods", "GET"),
      { method: "POST" },
      "request http method is not allowed",
    ],
    ["for an address", rule("IpAllowedList", "allowedIps", "127.0.0.1"), {}, undefined],
    [
      "for another address",
      rule("IpAllowedList", "allowedIps", "192.0.2.1"),
      {},
      "request ip address is not allowed",
    ],
    [
      "without referer",
      rule("RefererAllowedList", "allowedReferrers", "https://a"),
      {},
      "request http referrer is missing or not allowed",
    ],
  ])("%s", (_name, token, changed, message) => {
    expect(refusedUse(token, { ...use, ...changed })).toBe(
      message === undefined ? undefined : `Failed to authenticate API token, ${message}.`,
    );
  });

  it("with a referer of its list", () => {
    const token = rule("RefererAllowedList", "allowedReferrers", "https://a");
    expect(refusedUse(token, { ...use, referer: "https://a" })).toBeUndefined();
  });
});

describe("attributes of a new token", () => {
  it("may list what there is", () => {
    validateTokenAttributes([{ type: "IpAllowedList", allowedIps: ["192.0.2.1", "::1"] }]);
    validateTokenAttributes([{ type: "MethodAllowedList", allowedMethods: ["GET"] }]);
    validateTokenAttributes(undefined);
  });

  it.each([
    [{ type: "MethodAllowedList", allowedMethods: ["FETCH"] }, "http method, value=FETCH"],
    [{ type: "IpAllowedList", allowedIps: ["nope"] }, "ip address, value=nope"],
    [{ type: "IpAllowedList", allowedIps: ["256.1.1.1"] }, "ip address, value=256.1.1.1"],
  ])("%j is refused", (attribute, what) => {
    expect(() => validateTokenAttributes([attribute])).toThrow(
      `Failed to validate the token's attributes, message: Not a valid ${what}`,
    );
  });
});
