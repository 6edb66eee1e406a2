import { type ExitCode, exitCode } from "../exit-code.ts";
import { renderRules } from "../report/rules-page.ts";

/** `dhis2w rules`: the rules that `diff` goes by, as markdown. */
export function rulesCommand(): ExitCode {
  process.stdout.write(renderRules());
  return exitCode.fine;
}
