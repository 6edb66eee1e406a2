import { expect, test } from "vitest";
import { generateUid, isUid } from "./index.ts";

test("generated UIDs have the form, differ, and use every character in about equal measure", () => {
  const uids = Array.from({ length: 5000 }, generateUid);
  expect(uids.every(isUid)).toBe(true);
  expect(new Set(uids).size).toBe(uids.length);
  const counts = new Map<string, number>();
  for (const uid of uids)
    for (const character of uid.slice(1)) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const [least, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
  expect(most / least).toBeLessThan(1.5);
});

test.each([
  "",
  "abcdefghij",
  "abcdefghij12",
  "1bcdefghij1",
  "abcdefghi-1",
  "abcdéfghij1",
  " bcdefghij1",
  5,
  null,
])("%j is no UID", (value) => {
  expect(isUid(value)).toBe(false);
});
