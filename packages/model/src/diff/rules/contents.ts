import type { MediaTypeItem } from "../items.ts";
import type { RuleOf } from "../rule.ts";
import { isSameShape } from "../schema-text.ts";

/** Rules about what calls carry. */
export const bodyRules: readonly RuleOf<"body">[] = [
  {
    id: "body-removed",
    level: "breaking-for-writers",
    subject: "body",
    on: "removed",
    title: "is gone",
    why: "The server no longer reads what is sent.",
    todo: "Send it as parameters, where there are such.",
  },
  {
    id: "required-body-added",
    level: "breaking-for-writers",
    subject: "body",
    on: "added",
    fires: ({ body }) => body.required,
    title: "is new and required",
    why: "A call without it is a 400.",
    todo: "Send it.",
  },
  {
    id: "body-added",
    level: "additive",
    subject: "body",
    on: "added",
    title: "is new",
    why: "Calls without it still work.",
    todo: "Nothing.",
  },
  {
    id: "body-required",
    level: "breaking-for-writers",
    subject: "body",
    on: "changed",
    fires: (before, after) => !before.body.required && after.body.required,
    show: ({ body }) => (body.required ? "required" : "optional"),
    keys: ["required"],
    title: "is required now",
    why: "A call without it is a 400.",
    todo: "Send it with each call.",
  },
  {
    id: "body-detail-changed",
    level: "cosmetic",
    subject: "body",
    on: "detail",
    title: "is described otherwise",
    why: "None of these keys changes a request.",
    todo: "Nothing.",
  },
];

/** Rules about answers. */
export const responseRules: readonly RuleOf<"response">[] = [
  {
    id: "response-removed",
    level: "risky",
    subject: "response",
    on: "removed",
    fires: ({ response }) => response.status.startsWith("2"),
    title: "is gone",
    why: "Success has another status now; code that compares it takes success for failure.",
    todo: "Accept any status from 200 to 299.",
  },
  {
    id: "error-response-removed",
    level: "cosmetic",
    subject: "response",
    on: "removed",
    title: "is no longer listed",
    why: "Error statuses are listed by what the server's methods declare; it may still send it.",
    todo: "Nothing.",
  },
  {
    id: "response-added",
    level: "additive",
    subject: "response",
    on: "added",
    fires: ({ response }) => response.status.startsWith("2"),
    title: "is new",
    why: "A status of success that was not listed before.",
    todo: "Accept any status from 200 to 299.",
  },
  {
    id: "error-response-added",
    level: "cosmetic",
    subject: "response",
    on: "added",
    title: "is listed now",
    why: "Error statuses are listed by what the server's methods declare; it may have sent it before.",
    todo: "Nothing.",
  },
  {
    id: "response-detail-changed",
    level: "cosmetic",
    subject: "response",
    on: "detail",
    title: "is described otherwise",
    why: "Descriptions and headers of the document; the content is compared by itself.",
    todo: "Nothing.",
  },
];

/** Rules about formats of bodies and answers. */
export const mediaTypeRules: readonly RuleOf<"media-type">[] = [
  {
    id: "request-format-removed",
    level: "breaking-for-writers",
    subject: "media-type",
    on: "removed",
    fires: ({ of }) => of === "body",
    title: "is gone",
    why: "A body of this format is a 415.",
    todo: "Send another format, JSON where it is taken.",
  },
  {
    id: "error-format-removed",
    level: "cosmetic",
    subject: "media-type",
    on: "removed",
    fires: ({ ofError }) => ofError,
    title: "is no longer listed",
    why: "Errors come as the server's web message, whatever formats the document lists for them.",
    todo: "Nothing.",
  },
  {
    id: "answer-format-removed",
    level: "breaking-for-readers",
    subject: "media-type",
    on: "removed",
    title: "is gone",
    why: "A request that asks for this format is a 406, or is answered in another one.",
    todo: "Ask for another format, JSON where there is one.",
  },
  {
    id: "error-format-added",
    level: "cosmetic",
    subject: "media-type",
    on: "added",
    fires: ({ ofError }) => ofError,
    title: "is listed now",
    why: "Errors come as the server's web message, whatever formats the document lists for them.",
    todo: "Nothing.",
  },
  {
    id: "format-added",
    level: "additive",
    subject: "media-type",
    on: "added",
    title: "is new",
    why: "Nothing used it so far.",
    todo: "Nothing.",
  },
  {
    id: "request-shape-changed",
    level: "risky",
    subject: "media-type",
    on: "changed",
    fires: (before, after) => after.of === "body" && !isSameShape(before.type, after.type),
    show: ({ type }) => type.named,
    keys: ["schema"],
    title: "has another shape",
    why: "What was taken may be ignored or refused; often the document only became more exact.",
    todo: "Compare what you send with the new shape.",
  },
  {
    id: "error-shape-changed",
    level: "cosmetic",
    subject: "media-type",
    on: "changed",
    fires: (before, after) => isRenamedMessage(before, after),
    show: ({ type }) => type.named,
    keys: ["schema"],
    title: "has another name for its shape",
    why: "It is the server's web message, which documents call by several names.",
    todo: "Nothing.",
  },
  {
    id: "answer-shape-changed",
    level: "risky",
    subject: "media-type",
    on: "changed",
    fires: (before, after) =>
      after.of === "response" && !isRenamedMessage(before, after) && !isSameShape(before.type, after.type),
    show: ({ type }) => type.named,
    keys: ["schema"],
    title: "has another shape",
    why: "What your code reads may be elsewhere; often the document only became more exact.",
    todo: "Compare what you read with the new shape.",
  },
  {
    id: "format-detail-changed",
    level: "cosmetic",
    subject: "media-type",
    on: "detail",
    title: "is described otherwise",
    why: "The type is the same.",
    todo: "Nothing.",
  },
];

/** What documents call the envelope in which errors come: `WebMessage` until 41, `WebResponse` from 42. */
const webMessages: ReadonlySet<string> = new Set(["WebMessage", "WebResponse"]);

const isRenamedMessage = (before: MediaTypeItem, after: MediaTypeItem): boolean =>
  after.ofError &&
  before.type.named !== after.type.named &&
  webMessages.has(before.type.named) &&
  webMessages.has(after.type.named);
