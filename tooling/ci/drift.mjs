// Compares live servers with the committed snapshots: DHIS2_URL_V42=https://… node tooling/ci/drift.mjs
// DHIS2_SERVERS may hold the same as JSON, so that a workflow hands on all its variables and names no release.
// Prints markdown that fits an issue; ends with 4 where a server differs, with 2 where one could not be asked.
import { dhis2w } from "./dhis2w.mjs";

/** GitHub refuses issues of more than 65,536 characters. */
const longest = 64_000;
const given = { ...JSON.parse(process.env.DHIS2_SERVERS || "{}"), ...process.env };
const servers = Object.entries(given).flatMap(([name, url]) => {
  const [, version] = /^DHIS2_URL_(V\d+)$/.exec(name) ?? [];
  return version === undefined || !url ? [] : [{ version: version.toLowerCase(), url }];
});
if (servers.length === 0) console.error("No server is named: set DHIS2_URL_V42 or the like.");
let worst = servers.length === 0 ? 2 : 0;
for (const { version, url } of servers.sort((a, b) => (a.version < b.version ? -1 : 1))) {
  const { status, output } = dhis2w(
    "drift",
    "--url",
    url,
    "--against",
    version,
    "--format",
    "markdown",
    "--fail-on",
    "additive",
    "--max-characters",
    String(Math.floor(longest / servers.length)),
  );
  if (status === 0) console.error(`${version}: as committed`);
  else process.stdout.write(status === 4 ? output : `# ${version} could not be compared\n`);
  // A server that cannot be asked must not hide that another one drifts.
  if (status !== 0) worst = worst === 4 || status === 4 ? 4 : 2;
}
process.exit(worst);
