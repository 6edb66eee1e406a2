import type { CallOptions } from "../connection.ts";

/** What an import does with an object that exists (by `identifier`), and with one that doesn't. */
export type MetadataImportStrategy = "CREATE_AND_UPDATE" | "CREATE" | "UPDATE" | "DELETE";

/** What names an object, in a list of them and in its references. */
export type MetadataIdentifier = "UID" | "CODE";

/** How a list of objects is saved. Whatever is left out is as the server has it by default. */
export interface SaveManyOptions<Identifier extends MetadataIdentifier = MetadataIdentifier>
  extends CallOptions {
  /** `CREATE_AND_UPDATE` by default; an object that the strategy doesn't allow for is a finding (E5000, E5001). */
  readonly importStrategy?: Exclude<MetadataImportStrategy, "DELETE">;
  /**
   * All or nothing, by default: one finding and nothing is saved, which is thrown as `HTTP.CONFLICT`. With `false`
   * what can be saved is, and the report says what was not.
   */
  readonly atomic?: boolean;
  /** Check only and save nothing. It doesn't find what the database alone refuses. */
  readonly dryRun?: boolean;
  /** What names an object, in the list itself and in its references, which are `{ code }` under `CODE`; `UID` by default. */
  readonly identifier?: Identifier;
  /** Leaves the sharing of objects that exist as it is; without it, sharing that is left out is reset (BUG-208). */
  readonly skipSharing?: boolean;
  readonly skipTranslation?: boolean;
  /** Saves unchecked; the server's report is empty then. */
  readonly skipValidation?: boolean;
  /** Whether the database is told of each type or of each object; `AUTO`, each type, by default. */
  readonly flushMode?: "AUTO" | "OBJECT";
}

/** How a bundle is imported. */
export interface ImportMetadataOptions<
  Strategy extends MetadataImportStrategy = MetadataImportStrategy,
  Identifier extends MetadataIdentifier = MetadataIdentifier,
> extends Omit<SaveManyOptions<Identifier>, "importStrategy"> {
  /** `CREATE_AND_UPDATE` by default; an object that the strategy doesn't allow for is a finding (E5000, E5001). */
  readonly importStrategy?: Strategy;
}
