import { Diagnostic } from "../diagnostic.ts";
import { httpProblem, notJson } from "./problems.ts";

/** What a call needs; tests hand in their own. */
export interface ServerOptions {
  /** With or without `/api`, a trailing slash or a context path. */
  readonly url: string;
  /** The `Authorization` header. */
  readonly authorization: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds that one answer may take; two minutes by default, for schemas take a slow server half of one. */
  readonly timeout?: number;
  /** Waits so many milliseconds before a repetition. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Called before a request is sent again, with the seconds until then and what went wrong. */
  readonly onRetry?: (seconds: number, problem: Diagnostic) => void;
}

const attempts = 4;
const defaultTimeout = 120_000;
const worthRepeating: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Reads a JSON document of a server as text, four times at most where the line or a proxy fails. No redirect is
 * followed, so that the sign-in goes nowhere else.
 *
 * @param path - below the server's address: `/api/schemas`
 * @throws Diagnostic with `SERVER.…`
 */
export async function readDocument(options: ServerOptions, path: string): Promise<string> {
  const url = baseUrlOf(options.url) + path;
  for (let attempt = 1; ; attempt++) {
    const answer = await once(options, url);
    const isLast = attempt === attempts;
    if (answer.kind === "text") return checkedJson(answer, url);
    if (isLast || !answer.repeat) throw answer.problem;
    const seconds = 2 ** (attempt - 1);
    options.onRetry?.(seconds, answer.problem);
    await (options.sleep ?? wait)(1000 * seconds);
  }
}

type Answer =
  | { readonly kind: "text"; readonly text: string; readonly contentType: string }
  | { readonly kind: "problem"; readonly problem: Diagnostic; readonly repeat: boolean };

async function once(options: ServerOptions, url: string): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeout ?? defaultTimeout);
  try {
    const response = await (options.fetch ?? fetch)(url, {
      headers: {
        accept: "application/json",
        authorization: options.authorization,
        "x-requested-with": "XMLHttpRequest",
      },
      redirect: "manual",
      signal,
    });
    const text = await response.text();
    const contentType = response.headers.get("content-type") ?? "";
    if (response.ok) return { kind: "text", text, contentType };
    const problem = httpProblem(url, response, text);
    return { kind: "problem", problem, repeat: worthRepeating.has(response.status) };
  } catch (cause) {
    return { kind: "problem", problem: unreachable(url, cause), repeat: true };
  }
}

function checkedJson({ text, contentType }: { text: string; contentType: string }, url: string): string {
  if (contentType.includes("html") || text.trimStart().startsWith("<")) throw notJson(url);
  try {
    JSON.parse(text);
    return text;
  } catch (cause) {
    throw new Diagnostic(
      {
        code: "SERVER.TRUNCATED",
        summary: `The answer of ${url} is no whole JSON`,
        why: cause instanceof Error ? cause.message : String(cause),
        next: "Try again; look at proxies that cut long answers.",
      },
      { cause },
    );
  }
}

/**
 * The server's address as requests need it.
 *
 * @throws Diagnostic with `SERVER.BAD_URL`
 */
export function baseUrlOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (
    parsed === undefined ||
    !/^https?:$/.test(parsed.protocol) ||
    parsed.username !== "" ||
    parsed.password !== ""
  )
    throw new Diagnostic({
      code: "SERVER.BAD_URL",
      summary: "The address of the server cannot be used",
      why: "It must be an http or https address without user name and password in it.",
      next: "Write it as https://dhis2.example.org, and sign in by DHIS2_PAT or DHIS2_USERNAME and DHIS2_PASSWORD.",
    });
  return parsed.origin + parsed.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
}

function unreachable(url: string, cause: unknown): Diagnostic {
  return new Diagnostic(
    {
      code: "SERVER.UNREACHABLE",
      summary: `No answer from ${url}, which was asked ${attempts} times`,
      why: reasonOf(cause),
      next: "Check the address, the network and whether the server is up; --timeout gives a slow one more time.",
    },
    { cause },
  );
}

/** `fetch` says why in the cause of its error, and that of several addresses in one without a message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "It took longer than it may.";
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
