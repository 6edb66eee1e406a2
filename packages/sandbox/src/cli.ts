#!/usr/bin/env node
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";
import { withCors } from "./http/cors.ts";
import { createSandbox, versions } from "./sandbox.ts";
import { isSeedName, seedNames } from "./seeds/plant.ts";

const ids = versions.map((version) => `v${version}`);
const newest = ids.at(-1) ?? "";

const usage = `dhis2w-sandbox [options]     serves a DHIS2 server from memory

  --version v42      release: ${ids.join(", ")} (${newest} by default)
  --port 8080        0 takes any free port
  --host 127.0.0.1   address to listen on
  --seed NAME        what it holds: ${seedNames.join(", ")}
  --strict           refuses unknown properties and parameters, which a real server ignores
  --help

Sign in as admin / district. Exit codes: 0 fine, 1 bug, 2 could not.`;

/** What the command line asks for; a text where it cannot be read. */
function readArguments(): Settings | string {
  try {
    const { values } = parseArgs({
      options: {
        version: { type: "string", default: newest },
        port: { type: "string", default: "8080" },
        host: { type: "string", default: "127.0.0.1" },
        seed: { type: "string" },
        strict: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const { version, port, host, seed, strict, help } = values;
    if (!/^v?\d+$/.test(version)) return `'${version}' is not a version: ${ids.join(", ")}`;
    if (!/^\d+$/.test(port) || Number(port) > 65535) return `'${port}' is not a port`;
    if (seed !== undefined && !isSeedName(seed)) return `'${seed}' is not a seed: ${seedNames.join(", ")}`;
    return {
      version: Number(version.replace(/^v/, "")),
      port: Number(port),
      host,
      strict,
      help,
      ...(seed === undefined ? {} : { seed }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Settings {
  readonly version: number;
  readonly port: number;
  readonly host: string;
  readonly strict: boolean;
  readonly help: boolean;
  readonly seed?: (typeof seedNames)[number];
}

async function main(): Promise<number> {
  const settings = readArguments();
  if (typeof settings === "string") {
    process.stderr.write(`${settings}\n\n${usage}\n`);
    return 2;
  }
  if (settings.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const { version, port, host, strict, seed } = settings;
  const sandbox = await createSandbox({ version, strict, ...(seed === undefined ? {} : { seed }) });
  const server = serve({ fetch: withCors(sandbox.fetch), port, hostname: host }, (address) => {
    const shown = host.includes(":") ? `[${host}]` : host;
    process.stdout.write(`http://${shown}:${address.port}\n`);
    process.stderr.write(`DHIS2 2.${version} sandbox; sign in as admin / district; stop with Ctrl+C\n`);
  });
  return new Promise((resolve) => {
    const stop = (): void => {
      server.close();
      resolve(0);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    server.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(2);
    });
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof RangeError ? 2 : 1;
}
