/** What `/api/schemas` leaves open has a name and a shape, and what tells alternatives apart narrows them. */
import type {
  ApiTokenCreate,
  JobConfigurationCreateOf,
  JobConfigurationOf,
  JobParametersByType,
  Route,
  RouteCreate,
} from "@dhis2w/client-v42";
import type { Schemas } from "@dhis2w/client-v42/openapi";

// A job's parameters by its type.
declare const analytics: JobConfigurationOf<"ANALYTICS_TABLE">;
export const years: number | undefined = analytics.jobParameters?.lastYears;
export const job: JobConfigurationCreateOf<"DATA_INTEGRITY"> = {
  name: "Nightly checks",
  jobType: "DATA_INTEGRITY",
  jobParameters: { type: "SUMMARY", checks: ["categories_no_options"] },
};
export const mistaken: JobConfigurationCreateOf<"DATA_INTEGRITY"> = {
  name: "Nightly checks",
  jobType: "DATA_INTEGRITY",
  // @ts-expect-error 'waitMillis' belongs to a job of type TEST
  jobParameters: { waitMillis: 10 },
};
// @ts-expect-error jobs of this type have no parameters
export type None = JobParametersByType["HOUSEKEEPING"];

// A route's sign-in by its tag.
declare const auth: NonNullable<Route["auth"]>;
export const user: string | undefined = auth.type === "http-basic" ? auth.username : undefined;
// @ts-expect-error a token has no user name
export const tokenUser: string | undefined = auth.type === "api-token" ? auth.username : undefined;
export const route: RouteCreate = {
  name: "Registry",
  url: "https://registry.example.org",
  auth: { type: "http-basic", username: "reader", password: "secret" },
};
export const untagged: RouteCreate = {
  name: "Registry",
  // @ts-expect-error the server cannot tell which kind of sign-in this is
  auth: { username: "reader", password: "secret" },
};

// What restricts a token, by its tag.
export const token: ApiTokenCreate = {
  attributes: [
    { type: "IpAllowedList", allowedIps: ["192.0.2.1"] },
    { type: "MethodAllowedList", allowedMethods: ["GET"] },
  ],
};

// What a write answers, by its `responseType`.
declare const response: NonNullable<Schemas.WebMessage["response"]>;
export const stats: number | undefined =
  response.responseType === "ImportReport" ? response.stats?.created : undefined;
export const uid: string | undefined = response.responseType === "ObjectReport" ? response.uid : undefined;

// The server about itself, and about who asks.
declare const info: Schemas.SystemInfo;
declare const me: Schemas.MeDto;
export const about: readonly (string | undefined)[] = [info.version, info.revision, me.username];
