import type { Server } from "../server.ts";

/** What a sandbox can hold beside what a first boot makes. */
export type SeedName = "country";

/** Fills a server with a seed. */
export async function plantSeed(_server: Server, name: SeedName): Promise<void> {
  throw new RangeError(`There is no seed '${name}'`);
}
