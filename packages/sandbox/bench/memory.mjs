// Prints how many bytes of heap a number of data elements take: needs --expose-gc.
import { dataElements, started } from "./fixture.mjs";

const count = Number(process.argv[2]);
const { sandbox, call } = await started();
const used = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};
const before = used();
for (let from = 0; from < count; from += 5000) {
  const bundle = dataElements(from + 5000).slice(from);
  await call("POST", "/api/metadata", { dataElements: bundle });
}
console.log(used() - before);
await sandbox.fetch(`${sandbox.baseUrl}/api/system/ping`);
