import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Declined, Diagnostic } from "../diagnostic.ts";

/** The variables that sign-in is taken from. */
export type Environment = Readonly<Partial<Record<string, string>>>;

/** Asks the person at the terminal; `undefined` where nobody is there. */
export type Ask = ((question: string, hidden: boolean) => Promise<string>) | undefined;

/**
 * The `Authorization` header: from DHIS2_PAT, else DHIS2_USERNAME and DHIS2_PASSWORD, else from the person at the
 * terminal.
 *
 * @throws Diagnostic with `SERVER.NO_CREDENTIALS`
 */
export async function authorization(environment: Environment, ask: Ask): Promise<string> {
  const { DHIS2_PAT: token, DHIS2_USERNAME: username, DHIS2_PASSWORD: password } = environment;
  if (token) return `ApiToken ${token}`;
  if (username && password) return basic(username, password);
  if (ask === undefined)
    throw new Diagnostic({
      code: "SERVER.NO_CREDENTIALS",
      summary: "Nothing says how to sign in",
      why: "Neither DHIS2_PAT nor DHIS2_USERNAME and DHIS2_PASSWORD are set, and there is no terminal to ask at.",
      next: "Set DHIS2_PAT to a personal access token of a user who may read metadata.",
    });
  const name = username || (await ask("User name: ", false));
  return basic(name, await ask(`Password of ${name}: `, true));
}

/** HTTP has bytes, and the server reads them as UTF-8. */
const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;

/** Questions on standard error, for standard output is data; `undefined` where there is no terminal. Who does not answer has {@link Declined}. */
export function terminal(): Ask {
  if (process.stdin.isTTY !== true) return undefined;
  return (question, hidden) =>
    new Promise((resolve, reject) => {
      const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
      const reader = createInterface({ input: process.stdin, output, terminal: true });
      // Not by readline, whose output nobody sees here; after it has the terminal, which echoes before.
      if (hidden) process.stderr.write(question);
      reader.once("SIGINT", () => reader.close());
      reader.once("close", () => reject(new Declined(question)));
      reader.question(hidden ? "" : question, (answer) => {
        resolve(answer);
        reader.close();
        if (hidden) process.stderr.write("\n");
      });
    });
}
