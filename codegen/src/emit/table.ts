import { clientPackage } from "./client-package.ts";
import { commonPackage } from "./common-package.ts";
import { corePackage } from "./core-package.ts";
import type { Emitter } from "./emitter.ts";
import { allClients, allCores } from "./every-release.ts";
import { sandboxData } from "./sandbox-data.ts";
import { versionsPage } from "./versions-page.ts";

/** Everything that is generated: one row an emitter. */
export const emitters: readonly Emitter[] = [
  corePackage,
  commonPackage,
  clientPackage,
  allCores,
  allClients,
  sandboxData,
  versionsPage,
];
