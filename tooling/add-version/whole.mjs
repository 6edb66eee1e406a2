// The whole of `npm test` in a copy of this repository to which a release that never was has been added: a quarter of
// an hour more, so `npm test` itself has `proof.mjs` only. `--keep` leaves the copy.
import { required } from "../steps.mjs";
import { copyWithRelease, id, inCopy } from "./copy.mjs";

await copyWithRelease(() => true);
await required(`npm test with ${id}`, process.execPath, ["tooling/test.mjs"], { ...inCopy, quiet: false });
process.exit();
