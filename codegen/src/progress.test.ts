import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";

function written(isTTY: boolean): string {
  let text = "";
  const progress = progressOn({
    isTTY,
    write: (more) => {
      text += more;
    },
  });
  progress.step(1, 2, "read v42");
  progress.step(2, 2, "write \x1b[31m");
  progress.end();
  return text;
}

test("a line for each step where nobody watches", () => {
  expect(written(false)).toBe("[1/2] read v42\n[2/2] write \\u{1b}[31m\n");
});

test("a bar on a terminal, which is gone at the end", () => {
  expect(written(true)).toBe(
    `\r\x1b[2K${"░".repeat(24)} 1/2 read v42\r\x1b[2K${"█".repeat(12)}${"░".repeat(12)} 2/2 write \\u{1b}[31m\r\x1b[2K`,
  );
});
