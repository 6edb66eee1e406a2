/** What the typed calls accept and give, over a map small enough to read. */
import type { Connection } from "../connection.ts";
import { createOpenApi, type OpenApiFactory } from "./index.ts";

interface Maps {
  get: {
    "/api/system/info": { answers: { 200: { version?: string } } };
    "/api/dataSets/{uid}": {
      answers: { 200: { name?: string } };
      init: { params: { path: { uid: string }; query?: { fields?: string } } };
    };
  };
  post: {
    "/api/tracker": { answers: { 200: { report: string } | { job: string } } };
    "/api/dataSets": { answers: { 200: "kept"; 201: "made" }; init?: { body?: { name: string } } };
  };
  put: object;
  patch: object;
  delete: {
    "/api/dataSets/{uid}": { answers: { 204: undefined }; init: { params: { path: { uid: string } } } };
  };
}

declare const dhis2: Connection & { readonly version: 42 };
declare const other: Connection & { readonly version: 43 };
declare const plain: Connection;
const openApi: OpenApiFactory<Maps, 42> = createOpenApi;
const api = openApi(dhis2);
openApi(plain);
// @ts-expect-error the client of another release
openApi(other);

export async function answers(): Promise<void> {
  const { data, status, headers } = await api.GET("/api/system/info");
  const version: string | undefined = data.version;
  const ok: 200 = status;
  const type: string | null = headers.get("Content-Type");
  const gone: undefined = (await api.DELETE("/api/dataSets/{uid}", { params: { path: { uid: "a" } } })).data;
  const made = await api.POST("/api/dataSets", { body: { name: "a" } });
  // The status tells the bodies apart.
  const word: "made" | undefined = made.status === 201 ? made.data : undefined;
  // @ts-expect-error without a look at the status it can be either
  const either: "made" = made.data;
  console.log(version, ok, type, gone, word, either);
}

export async function heads(): Promise<void> {
  const { data, status, headers } = await api.HEAD("/api/dataSets/{uid}", { params: { path: { uid: "a" } } });
  const none: undefined = data;
  const code: number = status;
  // @ts-expect-error Expected 2 arguments, but got 1: the uid is required as in a GET
  await api.HEAD("/api/dataSets/{uid}");
  // @ts-expect-error there is no such GET
  await api.HEAD("/api/dataSets");
  console.log(none, code, headers.get("Content-Length"));
}

export async function files(): Promise<void> {
  const blob: Blob = (await api.GET("/api/system/info", { parseAs: "blob" })).data;
  const init = { params: { path: { uid: "a" }, query: { fields: "id" } }, parseAs: "arrayBuffer" } as const;
  const bytes: ArrayBuffer = (await api.GET("/api/dataSets/{uid}", init)).data;
  const made = await api.POST("/api/dataSets", { body: { name: "a" }, parseAs: "text" });
  const text: string = made.data;
  const reader = (await api.GET("/api/system/info", { parseAs: "stream" })).data.getReader();
  const size: number | undefined = (await reader.read()).value?.byteLength;
  // @ts-expect-error not a form of a body
  await api.GET("/api/system/info", { parseAs: "image" });
  // @ts-expect-error it is a Blob
  const wrong: string = (await api.GET("/api/system/info", { parseAs: "blob" })).data;
  console.log(blob, bytes, text, size, wrong);
}

export async function misuse(): Promise<void> {
  // @ts-expect-error Argument of type '"/api/sytem/info"' is not assignable to parameter of type '…'
  await api.GET("/api/sytem/info");
  // @ts-expect-error a path of another method
  await api.GET("/api/dataSets");
  // @ts-expect-error Expected 2 arguments, but got 1: the uid is required
  await api.GET("/api/dataSets/{uid}");
  // @ts-expect-error 'id' does not exist in type '{ uid: string; }'
  await api.GET("/api/dataSets/{uid}", { params: { path: { id: "a" } } });
  // @ts-expect-error 'field' does not exist; did you mean 'fields'?
  await api.GET("/api/dataSets/{uid}", { params: { path: { uid: "a" }, query: { field: "id" } } });
  // @ts-expect-error 'param' does not exist
  await api.GET("/api/dataSets/{uid}", { params: { path: { uid: "a" } }, param: {} });
  // @ts-expect-error 'nmae' does not exist in the body
  await api.POST("/api/dataSets", { body: { nmae: "a" } });
  // @ts-expect-error this operation takes no parameters
  await api.GET("/api/system/info", { params: {} });
  await api.GET("/api/system/info", {
    signal: AbortSignal.timeout(5),
    timeout: 5,
    headers: { Accept: "*/*" },
  });
}
