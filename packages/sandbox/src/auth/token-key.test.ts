import { expect, it } from "vitest";
import { SeededRandom } from "../store/uid.ts";
import { isTokenKey, makeTokenKey } from "./token-key.ts";

it("makes tokens of the server's form", () => {
  const key = makeTokenKey(new SeededRandom(1).next);
  expect(key).toMatch(/^d2p_[0-9A-Za-z]{50}$/);
  expect(isTokenKey(key)).toBe(true);
});

it("tells a token whose checksum is wrong", () => {
  const key = makeTokenKey(new SeededRandom(1).next);
  const changed = `${key.slice(0, 10)}${key.charAt(10) === "a" ? "b" : "a"}${key.slice(11)}`;
  for (const wrong of [changed, "d2p_short", `abc_${key.slice(4)}`, `d2p_${"G".repeat(50)}`, ""])
    expect(isTokenKey(wrong)).toBe(false);
});
