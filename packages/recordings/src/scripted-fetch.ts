import type { Exchange } from "./exchange.ts";

/** A request in plain values, so that one that we send can be held against one that was recorded. */
export interface PlainRequest {
  readonly method: string;
  /** Path with `/api`, decoded. */
  readonly path: string;
  /** Parameters in the order of their names, values decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly contentType: string | undefined;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
}

/** A recorded request in plain values. */
export function plainRequest({ method, path, query, headers, body }: Exchange["request"]): PlainRequest {
  return {
    method,
    path,
    query: [...query].sort(),
    contentType: headers.get("Content-Type") ?? undefined,
    body: body === undefined || body === "" ? undefined : JSON.parse(body),
  };
}

/** What a scripted server answers: a recorded response, or JSON with status 200. */
export type ScriptedAnswer = Exchange["response"] | { readonly json: unknown };

/** A `fetch` that gives the answers in their order, and the requests that it was sent. */
export interface ScriptedFetch {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly sent: PlainRequest[];
}

/** Makes a `fetch` that gives these answers, one a request; a request too many is an error. */
export function scriptedFetch(...answers: readonly ScriptedAnswer[]): ScriptedFetch {
  const sent: PlainRequest[] = [];
  return {
    sent,
    fetch: async (request) => {
      const url = new URL(request.url);
      const { method, headers } = request;
      const plain = { method, path: decodeURIComponent(url.pathname), query: url.searchParams, headers };
      sent.push(plainRequest({ ...plain, url: request.url, body: await request.text() }));
      const answer = answers[sent.length - 1];
      if (answer === undefined)
        throw new Error(`There is no answer to request ${sent.length}, ${method} ${url.pathname}`);
      if ("json" in answer) return Response.json(answer.json);
      const { status, body } = answer;
      // A Response of these statuses must have no body.
      return new Response([204, 304].includes(status) ? null : body, { status, headers: answer.headers });
    },
  };
}
