import type { Answer } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import type { Model } from "../schema/schema.ts";
import type { View } from "../wire/view.ts";
import type { GistQuery } from "./query.ts";

export function describeGist(_model: Model, _query: GistQuery, _view: View): Answer {
  throw notSupported("`describe` of a gist");
}
