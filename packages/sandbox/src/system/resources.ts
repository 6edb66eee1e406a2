import { json } from "../http/answer.ts";
import type { Route } from "../http/routes.ts";
import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";

/** Endpoints of types that are no metadata, by the type's singular. */
const others: Readonly<Record<string, string>> = {
  dataElementOperand: "dataElementOperands",
  dataStore: "dataStore",
  externalFileResource: "externalFileResources",
  icon: "icons",
  metadataVersion: "metadata/version",
  minMaxDataElement: "minMaxDataElements",
  programDataElement: "programDataElements",
  proposal: "metadata/proposals",
  relationship: "relationships",
  trackedEntityInstance: "trackedEntityInstances",
  validationResult: "validationResults",
};

/** `/api` and `/api/resources`: what there is. */
export const resourceListRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "",
    handler: ({ request }) => ({
      status: 302,
      headers: { Location: `${request.baseUrl}/api/resources` },
      body: undefined,
    }),
  },
  {
    method: "GET",
    path: "resources",
    handler: ({ server, request }) => json({ resources: resourcesOf(server.schemas, request.baseUrl) }),
  },
];

function resourcesOf(schemas: Schemas, baseUrl: string): JsonObject[] {
  return schemas.models.flatMap(({ singular, plural, path }) => {
    const endpoint = path ?? (Object.hasOwn(others, singular) ? others[singular] : undefined);
    if (endpoint === undefined) return [];
    return [{ displayName: inWords(plural), singular, plural, href: `${baseUrl}/api/${endpoint}` }];
  });
}

/** `oAuth2Clients` as `O Auth2 Clients`. */
function inWords(name: string): string {
  const spaced = name.replaceAll(/(?=[A-Z])/g, " ");
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}
