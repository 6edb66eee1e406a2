/** The whole Web API by each release's OpenAPI document, as a user's program sees it. */
import type { Dhis2 as Dhis2V41 } from "@dhis2w/client-v41";
import { openApi as openApi41 } from "@dhis2w/client-v41/openapi";
import type { Dhis2 as Dhis2V42 } from "@dhis2w/client-v42";
import { openApi as openApi42, type Schemas } from "@dhis2w/client-v42/openapi";
import { openApi as openApiAll42 } from "@dhis2w/client-v42/openapi/all";
import type { Dhis2 as Dhis2V43 } from "@dhis2w/client-v43";
import { openApi as openApi43 } from "@dhis2w/client-v43/openapi";

declare const dhis2: Dhis2V42;
declare const older: Dhis2V41;
declare const newer: Dhis2V43;
const api = openApi42(dhis2);

// @ts-expect-error the client of another release
openApi42(newer);

export async function calls(): Promise<unknown[]> {
  const info = await api.GET("/api/system/info");
  const version: string | undefined = info.data.version;
  const infoByName: Schemas.SystemInfo = info.data;

  const me = await api.GET("/api/me", { params: { query: { fields: "id,name,userRoles[id]" } } });
  const authorities: string[] | undefined = me.data.authorities;

  const page = await api.GET("/api/tracker/trackedEntities", {
    params: { query: { program: "IpHINAT79UW", orgUnits: "DiszpKrYNg8", fields: "*,enrollments[*]" } },
  });
  const value: string | undefined =
    page.data.trackedEntities?.[0]?.enrollments?.[0]?.events?.[0]?.dataValues?.[0]?.value;

  const imported = await api.POST("/api/dataValueSets", {
    params: { query: { dryRun: true, importStrategy: "CREATE_AND_UPDATE" } },
    body: {
      dataValues: [{ dataElement: "f7n9E0hX8qk", period: "202401", orgUnit: "DiszpKrYNg8", value: "12" }],
    },
  });
  const { response } = imported.data;
  const count: number | undefined =
    response?.responseType === "ImportSummary" ? response.importCount?.imported : undefined;

  const units = await api.GET("/api/organisationUnits/{uid}", { params: { path: { uid: "DiszpKrYNg8" } } });
  const created = await api.POST("/api/dataElements", { body: { name: "Malaria" } });
  const status: 201 = created.status;
  const patched = await api.PATCH("/api/dataElements/{uid}", {
    params: { path: { uid: "f7n9E0hX8qk" } },
    body: [{ op: "replace", path: "/name", value: "Malaria cases" }],
  });
  const gone = await api.DELETE("/api/dataStore/{namespace}/{key}", {
    params: { path: { namespace: "app", key: "settings" } },
  });
  return [
    version,
    infoByName,
    authorities,
    value,
    count,
    units.data.path,
    status,
    patched.data.status,
    gone.data,
  ];
}

export async function everyRelease(): Promise<unknown[]> {
  const [v41, v43] = [openApi41(older), openApi43(newer)];
  const version: string | undefined = (await v41.GET("/api/system/info")).data.version;
  const events = (await v43.GET("/api/tracker/events", { params: { query: { program: "IpHINAT79UW" } } }))
    .data.events;
  const enrollment: string | undefined = events?.[0]?.enrollment;
  const report = (
    await v41.POST("/api/metadata", { params: { query: { importMode: "VALIDATE" } }, body: {} })
  ).data;
  const rows = report.response?.responseType === "ImportReport" ? report.response.typeReports : undefined;
  // Single events came with 2.43.
  await v43.GET("/api/tracker/singleEvents");
  // @ts-expect-error '"/api/tracker/singleEvents"' is not assignable to 'keyof GetPaths'
  await v41.GET("/api/tracker/singleEvents");
  return [version, enrollment, rows];
}

