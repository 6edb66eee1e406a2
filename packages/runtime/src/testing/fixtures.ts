import type { Changes, Ref, ResourceType } from "@dhis2w/query";
import type { CoreData } from "../client.ts";
import type { Clock } from "../connection.ts";

/** The types of a core, small enough to read. */
export interface TestCore {
  version: 42;
  models: {
    DataElement: { id: string; name: string; code: string | undefined; valueType: string };
    DataElementGroup: { id: string; name: string; dataElements: Ref<"DataElement">[] };
  };
  resources: {
    dataElements: ResourceType<"DataElement", DataElementCreate, Changes<DataElementCreate>, true>;
    dataElementGroups: ResourceType<"DataElementGroup", { name: string }, { name?: string }, true>;
  };
}

interface DataElementCreate {
  name: string;
  code?: string;
  description?: string;
  formName?: string;
}

/** A core of one release, small enough to read. */
export const testCore: CoreData = {
  server: { version: 42, release: "2.42.5.2", revision: "91f1f41", quirks: {} },
  resources: {
    attributable: ["dataElements", "dataElementGroups"],
    others: ["categoryCombos", "apiToken"],
    paths: {},
    referrers: {},
  },
};

/** A request as it went out, in plain values. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

function plain(headers: Headers): Record<string, string> {
  const values: Record<string, string> = {};
  headers.forEach((value, name) => {
    values[name] = value;
  });
  return values;
}

/** A `fetch` that answers by function and writes down what it was asked. */
export function recordingFetch(answer: (request: Request, count: number) => Response | Promise<Response>): {
  fetch: (request: Request) => Promise<Response>;
  requests: SentRequest[];
} {
  const requests: SentRequest[] = [];
  return {
    requests,
    fetch: async (request) => {
      requests.push({
        method: request.method,
        url: request.url,
        headers: plain(request.headers),
        body: await request.clone().text(),
      });
      return answer(request, requests.length);
    },
  };
}

/** A clock that stands still but for sleeps, which pass at once and are written down. */
export function fakeClock(start = 1_000_000): Clock & { readonly slept: number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}
