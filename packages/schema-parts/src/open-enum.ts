import type { ZodMiniString } from "zod/mini";
import { check } from "./check.ts";
import { string } from "./scalar.ts";

/** An enum that is read: it has members that this release knows, and any other text passes. */
export const openEnum = (...members: readonly string[]): ZodMiniString =>
  string().check(check({ check: "open_enum", members }, () => undefined));
