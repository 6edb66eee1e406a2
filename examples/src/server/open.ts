import * as v41 from "@dhis2w/client-v41";
import * as v42 from "@dhis2w/client-v42";
import * as v43 from "@dhis2w/client-v43";
import { createSandbox } from "@dhis2w/sandbox";

const releases = {
  v41: { number: 41, client: v41 },
  v42: { number: 42, client: v42 },
  v43: { number: 43, client: v43 },
} as const;
type Release = keyof typeof releases;

/**
 * The server an example runs on: the one at `DHIS2_URL` (signed in by `DHIS2_PAT`, or by `DHIS2_USERNAME` and
 * `DHIS2_PASSWORD`), or else a sandbox of `DHIS2W_VERSION`, v42 unless told.
 */
export async function openServer(): Promise<v42.Dhis2Client> {
  const { DHIS2_URL, DHIS2_PAT, DHIS2_USERNAME, DHIS2_PASSWORD, DHIS2W_VERSION } = process.env;
  if (DHIS2_URL === undefined) {
    const { number, client } = releases[known(DHIS2W_VERSION ?? "v42")];
    const sandbox = await createSandbox({ version: number, strict: true });
    return client.createClient({
      baseUrl: sandbox.baseUrl,
      fetch: sandbox.fetch,
      auth: v42.basic("admin", "district"),
    });
  }
  const auth =
    DHIS2_PAT === undefined
      ? v42.basic(required("DHIS2_USERNAME", DHIS2_USERNAME), required("DHIS2_PASSWORD", DHIS2_PASSWORD))
      : v42.personalAccessToken(DHIS2_PAT);
  const options = { baseUrl: DHIS2_URL, auth };
  const info = await v42.createClient(options).request("GET", "/api/system/info");
  return releases[known(`v${majorOf(info)}`)].client.connect(options);
}

/** `42` of an answer that says `2.42.5.2`. */
function majorOf(info: unknown): string {
  const version = typeof info === "object" && info !== null && "version" in info ? String(info.version) : "";
  return version.split(".")[1] ?? "";
}

function known(version: string): Release {
  if (version === "v41" || version === "v42" || version === "v43") return version;
  throw new Error(`No client for '${version}'; there are ${Object.keys(releases).join(", ")}`);
}

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`DHIS2_URL is set, so ${name} (or DHIS2_PAT) must be too`);
  return value;
}
