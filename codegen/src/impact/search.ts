import type { Change } from "@dhis2w/model";
import type { ts } from "ts-morph";
import type { BreakingChanges } from "./breaking-changes.ts";
import type { StandIn } from "./stand-in/stand-in.ts";
import type { Place, StaticReader } from "./static-text.ts";

/** A place in a program that a change meets. */
export interface Use extends Place {
  readonly change: Change;
  /** What is used there: `Option.sortOrder`. */
  readonly what: string;
}

/** What a search for uses goes by. */
export interface Search {
  readonly checker: ts.TypeChecker;
  readonly standIn: StandIn;
  readonly reader: StaticReader;
  readonly changes: BreakingChanges;
  /** Notes that each of these changes meets that place. */
  report(found: readonly Change[], what: string, place: Place | ts.Node): void;
}
