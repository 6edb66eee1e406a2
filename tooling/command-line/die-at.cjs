// Kills its process right before the file system is changed for the nth time: `node --require … DIE_AT=3`.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

let left = Number(process.env.DIE_AT);
for (const name of ["mkdirSync", "writeFileSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (...parameters) => {
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
    return real(...parameters);
  };
}
syncBuiltinESMExports();
