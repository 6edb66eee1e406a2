import type { ServerModel } from "@dhis2w/model";
import type { VersionRow } from "../version-row.ts";

/** A file as it is to be, complete. */
export interface GeneratedFile {
  /** Relative to its folder, with slashes: `src/index.ts`. */
  readonly path: string;
  readonly text: string;
  /** Top-level keys of a JSON file whose stored values stay once they are there. */
  readonly keeps?: readonly string[];
}

/** A folder that the generator owns: what it does not list and the generator once wrote is stale. */
export interface GeneratedFolder {
  /** Relative to the output folder, with slashes: `core-v42`. */
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
  /** False where every file carries the mark itself, so that no lock file need list them. */
  readonly locked?: false;
}

/** A server release: its row and what its snapshot says. */
export interface Release {
  readonly row: VersionRow;
  readonly server: ServerModel;
  /** Text of a file of its snapshot, for what is handed on whole; absent where there are no files. */
  readonly file?: (name: "schemas.json" | "openapi.json") => string;
}

/** A pure function from models to a folder's files, for each release or for all of them together. */
export type Emitter =
  | { readonly name: string; readonly scope: "release"; emit(release: Release): GeneratedFolder }
  | {
      readonly name: string;
      readonly scope: "all";
      /**
       * `docs`: the folder of the documentation rather than of the packages. `home`: only where our hand-written
       * packages are, which need it.
       */
      readonly place?: "docs" | "home";
      emit(releases: readonly Release[]): GeneratedFolder;
    };
