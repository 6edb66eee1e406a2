import type { Model } from "../schema/model.ts";
import type { Json, JsonObject } from "../store/values.ts";

/** Why an object is refused: one row of an import report. */
export interface ErrorReport {
  readonly message: string;
  readonly mainKlass: string;
  readonly errorCode: string;
  readonly errorKlass?: string;
  readonly mainId?: string;
  readonly errorProperty?: string;
  readonly errorProperties: readonly Json[];
  readonly args: readonly string[];
}

/** An error report as JSON. */
export function errorReportJson(report: ErrorReport): JsonObject {
  return { ...report };
}

/** What came of one object: it is empty where all went well. */
export interface ObjectReport {
  readonly model: Model;
  readonly uid: string | undefined;
  readonly index: number;
  readonly displayName: string | undefined;
  readonly errorReports: readonly ErrorReport[];
}

/** Where a report points to beside the object's class. */
export interface ReportPlace {
  readonly klass?: string | undefined;
  readonly id?: string | undefined;
  readonly property?: string | undefined;
}

/** A row with a message; the arguments are what stands in it. */
export function errorReport(
  errorCode: string,
  mainKlass: string,
  message: string,
  properties: readonly Json[],
  place: ReportPlace = {},
): ErrorReport {
  return {
    message,
    mainKlass,
    errorCode,
    ...(place.klass === undefined ? {} : { errorKlass: place.klass }),
    ...(place.id === undefined ? {} : { mainId: place.id }),
    ...(place.property === undefined ? {} : { errorProperty: place.property }),
    errorProperties: properties,
    args: properties.map(argument),
  };
}

const argument = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What a single-object write answers. */
export function objectReportJson(report: ObjectReport): JsonObject {
  return {
    ...(report.uid === undefined ? {} : { uid: report.uid }),
    klass: report.model.klass,
    errorReports: report.errorReports.map(errorReportJson),
    responseType: "ObjectReport",
  };
}
