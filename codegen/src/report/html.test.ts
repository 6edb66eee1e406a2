import { describe, expect, it } from "vitest";
import { renderHtml } from "./html.ts";
import { smallDiff } from "./report.fixture.ts";
import { reportOf } from "./report.ts";

const page = renderHtml(reportOf(smallDiff, new Map([["000000000002", "we write short names"]]), "cosmetic"));

describe("the page", () => {
  it("needs nothing from elsewhere", () => {
    expect(page).not.toMatch(/\b(?:src|href)=|@import|url\(|https?:/);
  });
  it("lets no name end the script that holds the data", () => {
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toContain("</script><b>");
  });
});
