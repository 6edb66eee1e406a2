import { type Exchange, readRecording, recordedGroups } from "@dhis2w/recordings";
import { findingsOf, type ImportRow, importRows, type ValidationFinding } from "@dhis2w/runtime";
import type { Release } from "./release.ts";

/** What servers refused for a reason that a create schema can know. */
export interface Refusals {
  /** Those that the schema tells beforehand. */
  readonly told: number;
  /** Those that it does not, and for which no reason is known. */
  readonly untold: readonly string[];
  /** Those that it cannot, by reason. */
  readonly explained: ReadonlyMap<string, readonly string[]>;
}

/** By the server's code, the property that it is about where the server names another or none. */
const knowable: Readonly<Record<string, string | undefined>> = {
  // A required property is missing.
  E4000: undefined,
  // A text is too long.
  E4001: undefined,
  // The length of a text is out of its range.
  E4002: undefined,
  // A user without a role.
  E4055: "userRoles",
};

/** Refusals that a create schema does not tell. */
const unknowable: readonly { readonly where: RegExp; readonly reason: string }[] = [
  {
    where: /^PUT apiToken: E4000 (?:type|version)$/,
    reason: "a PUT must carry what POST fills in",
  },
  { where: /^POST users: E4055 userRoles$/, reason: "an empty list has the right type" },
];

/** Holds a release's create schemas against every create and PUT that its server refused. */
export function refusalsOf(release: Release, directory?: string): Refusals {
  const untold: string[] = [];
  const explained = new Map<string, string[]>();
  let told = 0;
  for (const group of recordedGroups(release.id, directory)) {
    for (const exchange of readRecording(release.id, group, directory)) {
      for (const { resource, value, row } of refusedObjects(release, exchange)) {
        const property = knowable[row.code ?? ""] ?? row.property;
        const schema = release.schemaOf(resource, "create");
        if (schema !== undefined && findingsOf(schema, value).some(isAbout(property))) {
          told++;
          continue;
        }
        const what = `${exchange.request.method} ${resource}: ${row.code} ${property}`;
        const reason = unknowable.find(({ where }) => where.test(what))?.reason;
        const line = `${what} (${group}/${exchange.step})`;
        if (reason === undefined) untold.push(line);
        else explained.set(reason, [...(explained.get(reason) ?? []), line]);
      }
    }
  }
  return { told, untold, explained };
}

interface RefusedObject {
  readonly resource: string;
  readonly value: unknown;
  readonly row: ImportRow;
}

/** The objects of a request that its answer refuses, a row each. */
function refusedObjects({ server }: Release, { request, response }: Exchange): readonly RefusedObject[] {
  const path = request.path.replace(/^\/api\//, "").split("/");
  const isWrite =
    (request.method === "POST" && path.length === 1) || (request.method === "PUT" && path.length === 2);
  if (!isWrite || (request.query.get("importStrategy") ?? "CREATE") === "DELETE") return [];
  const sent = parsed(request.body);
  return importRows(parsed(response.body))
    .filter(({ code = "" }) => Object.hasOwn(knowable, code))
    .flatMap((row): RefusedObject[] => {
      const resource = server.resources.find(({ name, model, path: own }) =>
        path[0] === "metadata" ? model === row.type && name in sent : own === path[0] && model === row.type,
      )?.name;
      if (resource === undefined) return [];
      const value = path[0] === "metadata" ? (sent[resource] as readonly unknown[])[row.index ?? 0] : sent;
      return [{ resource, value, row }];
    });
}

const isAbout =
  (property: string | undefined) =>
  ({ path, kind }: ValidationFinding): boolean =>
    kind === "invalid" && (property === undefined || path[0] === property);

function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text ?? ""));
  } catch {
    return {};
  }
}
