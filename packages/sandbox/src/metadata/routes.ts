import { writeParameters } from "../http/parameters.ts";
import type { Route } from "../http/routes.ts";
import { patchSharing } from "./bulk-sharing.ts";
import { csvClasses } from "./csv.ts";
import { exportMetadata } from "./export.ts";
import { importBundle } from "./import.ts";

/** Import and export of objects of many types at once. */
export const bundleRoutes: readonly Route[] = [
  { method: "POST", path: "/metadata", handler: importBundle, parameters: writeParameters },
  { method: "GET", path: "/metadata", handler: exportMetadata },
  { method: "PATCH", path: "/metadata/sharing", handler: patchSharing, parameters: writeParameters },
  { method: "GET", path: "/metadata/csvImportClasses", handler: csvClasses },
];
