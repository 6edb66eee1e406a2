import { openApi } from "@dhis2w/client-v42/openapi";
import { dhis2 } from "./client.ts";

await dhis2.resources.pushAnalysis.list(); // breaks: pushAnalysis
await dhis2.request("GET", "/api/trigramSummary"); // breaks: GET /api/trigramSummary
await dhis2.request("GET", "/api/dataElements", { query: { fields: "id", attributeCombo: "x" } });
await dhis2.request("GET", "/api/dataValueSets", {
  query: {
    dataSet: "abc12345678", // breaks: GET /api/dataValueSets dataSet
    attributeCombo: "abc12345678", // breaks: GET /api/dataValueSets attributeCombo
  },
});
const { data } = await openApi(dhis2).GET("/api/dataValueSets", {
  params: {
    query: {
      attributeCombo: "abc12345678", // breaks: GET /api/dataValueSets attributeCombo
    },
  },
});
const uid = "abc12345678";
await dhis2.request("POST", `/api/pushAnalysis/${uid}/run`); // breaks: POST /api/pushAnalysis/abc12345678/run
await dhis2.request("GET", "/api/system/ping");

export { data };
