import type { CallOptions, Connection } from "../connection.ts";
import { type JobReference, readJobReference } from "../jobs/job.ts";
import { judgeImport } from "../validation/judge.ts";
import type { Identified } from "./by-code.ts";
import type { ImportMetadataOptions, MetadataIdentifier, MetadataImportStrategy } from "./options.ts";
import { type AnyBundle, importRequest, postBundle } from "./post-bundle.ts";
import type { MetadataReport } from "./report.ts";

/** A client with its resources, by whose names and types a bundle is checked. */
export type ImportTarget<Resources> = Connection & { readonly resources: Resources };

/** What a resource makes an object of. */
type DraftOf<Resource> = Resource extends {
  create(draft: infer Draft, options?: CallOptions): unknown;
}
  ? Draft
  : never;

/** An object that is to be deleted; whatever else it says is ignored. */
interface Deleted {
  readonly id: string;
}

/**
 * Objects of many types, by the plural of the type: `{ dataElements: […], dataElementGroups: […] }`. They may refer to
 * each other in any order. `system` is what exports carry along, and ignored.
 */
export type MetadataBundle<
  Resources,
  Strategy extends MetadataImportStrategy = "CREATE_AND_UPDATE",
  Identifier extends MetadataIdentifier = "UID",
> = {
  readonly [Name in keyof Resources]?:
    | readonly (Strategy extends "DELETE" ? Deleted : Identified<DraftOf<Resources[Name]>, Identifier>)[]
    | undefined;
} & { readonly system?: object };

/**
 * Saves objects of many types at once. One request whatever the size, so that all of it can be one transaction; it is
 * never repeated. For what takes minutes there is {@link startMetadataImport}.
 *
 * An object that exists is **replaced whole**: what its draft leaves out is cleared (BUG-205), and sharing that is left
 * out is reset unless `skipSharing` (BUG-208). Option combos are not made from a category combo (BUG-033).
 *
 * @returns the report; with `atomic: false` its rows say what was not saved, or saved without a reference.
 * @throws Dhis2ImportError `HTTP.CONFLICT` with rows: any finding of an atomic import; with `atomic: false` only where
 * nothing was saved, such as a missing reference that the database requires.
 * @throws TypeError for a type that this release does not have, which the server would ignore.
 *
 * @example
 * ```ts
 * import { importMetadata } from "@dhis2w/client-v42";
 *
 * const report = await importMetadata(
 *   dhis2,
 *   {
 *     constants: [{ id: "ConstPi0000", name: "Pi", shortName: "Pi", value: 3.14 }],
 *     optionSets: [{ id: "OsColours00", name: "Colours", valueType: "TEXT" }],
 *   },
 *   { atomic: false, dryRun: true },
 * );
 * for (const { uid, message, saved } of report.rows) console.error(uid, message, saved ? "saved without it" : "not saved");
 * ```
 */
export async function importMetadata<
  Resources,
  const Strategy extends MetadataImportStrategy = "CREATE_AND_UPDATE",
  const Identifier extends MetadataIdentifier = "UID",
>(
  dhis2: ImportTarget<Resources>,
  bundle: MetadataBundle<Resources, Strategy, Identifier>,
  options: ImportMetadataOptions<Strategy, Identifier> = {},
): Promise<MetadataReport> {
  return postBundle(dhis2, checked(dhis2, bundle, options), options);
}

/**
 * Hands a bundle over for import in the background: the server answers at once, whatever is in it, and
 * {@link waitForJob} gives the report. Takes and refuses what {@link importMetadata} does.
 *
 * @throws Dhis2ParseError `PARSE.SHAPE` where the answer names no job.
 */
export async function startMetadataImport<
  Resources,
  const Strategy extends MetadataImportStrategy = "CREATE_AND_UPDATE",
  const Identifier extends MetadataIdentifier = "UID",
>(
  dhis2: ImportTarget<Resources>,
  bundle: MetadataBundle<Resources, Strategy, Identifier>,
  options: ImportMetadataOptions<Strategy, Identifier> = {},
): Promise<JobReference<"METADATA_IMPORT">> {
  const { query, ...request } = importRequest(checked(dhis2, bundle, options), options);
  const path = "/api/metadata";
  const answer = await dhis2.request("POST", path, { ...request, query: { ...query, async: true } });
  return readJobReference(dhis2, path, "METADATA_IMPORT", answer);
}

/** The bundle without what is not sent, every type known and every draft looked at by the client's schemas. */
function checked<Resources>(
  dhis2: ImportTarget<Resources>,
  { system: _, ...bundle }: MetadataBundle<Resources, MetadataImportStrategy, MetadataIdentifier>,
  options: ImportMetadataOptions,
): AnyBundle {
  // The type has said what each list holds; from here on they are just objects.
  const lists = Object.entries(bundle as AnyBundle).filter(([, values]) => values !== undefined);
  for (const [resource, values] of lists) {
    if (!Object.hasOwn(dhis2.resources as object, resource))
      throw new TypeError(`there is no resource '${resource}'`);
    if (!Array.isArray(values)) throw new TypeError(`'${resource}' must be a list`);
  }
  const checkedBundle = Object.fromEntries(lists);
  judgeImport(dhis2, options, checkedBundle);
  return checkedBundle;
}
