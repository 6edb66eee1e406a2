import { type ChangeLevel, changeLevels } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";

/**
 * A level as people write it; `breaking` is either kind of breaking.
 *
 * @throws Diagnostic with `DIFF.UNKNOWN_LEVEL`
 */
export function levelNamed(name: string): ChangeLevel {
  if (name === "breaking") return "breaking-for-writers";
  const level = changeLevels.find((known) => known === name);
  if (level !== undefined) return level;
  throw new Diagnostic({
    code: "DIFF.UNKNOWN_LEVEL",
    summary: `There is no level '${name}'`,
    why: `A change is ${changeLevels.join(", ")}.`,
    next: "Name one of these, or `breaking` for both kinds of breaking.",
  });
}
