import { defineConfig } from "vitest/config";

/** Tests run on sources: the `@dhis2w/source` condition needs no build. */
export default defineConfig({
  resolve: { conditions: ["@dhis2w/source"] },
  ssr: { resolve: { conditions: ["@dhis2w/source"] } },
  test: {
    include: ["src/**/*.test.ts"],
    // Large snapshots on a busy machine: a slow test is no failed test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "json"],
    outputFile: { json: ".reports/vitest.json" },
  },
});
