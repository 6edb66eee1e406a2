import { isObject } from "../is-object.ts";

/** One finding of the server about what was sent: the same for metadata, data values and tracker. */
export interface ImportRow {
  /** Kind of object: `DataElement`, `TrackedEntity`; reports on data values name none. */
  readonly type: string | undefined;
  /** The object itself, or for data values what the value refers to. */
  readonly uid: string | undefined;
  /** Place in the list that was sent, from 0; unknown for what exists although it was to be made (E5000). */
  readonly index: number | undefined;
  readonly property: string | undefined;
  /** DHIS2's code: `E4000`. */
  readonly code: string | undefined;
  readonly message: string;
}

/** What the level above a finding already knows of its object. */
type Context = Partial<Pick<ImportRow, "type" | "uid" | "index">>;

/** Any JSON object. */
type Report = Readonly<Record<string, unknown>>;

/**
 * All findings in an answer, whichever of DHIS2's report shapes it has: ObjectReport, TypeReport, ImportReport,
 * ErrorReports, import summaries with conflicts, merge reports, tracker reports.
 */
export function importRows(body: unknown): ImportRow[] {
  return reports([body]).flatMap((envelope) =>
    reports([envelope.response ?? envelope]).flatMap((report) => findings(report, {})),
  );
}

function findings(report: Report, above: Context): ImportRow[] {
  const { klass, mergeType, uid, index, description, status } = report;
  const context: Context = {
    type: typeName(klass ?? mergeType) ?? above.type,
    uid: text(uid) ?? above.uid,
    index: typeof index === "number" ? index : above.index,
  };
  const found = [
    ...["typeReports", "objectReports", "importSummaries", "validationReport", "mergeReport"].flatMap((key) =>
      reports(report[key]).flatMap((below) => findings(below, context)),
    ),
    ...["errorReports", "mergeErrors"].flatMap((key) =>
      reports(report[key]).map((error) => errorRow(error, context)),
    ),
    ...reports(report.conflicts).flatMap(conflictRows),
  ];
  // A summary that ignored something without a conflict says why in its description only.
  return found.length === 0 && text(description) && (status === "ERROR" || status === "WARNING")
    ? [errorRow({ message: description }, context)]
    : found;
}

/** One finding as a row; what the level above knows of the object goes first. */
export function errorRow(error: Report, { type, uid, index }: Context): ImportRow {
  return {
    type: type ?? typeName(error.trackerType ?? error.mainKlass),
    uid: uid ?? text(error.uid) ?? text(error.mainId),
    // Of an object that exists although it was to be made the server says a wrong place (BUG-207).
    index: error.errorCode === "E5000" ? undefined : index,
    property: text(error.errorProperty),
    code: text(error.errorCode),
    message: text(error.message) ?? "no reason given",
  };
}

/** A conflict names every value that has it: one row each. */
function conflictRows({ indexes, property, object, objects, errorCode, value }: Report): ImportRow[] {
  const [named] = reports(objects);
  const row = {
    type: undefined,
    uid: text(object) ?? text(named?.[String(property)]),
    property: text(property),
    code: text(errorCode),
    message: text(value) ?? "no reason given",
  };
  const places: unknown[] = Array.isArray(indexes) && indexes.length > 0 ? indexes : [undefined];
  return places.map((place) => ({ ...row, index: typeof place === "number" ? place : undefined }));
}

/** `org.hisp.dhis.dataelement.DataElement` and `TRACKED_ENTITY` as `DataElement` and `TrackedEntity`. */
function typeName(name: unknown): string | undefined {
  const simple = text(name)?.replace(/^.*\./, "");
  return simple && /^[A-Z_]+$/.test(simple)
    ? simple.toLowerCase().replace(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase())
    : simple;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The objects in a list, or the one object. */
function reports(value: unknown): Report[] {
  return [value].flat().filter(isObject);
}
