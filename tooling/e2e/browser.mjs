import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";

/** Milliseconds after which a browser that has not answered is given up. */
const patience = 60_000;

/** The program of a Chromium on this machine; `undefined` where there is none. */
export function findBrowser() {
  const places = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
  return [process.env.CHROMIUM ?? "", ...places].find(existsSync);
}

/**
 * Opens a page of its own browser, which ends with the work.
 * @template Result
 * @param {string} executablePath  as `findBrowser` gives it
 * @param {(page: import("playwright-core").Page) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withPage(executablePath, work) {
  // Chromium's own sandbox does not start for root, which CI often is.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], timeout: patience });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    return await work(page);
  } finally {
    await browser.close();
  }
}

/**
 * Bundles a program of the packages installed in that folder, and runs it in a browser's page and in a worker of it.
 * @param {string} home
 * @param {string} browser
 * @param {string} sandboxUrl  a sandbox over HTTP, to be called by the browser's own `fetch`
 * @returns {Promise<{ ok: boolean, text: string }>}
 */
export async function runInBrowser(home, browser, sandboxUrl) {
  const program = readFileSync(join(root, "tooling/e2e/browser-program.js.txt"), "utf8");
  const creators = versions.map((id) => `import { createClient as ${id} } from "@dhis2w/client-${id}";\n`);
  writeFileSync(
    join(home, "browser.js"),
    `${creators.join("")}const clients = { ${versions.join(", ")} };\n${program}`,
  );
  const outdir = join(home, "browser");
  await build({
    entryPoints: [join(home, "browser.js")],
    absWorkingDir: home,
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  const { url, close } = await serve(outdir);
  const text = await withPage(browser, async (page) => {
    await page.goto(`${url}/?sandbox=${encodeURIComponent(sandboxUrl)}`);
    return page.locator("output").textContent();
  }).finally(close);
  return { ok: text === "page: in order; worker: in order", text: `in the browser, ${text}` };
}

/**
 * Serves a page that runs the program, and the program.
 * @param {string} folder
 */
async function serve(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      response.setHeader("Content-Type", "text/html");
      response.end('<!doctype html><script type="module" src="/browser.js"></script>');
    } else if (existsSync(join(folder, basename(pathname)))) {
      response.setHeader("Content-Type", "text/javascript");
      response.end(readFileSync(join(folder, basename(pathname))));
    } else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
