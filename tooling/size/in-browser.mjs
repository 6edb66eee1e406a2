/** How esbuild makes what a browser loads, in memory: one minified module. */
export const inBrowser = /** @type {const} */ ({
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  platform: "browser",
  target: "es2022",
  logLevel: "silent",
});
