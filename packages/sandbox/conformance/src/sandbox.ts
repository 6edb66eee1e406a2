import { createSandbox } from "@dhis2w/sandbox";
import type { Start } from "./run.ts";

/** A fresh sandbox of the version, at the base URL of the recordings. */
export const startSandbox: Start = (version, clock) =>
  createSandbox({ version: Number(version.slice(1)), clock });
