export type { NotDeletedError } from "@dhis2w/runtime";
export type { NameTakenError } from "./errors.ts";
export type {
  OptionDraft,
  OptionInSet,
  OptionSetsCore,
  OptionSetWithOptions,
  SyncedOption,
  SyncOptions,
  SyncReport,
} from "./option-set.ts";
export { createOptionSets, OptionSets } from "./option-sets.ts";
