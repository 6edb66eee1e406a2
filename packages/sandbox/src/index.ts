export type { LoggedExchange, Sandbox, SandboxFault, SandboxOptions, SandboxUser } from "./sandbox.ts";
export { createSandbox } from "./sandbox.ts";
export type { ServerData } from "./server-data.ts";
