import { defineConfig } from "vitest/config";

/** Tests run on sources: the `@dhis2w/source` condition needs no build. */
export default defineConfig({
  resolve: { conditions: ["@dhis2w/source"] },
  ssr: { resolve: { conditions: ["@dhis2w/source"] } },
  test: {
    include: ["src/**/*.test.ts"],
    // Ends a test that hangs; a slow one, of large snapshots on a busy machine, is no failed test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ["default", "json"],
    outputFile: { json: ".reports/vitest.json" },
  },
});
