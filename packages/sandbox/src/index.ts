export type {
  LoggedExchange,
  Sandbox,
  SandboxFault,
  SandboxOptions,
  SandboxSnapshot,
  SandboxUser,
} from "./sandbox.ts";
export { createSandbox, versions } from "./sandbox.ts";
export type { SeedName } from "./seeds/plant.ts";
export type { ServerData } from "./server-data.ts";
