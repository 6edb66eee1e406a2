import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { workspaceFolder } from "../workspace.mjs";

/**
 * @typedef {{ uses?: string, run?: string, env?: Record<string, string>, with?: Record<string, string> }} Step
 * @typedef {{ permissions?: Record<string, string>, "timeout-minutes"?: string, steps: Step[] }} Job
 * @typedef {{ default?: string }} Input
 * @typedef {{ on?: { workflow_call?: { inputs?: Record<string, Input> } }, permissions?: Record<string, string>, jobs: Record<string, Job> }} Workflow
 */

const parser = await ofGitHub();

/**
 * Reads a workflow as GitHub does: its schema, its expressions, and the contexts that these may ask.
 * @param {string} name
 * @param {string} text
 * @returns {Promise<{ problems: string[], workflow: Workflow }>}
 */
export async function readWorkflow(name, text) {
  const { context, value } = parser.parseWorkflow(
    { name, content: text },
    new parser.NoOperationTraceWriter(),
  );
  if (value === undefined) throw new Error(`${name} is empty`);
  // Taken before it is converted, which leaves out what only GitHub's servers look at. Its own schema has it checked.
  const workflow = /** @type {Workflow} */ (plain(JSON.parse(JSON.stringify(value))));
  await parser.convertWorkflowTemplate(context, value);
  return { problems: context.errors.getErrors().map(({ message }) => message), workflow };
}

/**
 * What keeps a workflow from doing harm: to whoever uses it, and by whoever may send a pull request.
 * @param {string} name
 * @param {Workflow} workflow
 */
export function harms(name, workflow) {
  /** @type {string[]} */
  const problems = [];
  const rights = JSON.stringify(workflow.permissions);
  if (rights !== '{"contents":"read"}') problems.push(`${name}: the token of every job may do ${rights}`);
  for (const [id, job] of Object.entries(workflow.jobs)) {
    if (job["timeout-minutes"] === undefined) problems.push(`${name}: ${id} has no time limit`);
    for (const { uses, run, with: given } of job.steps) {
      // A tag can be moved to other code; a commit cannot.
      if (uses !== undefined && !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(uses))
        problems.push(`${name}: ${uses} is not an action of GitHub's at a commit`);
      if (uses?.startsWith("actions/checkout@") && given?.["persist-credentials"] !== "false")
        problems.push(`${name}: ${id} leaves its token behind`);
      // What others may write, a branch's name or an input, must not become part of a command.
      if (run?.includes("${{")) problems.push(`${name}: an expression in '${run.trim()}'`);
    }
  }
  return problems;
}

/** GitHub's own parser. It imports JSON in a way that some releases of Node refuse, so it is bundled. */
async function ofGitHub() {
  const outfile = join(workspaceFolder(), "workflow-parser.cjs");
  await build({
    stdin: { contents: 'export * from "@actions/workflow-parser"', resolveDir: import.meta.dirname },
    ...{ bundle: true, format: "cjs", platform: "node", outfile },
  });
  return /** @type {Promise<typeof import("@actions/workflow-parser")>} */ (
    import(pathToFileURL(outfile).href)
  );
}

/**
 * A token of the parser as the value that it stands for; an expression as it is written.
 * @param {any} token
 * @returns {unknown}
 */
function plain(token) {
  if (typeof token !== "object" || token === null) return token;
  if (token.seq !== undefined) return token.seq.map(plain);
  if (token.map !== undefined)
    return Object.fromEntries(
      token.map.map((/** @type {{ Key: any, Value: any }} */ { Key, Value }) => [plain(Key), plain(Value)]),
    );
  if (token.expr !== undefined) return `\${{ ${token.expr} }}`;
  return token.lit ?? null;
}
