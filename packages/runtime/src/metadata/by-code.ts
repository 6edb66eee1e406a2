import type { Ref } from "@dhis2w/query";
import type { MetadataIdentifier } from "./options.ts";

/** A reference by code, as an import with `identifier: "CODE"` looks it up. */
export interface CodeRef {
  code: string;
}

/** A draft whose references are by code, however deep they are. */
export type ByCode<Draft> = Draft extends string | number | boolean | null | undefined
  ? Draft
  : Draft extends readonly (infer Item)[]
    ? ByCode<Item>[]
    : keyof Ref<string> extends keyof Draft
      ? CodeRef
      : { [Key in keyof Draft]: ByCode<Draft[Key]> };

/** A draft with the references that an import looks up: by UID as they are, or by code. */
export type Identified<Draft, Identifier extends MetadataIdentifier> = Identifier extends "CODE"
  ? ByCode<Draft>
  : Draft;
