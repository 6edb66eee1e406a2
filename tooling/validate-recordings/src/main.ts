import { validateRecordings } from "./command.ts";

process.exitCode = await validateRecordings(process.argv.slice(2), {
  // npm starts scripts in the package's own folder and says where it was called.
  calledFrom: process.env["INIT_CWD"] ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
