import type { Server } from "../server.ts";

/** What a sandbox can hold beside what a first boot makes. */
export type SeedName = "country";

/** Every seed. */
export const seedNames: readonly SeedName[] = ["country"];

/** Whether a text names a seed. */
export function isSeedName(text: string): text is SeedName {
  return seedNames.some((name) => name === text);
}

/** Fills a server with a seed. */
export async function plantSeed(_server: Server, name: SeedName): Promise<void> {
  throw new RangeError(`The seed '${name}' is not there yet`);
}
