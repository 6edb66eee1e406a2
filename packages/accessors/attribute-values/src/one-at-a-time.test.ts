import { expect, test } from "vitest";
import { busyKeys, oneAtATime } from "./one-at-a-time.ts";

/** A task that ends when the test says so. */
function heldTask(log: string[], name: string) {
  let end: () => void = () => {};
  let fail: (reason: Error) => void = () => {};
  const held = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return {
    end,
    fail,
    run: async () => {
      log.push(`${name} begins`);
      await held;
      log.push(`${name} ends`);
      return name;
    },
  };
}

/** Long enough for every promise that can settle to do so. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("tasks of one key run one after the other, those of another key beside them", async () => {
  const log: string[] = [];
  const [a, b, other] = [heldTask(log, "a"), heldTask(log, "b"), heldTask(log, "other")];
  const results = [
    oneAtATime("k", undefined, a.run),
    oneAtATime("k", undefined, b.run),
    oneAtATime("o", undefined, other.run),
  ];
  await settled();
  expect(log).toEqual(["a begins", "other begins"]);
  a.end();
  await settled();
  expect(log).toEqual(["a begins", "other begins", "a ends", "b begins"]);
  b.end();
  other.end();
  expect(await Promise.all(results)).toEqual(["a", "b", "other"]);
});

test("a task that fails does not hold up the next", async () => {
  const log: string[] = [];
  const [a, b] = [heldTask(log, "a"), heldTask(log, "b")];
  const first = oneAtATime("k", undefined, a.run);
  const second = oneAtATime("k", undefined, b.run);
  a.fail(new Error("refused"));
  b.end();
  await expect(first).rejects.toThrow("refused");
  expect(await second).toBe("b");
});

test("who aborts while waiting is left out at once, and the next still waits for who is at work", async () => {
  const log: string[] = [];
  const [a, b, c] = [heldTask(log, "a"), heldTask(log, "b"), heldTask(log, "c")];
  const controller = new AbortController();
  const first = oneAtATime("k", undefined, a.run);
  const second = oneAtATime("k", controller.signal, b.run);
  const third = oneAtATime("k", undefined, c.run);
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(second).rejects.toMatchObject({ code: "ABORT.ABORTED", reason });
  await settled();
  expect(log).toEqual(["a begins"]);
  a.end();
  c.end();
  await Promise.all([first, third]);
  expect(log).toEqual(["a begins", "a ends", "c begins", "c ends"]);
});

test("who has aborted before does not begin", async () => {
  const log: string[] = [];
  await expect(oneAtATime("k", AbortSignal.abort("why"), heldTask(log, "a").run)).rejects.toMatchObject({
    reason: "why",
  });
  expect(log).toEqual([]);
});

test("nothing is kept of keys that nobody waits for", async () => {
  const tasks = Array.from({ length: 100 }, (_, index) =>
    oneAtATime(`key ${index % 10}`, undefined, async () => {
      if (index % 7 === 0) throw new Error("refused");
    }),
  );
  expect(busyKeys()).toBe(10);
  await Promise.allSettled(tasks);
  await settled();
  expect(busyKeys()).toBe(0);
});
