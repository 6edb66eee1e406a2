import { notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { importDataValueSet } from "./import-set.ts";

const unsupported: Handler = ({ request }) => {
  throw notSupported(`${request.method} ${request.path}`);
};

/** `/api/dataValueSets`: what stores plain values. */
export const dataValueRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "dataValueSets",
    handler: importDataValueSet,
    authorities: ["F_DATAVALUE_ADD"],
  },
  ...["GET", "PUT", "PATCH", "DELETE"].map((method) => ({
    method,
    path: "dataValueSets",
    handler: unsupported,
  })),
];
