import { writeParameters } from "../http/parameters.ts";
import type { Handler, Route } from "../http/routes.ts";
import { patchSharing } from "./bulk-sharing.ts";
import { csvClasses } from "./csv.ts";
import { exportMetadata } from "./export.ts";
import { importBundle } from "./import.ts";
import { importLater } from "./import-job.ts";

/** POST of a bundle: done before the answer, or by a job. */
const importNowOrLater: Handler = (exchange) =>
  exchange.request.query.get("async") === "true" ? importLater(exchange) : importBundle(exchange);

/** Import and export of objects of many types at once. */
export const bundleRoutes: readonly Route[] = [
  { method: "POST", path: "/metadata", handler: importNowOrLater, parameters: writeParameters },
  { method: "GET", path: "/metadata", handler: exportMetadata, anyParameter: true },
  { method: "PATCH", path: "/metadata/sharing", handler: patchSharing, parameters: writeParameters },
  { method: "GET", path: "/metadata/csvImportClasses", handler: csvClasses },
];
