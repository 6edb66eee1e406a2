// Type tests that are written for one client and hold on each: compiled with every release's, as users compile.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { errorsOf } from "./compile-for-release.mjs";
import { conclude } from "./report.mjs";

const folder = join(root, "tooling/types/each-release");
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

conclude(
  "types of each release",
  versions.flatMap((version) =>
    [true, false].flatMap((exactOptionalPropertyTypes) => {
      const texts = files.map(({ name, text }) => [name, text.replaceAll("client-v42", `client-${version}`)]);
      return errorsOf(Object.fromEntries(texts), { exactOptionalPropertyTypes }).map(
        (error) => `${version}${exactOptionalPropertyTypes ? "" : ", optional may be undefined"}: ${error}`,
      );
    }),
  ),
);
