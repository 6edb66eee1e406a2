import { defineConfig } from "vitest/config";

/** Tests run on sources: the `@dhis2w/source` condition needs no build. */
export default defineConfig({
  resolve: { conditions: ["@dhis2w/source"] },
  ssr: { resolve: { conditions: ["@dhis2w/source"] } },
  test: {
    include: ["src/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: ".reports/vitest.json" },
  },
});
