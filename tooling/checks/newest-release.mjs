// Nothing that runs on every release asks whether it is the newest one: the next release would be taken for an old one.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { conclude } from "./report.mjs";

const newest = (versions.at(-1) ?? "").slice(1);
const comparison = new RegExp(`\\bversion [!=]== ${newest}\\b`);
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.mjs"],
  {
    cwd: root,
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => file !== "" && !file.includes("/generated/") && existsSync(join(root, file)));
conclude(
  "newest release",
  files.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) =>
        comparison.test(line) ? [`${file}:${index + 1}: compare with >= ${newest}: ${line.trim()}`] : [],
      ),
  ),
);