export async function files(): Promise<unknown[]> {
  const form = new FormData();
  form.append("file", new Blob(["hello"]), "note.txt");
  const { data } = await api.POST("/api/fileResources", {
    params: { query: { domain: "DOCUMENT" } },
    body: form,
  });
  // @ts-expect-error 'body' is missing: the file is in it
  await api.POST("/api/fileResources", { params: { query: { domain: "DOCUMENT" } } });
  const { response } = data;
  const uid = response?.responseType === "FileResource" ? response.fileResource?.id : undefined;
  const path = { uid: uid ?? "" };
  const stored = await api.GET("/api/fileResources/{uid}/data", { params: { path }, parseAs: "blob" });
  const size: number = stored.data.size;
  // @ts-expect-error without 'parseAs' nobody knows what a file comes as
  const text: string = (await api.GET("/api/fileResources/{uid}/data", { params: { path } })).data;
  const head = await api.HEAD("/api/fileResources/{uid}/data", { params: { path } });
  return [size, text, head.headers.get("Content-Length")];
}

export async function leftOut(): Promise<unknown[]> {
  const query = { dataSet: "DsMonthly00", period: ["202401", "202402"], orgUnit: "OuClinicA00" };
  const values = (await openApi43(newer).GET("/api/dataValueSets", { params: { query } })).data.dataValues;
  const pe = "202401";
  const one = await openApi43(newer).GET("/api/dataValues", { params: { query: { de: "a", ou: "b", pe } } });
  const csv = await api.POST("/api/dataValueSets", {
    body: "dataelement,period,orgunit\n",
    headers: { "Content-Type": "application/csv" },
  });
  await api.PATCH("/api/categoryCombos/{uid}", {
    params: { path: { uid: "a" } },
    body: [{ op: "remove-by-id", path: "/categories", id: "b" }],
  });
  const { data } = await api.GET("/api/configuration/feedbackRecipients");
  // @ts-expect-error 'data' is possibly 'undefined'
  const name = data.name;
  const user = (await openApi41(older).GET("/api/dataElements/{uid}", { params: { path: { uid: "a" } } }))
    .data;
  const username: string | undefined = user.createdBy?.username;
  return [values, one.data, csv.data, name, username];
}

export async function unions(job: Schemas.JobConfiguration, route: Schemas.Route): Promise<unknown[]> {
  const lastYears = job.jobType === "ANALYTICS_TABLE" ? job.jobParameters?.lastYears : undefined;
  const none: undefined = job.jobType === "DATA_STATISTICS" ? job.jobParameters : undefined;
  // @ts-expect-error 'pageSize' is not a parameter of that job
  const pageSize = job.jobType === "ANALYTICS_TABLE" ? job.jobParameters?.pageSize : undefined;
  const token = route.auth?.type === "api-token" ? route.auth.token : undefined;
  // @ts-expect-error 'token' belongs to another scheme
  const wrong = route.auth?.type === "http-basic" ? route.auth.token : undefined;
  return [lastYears, none, pageSize, token, wrong];
}

export async function misuse(): Promise<void> {
  // @ts-expect-error Argument of type '"/api/sytem/info"' is not assignable to parameter of type 'keyof GetPaths'
  await api.GET("/api/sytem/info");
  // @ts-expect-error Expected 2 arguments, but got 1
  await api.GET("/api/dataSets/{uid}");
  // @ts-expect-error 'fieldz' does not exist; did you mean to write 'fields'?
  await api.GET("/api/me", { params: { query: { fieldz: "id" } } });
  // @ts-expect-error 'dataElment' does not exist; did you mean to write 'dataElement'?
  await api.POST("/api/dataValueSets", { body: { dataValues: [{ dataElment: "a" }] } });
  // @ts-expect-error '"replaces"' is no operation of a JSON Patch
  await api.PATCH("/api/dataElements/{uid}", { params: { path: { uid: "a" } }, body: [{ op: "replaces" }] });
  // @ts-expect-error gist routes are on /openapi/all
  await api.GET("/api/dataElements/gist");
}

export async function more(): Promise<unknown[]> {
  const all = openApiAll42(dhis2);
  const gist = await all.GET("/api/dataElements/gist", { params: { query: { filter: "name:like:a" } } });
  const csv = await all.GET("/api/dataElements#getObjectListCsv", { headers: { Accept: "text/csv" } });
  // @ts-expect-error an overload is told from its namesakes by its media type
  await all.GET("/api/dataElements#getObjectListCsv");
  const text: string = csv.data;
  const { data } = await all.GET("/api/system/info");
  return [gist.data, text, data.version];
}
