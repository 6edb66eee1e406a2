import { builtIn } from "../boot/first-boot.ts";
import type { Server } from "../server.ts";
import type { Json } from "../store/values.ts";

/** What a sandbox can hold beside what a first boot makes. */
export type SeedName = "country";

/** Every seed. */
export const seedNames: readonly SeedName[] = ["country"];

/** Whether a text names a seed. */
export function isSeedName(text: string): text is SeedName {
  return seedNames.some((name) => name === text);
}

/** Fills a server with a seed, by the requests that a person would send: what the server refuses is not planted. */
export async function plantSeed(
  server: Server,
  _name: SeedName,
  fetch: (request: Request) => Promise<Response>,
): Promise<void> {
  const { countryMetadata, countryUsers, countryUserGroups } = await import("./country/country.ts");
  const post = async (path: string, body: Json): Promise<void> => {
    const request = new Request(`http://sandbox.dhis2.test${path}`, {
      method: "POST",
      headers: { ...signedIn, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const response = await fetch(request);
    if (!response.ok) throw new Error(`The seed was refused: ${path} ${await response.text()}`);
  };
  await post("/api/metadata", countryMetadata);
  for (const user of countryUsers) await post("/api/users", user);
  await post("/api/metadata", countryUserGroups);
  widen(server);
}

const signedIn = { Authorization: `Basic ${btoa("admin:district")}` };

/** The administrator works in the whole country. */
function widen({ schemas, store }: Server): void {
  const model = schemas.model("User");
  const admin = store.get(model, builtIn.admin);
  const roots = [...store.all(schemas.model("OrganisationUnit"))]
    .filter(({ values }) => values["parent"] === undefined)
    .map(({ uid }) => ({ id: uid }));
  if (admin !== undefined)
    store.put(model, admin.uid, {
      ...admin.values,
      organisationUnits: roots,
      dataViewOrganisationUnits: roots,
    });
}
