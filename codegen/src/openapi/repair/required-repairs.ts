import type { Repair } from "./repair.ts";

/** What the documents require. */
export const requiredRepairs: readonly Repair[] = [
  {
    id: "required-of-java",
    bug: "BUG-243",
    reason:
      "'required' lists Java's primitives and enums: 'fields' leaves them out of answers, the server has defaults for them in bodies, and 386 recorded answers of 2.41 lack WebMessage.errorCode. Kept is what no recording contradicts in three objects or more",
    kind: "require-only",
    properties: {
      DashboardSearchResult: [
        "appCount",
        "eventChartCount",
        "eventReportCount",
        "eventVisualizationCount",
        "mapCount",
        "reportCount",
        "resourceCount",
        "searchCount",
        "userCount",
        "visualizationCount",
      ],
      DataIntegrityCheck: ["sectionOrder", "severity"],
      Entity: ["trackerType"],
      GistPreferences: ["included", "transformation"],
      Grid: ["headerWidth", "height", "width"],
      Item: ["duration", "onFailure", "status"],
      JobRunError: ["code", "message", "type"],
      JobRunErrors: ["codes", "created", "errors", "executed", "finished", "id", "type", "user"],
      JobTypeInfo: ["jobType", "schedulingType"],
      LoginResponse: ["loginStatus"],
      Notification: ["category", "level"],
      OutlierDetectionMetadata: ["algorithm", "orderBy"],
      Pager: ["page", "pageCount", "pageSize", "total"],
      Process: ["duration", "status"],
      SchedulerEntry: ["status"],
      SchedulerEntryJob: ["status", "type"],
      Stage: ["duration", "onFailure", "status", "totalItems"],
      TrackerImportReport: ["status"],
      TrackerStats: ["created", "deleted", "ignored", "total", "updated"],
      TrackerTypeReport: ["trackerType"],
      WebMessage: ["httpStatusCode", "status"],
    },
  },
];
