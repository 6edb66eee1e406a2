import { Refusal } from "../http/refusal.ts";
import { maxBodyLength } from "../http/request.ts";
import { type LocatedJson, type MalformedJson, parseLocated } from "../json/located-json.ts";
import type { Exchange } from "../server.ts";

/** The JSON body of a request; refuses one that is too long. */
export function readBody({ request }: Exchange): LocatedJson {
  if (request.text.length > maxBodyLength) throw new Refusal(413, "Request body is too large");
  return parseLocated(request.text);
}

/** What a body that the reader refuses is answered with: 409 for broken JSON, the release's status for the rest. */
export function malformedBody(error: MalformedJson, status: number): Refusal {
  return new Refusal(error.syntax ? 409 : status, error.message);
}
