import { openApi } from "@dhis2w/client-v42/openapi";
import { dhis2 } from "./client.ts";

const api = openApi(dhis2);
await api.GET("/api/trigramSummary"); // breaks: GET /api/trigramSummary
await api.POST("/api/dataValues", { body: {} }); // breaks: POST /api/dataValues
await api.POST("/api/dataValues", { params: { query: { de: "a", ou: "b", value: "1" } } });
await api.POST("/api/dataValues", { params: { query: { pe: "202401" } } }); // breaks: POST /api/dataValues pe
const { GET } = api;
await GET("/api/trigramSummary"); // breaks: GET /api/trigramSummary
const parameters = { attributeCombo: "abc12345678", paging: false }; // breaks: GET /api/dataValueSets attributeCombo
await dhis2.request("GET", "/api/dataValueSets", { query: parameters });
await dhis2.request("GET", `/api/dataValueSets?dataSet=${"abc12345678"}`); // breaks: GET /api/dataValueSets dataSet
await dhis2.send("GET", "/api/audits/dataValue", { query: { auditType: "READ" } }); // breaks: GET /api/audits/dataValue auditType
await dhis2.send("GET", "/api/audits/dataValue", { query: { auditType: "UPDATE" } });
await dhis2.request("GET", "/api/me");
await dhis2.request("POST", "/api/metadata", { body: {} });
const other = { request: (method: string, path: string) => [method, path] };
other.request("GET", "/api/trigramSummary");
