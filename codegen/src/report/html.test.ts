import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

describe.skipIf(chromium === undefined)("in Chromium", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dhis2w-page-"));
    writeFileSync(join(folder, "report.html"), page);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the page looks like after its script ran, with a search in its address. */
  function shown(search = ""): string {
    const url = `${pathToFileURL(join(folder, "report.html"))}${search === "" ? "" : `#${search}`}`;
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${join(folder, "profile")}`,
    ];
    const dom = execFileSync(chromium ?? "", [...flags, "--dump-dom", url], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return /<main>.*<\/main>/s.exec(dom)?.[0] ?? "";
  }

  it("lists the changes, hides cosmetic ones until asked, and writes names as text", () => {
    const main = shown();
    expect(main).toContain("4 of 5 changes");
    expect(main.match(/<article/g)).toHaveLength(4);
    expect(main).toContain("&lt;/script&gt;&lt;b&gt;");
    expect(main).toContain("Accepted: we write short names");
    expect(main).not.toContain("property-detail-changed");
    expect(main).toContain("A property is gone");
  });

  it("finds by words, whatever their order", () => {
    expect(shown("shorter%20thing").match(/<article/g)).toHaveLength(1);
    expect(shown("nowhere")).toContain("Nothing matches.");
  });
});
