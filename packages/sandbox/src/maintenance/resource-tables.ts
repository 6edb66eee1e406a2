import type { Handler, Route } from "../http/routes.ts";
import { durationText } from "../jobs/computed.ts";
import type { Work } from "../jobs/runner.ts";
import { startJob } from "../jobs/start-job.ts";

/** Makes the tables anew from which analytics read; there are none here, so only the time of it is kept. */
export const resourceTableJob: Work = ({ progress, server }) => {
  progress.start("Generating resource tables", undefined);
  progress.stageOf("Drop SQL views", []);
  progress.stageOf("Generating resource tables", ["resource tables"]);
  progress.stageOf("Create SQL views", []);
  server.settings.put("keyLastSuccessfulResourceTablesUpdate", server.now());
  progress.complete(`Resource tables generated: ${durationText(0)}`);
};

const start: Handler = (exchange) => startJob({ type: "RESOURCE_TABLE" }, exchange);

/** `/api/resourceTables`; the tables of analytics and of monitoring are not made here. */
export const resourceTableRoutes: readonly Route[] = ["POST", "PUT"].map((method) => ({
  method,
  path: "resourceTables",
  handler: start,
  authorities: ["F_PERFORM_MAINTENANCE"],
  parameters: [],
}));
