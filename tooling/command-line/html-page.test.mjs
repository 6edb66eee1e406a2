// The page that `dhis2w diff --format html` makes, of two whole releases, as a person uses it in a browser.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { rendererOf, reportOf } from "@dhis2w/codegen";
import { findBrowser, withPage } from "../e2e/browser.mjs";
import { dhis2w, temporaryFolder } from "./command.mjs";

const browser = findBrowser();

describe("the page of a diff", { skip: browser === undefined && "there is no browser here" }, () => {
  /** @type {{ changes: { rule: string, level: string, fingerprint: string, subject: { kind: string, label: string } }[] }} */
  let report = { changes: [] };
  let html = "";
  before(async () => {
    const diff = ["diff", "v41", "v42", "--level", "cosmetic", "--format"];
    const [json, page] = await Promise.all([dhis2w([...diff, "json"]), dhis2w([...diff, "html"])]);
    report = JSON.parse(json.stdout);
    html = page.stdout;
  });

  /**
   * Opens a page, which may ask nothing of anybody, in a browser.
   * @param {import("node:test").TestContext} context
   * @param {(page: import("playwright-core").Page, address: string) => Promise<void>} work
   */
  async function open(context, work, text = html) {
    const file = join(temporaryFolder(context), "report.html");
    writeFileSync(file, text);
    const address = String(pathToFileURL(file));
    await withPage(browser ?? "", async (page) => {
      /** @type {string[]} */
      const wrong = [];
      page.on("pageerror", ({ message }) => wrong.push(message));
      page.on("request", (request) => {
        if (!request.url().startsWith(address)) wrong.push(`asks for ${request.url()}`);
      });
      await page.goto(address);
      await work(page, address);
      assert.deepEqual(wrong, []);
    });
  }
  const count = (/** @type {(change: (typeof report.changes)[number]) => boolean} */ test) =>
    report.changes.filter(test).length;
  const summary = (/** @type {import("playwright-core").Page} */ page) =>
    page.getByRole("status").textContent();
  const told = (/** @type {number} */ found) => `${found} of ${report.changes.length} changes`;

  test("filters by level and by kind, with what is cosmetic left out at first", async (context) =>
    open(context, async (page) => {
      assert.equal(await summary(page), told(count(({ level }) => level !== "cosmetic")));
      await page.getByText("Cosmetic").click();
      assert.equal(await summary(page), told(report.changes.length));
      for (const level of ["Breaking for readers", "Breaking for writers", "Additive", "Cosmetic"])
        await page.getByText(level, { exact: true }).click();
      assert.equal(await summary(page), told(count(({ level }) => level === "risky")));
      await page.getByLabel("Kind of thing").selectOption({ value: "enum-member" });
      const found = count(({ level, subject }) => level === "risky" && subject.kind === "enum-member");
      assert.ok(found > 0);
      assert.equal(await summary(page), told(found));
    }));

  test("finds what is typed, keeps it in the address, and lets go of it on Escape", async (context) =>
    open(context, async (page, address) => {
      const [first] = report.changes;
      assert.ok(first !== undefined);
      await page.keyboard.press("/");
      await page.keyboard.type(first.fingerprint);
      assert.equal(await summary(page), told(1));
      const article = page.getByRole("article").filter({ hasText: first.subject.label });
      assert.equal(await article.count(), 1);
      assert.equal(page.url(), `${address}#${first.fingerprint}`);
      await page.reload();
      assert.equal(await summary(page), told(1));
      await page.keyboard.press("/");
      await page.keyboard.press("Escape");
      assert.notEqual(await summary(page), told(1));
      await page.getByRole("searchbox").fill("no such thing");
      assert.equal(await summary(page), "Nothing matches.");
    }));

  test("shows the rest when asked, and fits a phone", async (context) =>
    open(context, async (page) => {
      await page.setViewportSize({ width: 360, height: 640 });
      const wide = "document.documentElement.scrollWidth > innerWidth";
      const articles = page.getByRole("article");
      const some = await articles.count();
      const more = page.getByRole("button", { name: "Show more" });
      while (await more.isVisible()) {
        assert.equal(await page.evaluate(wide), false);
        await more.click();
      }
      const all = count(({ level }) => level !== "cosmetic");
      assert.ok(some < all);
      assert.equal(await articles.count(), all);
      assert.equal(await page.evaluate(wide), false);
    }));

  test("writes names as text, and says why a change was accepted", async (context) => {
    const label = '</script><img src="x" onerror="document.title = 1">';
    const change = {
      ...{ rule: "enum-member-removed", title: "is gone", why: "Reads leave it out.", todo: "Remove it." },
      level: /** @type {const} */ ("risky"),
      subject: { kind: /** @type {const} */ ("enum-member"), key: label, label },
      fingerprint: "000000000001",
    };
    const release = { id: "v1", release: "2.1", revision: "1" };
    const diff = { before: release, after: release, changes: [change] };
    const accepted = new Map([[change.fingerprint, `${label} is not used`]]);
    const text = (await rendererOf("html"))(reportOf(diff, accepted, "cosmetic"));
    await open(
      context,
      async (page) => {
        const shown = (await page.getByRole("article").textContent()) ?? "";
        assert.ok(shown.includes(label) && shown.includes(`Accepted: ${label} is not used`), shown);
        assert.equal(await page.locator("img").count(), 0);
      },
      text,
    );
  });
});
