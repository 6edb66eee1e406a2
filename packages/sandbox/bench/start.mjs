// Prints how many milliseconds a first answer takes, the import of the module included; with `cpu` those of a core
// since the process began.
const start = performance.now();
const { createSandbox } = await import("@dhis2w/sandbox");
const { baseUrl, fetch } = await createSandbox({ version: 42 });
await fetch(`${baseUrl}/api/system/ping`);
const { user, system } = process.cpuUsage();
console.log(process.argv[2] === "cpu" ? (user + system) / 1000 : performance.now() - start);
