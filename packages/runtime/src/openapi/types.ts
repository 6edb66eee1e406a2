import type { BodyAs, BodyForms, CallOptions, Connection } from "../connection.ts";

/** The maps of a release that its generated core hands over: method → path → operation. */
export interface OpenApiMapsShape {
  readonly get: object;
  readonly post: object;
  readonly put: object;
  readonly patch: object;
  readonly delete: object;
}

/** What every call takes beside the parameters and the body of its operation. */
export interface OpenApiCallOptions<Form extends keyof BodyForms | undefined = undefined>
  extends CallOptions {
  /** Replaces the client's own, `Accept: application/json` for one. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For images, archives and other files: `data` in this form, whatever the document says of it. */
  readonly parseAs?: Form;
}

/**
 * Arguments after the path: parameters and body in openapi-fetch's words, left out where nothing is required.
 * The brackets keep the condition from spreading over the operations of all paths: 260 instead of 9,700 instantiations.
 */
export type OpenApiArguments<Operation, Form extends keyof BodyForms | undefined = undefined> = [
  Operation,
] extends [{ init: infer Init }]
  ? [init: Init & OpenApiCallOptions<Form>]
  : [Operation] extends [{ init?: infer Init }]
    ? [init?: Init & OpenApiCallOptions<Form>]
    : [init?: OpenApiCallOptions<Form>];

/** A good answer: its body by its status. Errors are thrown, as everywhere in the client. */
export interface OpenApiAnswer<Status, Data> {
  /** The parsed JSON, the text of another kind, or `undefined` when empty; what `parseAs` says where it is given. */
  readonly data: Data;
  /** Tells the kinds of `data` apart where an operation has several. */
  readonly status: Status;
  readonly headers: Headers;
}

/** The answers that an operation declares, one for each status below 300, each in the form that was asked for. */
export type OpenApiAnswers<Operation, Form extends keyof BodyForms | undefined = undefined> = [
  Operation,
] extends [{ answers: infer Answers }]
  ? {
      [Status in keyof Answers]: OpenApiAnswer<
        Status,
        Form extends undefined ? Answers[Status] : BodyAs<Form>
      >;
    }[keyof Answers]
  : never;

/** One method, called with a path of its map. */
export type OpenApiMethod<Paths> = <
  Path extends keyof Paths,
  const Form extends keyof BodyForms | undefined = undefined,
>(
  path: Path,
  ...init: OpenApiArguments<Paths[Path], Form>
) => Promise<OpenApiAnswers<Paths[Path], Form>>;

/**
 * The whole Web API of a release, typed from its OpenAPI document.
 *
 * @example
 * const { data } = await openApi(dhis2).GET("/api/dataSets/{uid}", { params: { path: { uid } } });
 */
export interface OpenApi<Maps extends OpenApiMapsShape> {
  readonly GET: OpenApiMethod<Maps["get"]>;
  /** Called like a GET, and answers without the body: whether it is there, of which type and size. */
  readonly HEAD: <Path extends keyof Maps["get"]>(
    path: Path,
    ...init: OpenApiArguments<Maps["get"][Path]>
  ) => Promise<OpenApiAnswer<number, undefined>>;
  readonly POST: OpenApiMethod<Maps["post"]>;
  readonly PUT: OpenApiMethod<Maps["put"]>;
  readonly PATCH: OpenApiMethod<Maps["patch"]>;
  readonly DELETE: OpenApiMethod<Maps["delete"]>;
}

/** Makes the typed calls of a release over a connection; the client of another release is refused. */
export type OpenApiFactory<Maps extends OpenApiMapsShape, Version extends number> = (
  connection: Connection & { readonly version?: Version },
) => OpenApi<Maps>;
