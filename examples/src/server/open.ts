import { clients } from "@dhis2w/all-clients";
import { basic, createClient, type Dhis2Client, personalAccessToken } from "@dhis2w/client-v42";
import { createSandbox } from "@dhis2w/sandbox";

/**
 * The server an example runs on: the one at `DHIS2_URL` (signed in by `DHIS2_PAT`, or by `DHIS2_USERNAME` and
 * `DHIS2_PASSWORD`), or else a sandbox of `DHIS2W_VERSION`, v42 unless told.
 */
export async function openServer(): Promise<Dhis2Client> {
  const { DHIS2_URL, DHIS2_PAT, DHIS2_USERNAME, DHIS2_PASSWORD, DHIS2W_VERSION } = process.env;
  if (DHIS2_URL === undefined) {
    const version = DHIS2W_VERSION ?? "v42";
    const client = clientOf(version);
    const sandbox = await createSandbox({ version: Number(version.slice(1)), strict: true });
    return client.createClient({
      baseUrl: sandbox.baseUrl,
      fetch: sandbox.fetch,
      auth: basic("admin", "district"),
    });
  }
  const auth =
    DHIS2_PAT === undefined
      ? basic(required("DHIS2_USERNAME", DHIS2_USERNAME), required("DHIS2_PASSWORD", DHIS2_PASSWORD))
      : personalAccessToken(DHIS2_PAT);
  const options = { baseUrl: DHIS2_URL, auth };
  const info = await createClient(options).request("GET", "/api/system/info");
  return clientOf(`v${majorOf(info)}`).connect(options);
}

/** `42` of an answer that says `2.42.5.2`. */
function majorOf(info: unknown): string {
  const version = typeof info === "object" && info !== null && "version" in info ? String(info.version) : "";
  return version.split(".")[1] ?? "";
}

function clientOf(version: string): (typeof clients)[keyof typeof clients] {
  if (Object.hasOwn(clients, version)) return clients[version as keyof typeof clients]; // just looked up
  throw new Error(`No client for '${version}'; there are ${Object.keys(clients).join(", ")}`);
}

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`DHIS2_URL is set, so ${name} (or DHIS2_PAT) must be too`);
  return value;
}
