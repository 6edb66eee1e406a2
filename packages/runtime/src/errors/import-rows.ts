/** One finding of the server about what was sent: the same for metadata, data values and tracker. */
export interface ImportRow {
  /** Kind of object: `DataElement`, `DataValue`, `TrackedEntity`. */
  readonly type: string | undefined;
  /** The object itself, or for data values what the value refers to. */
  readonly uid: string | undefined;
  /** Place in the list that was sent, from 0. */
  readonly index: number | undefined;
  readonly property: string | undefined;
  /** DHIS2's code: `E4000`. */
  readonly code: string | undefined;
  readonly message: string;
}

/** What the level above a finding already knows of its object. */
type Context = Partial<Pick<ImportRow, "type" | "uid" | "index">>;

/**
 * All findings in an answer, in the server's order, whichever of DHIS2's report shapes it has: ObjectReport,
 * TypeReport, ImportReport, ErrorReports, import summaries with conflicts, merge reports, tracker reports.
 */
export function importRows(body: unknown): ImportRow[] {
  const envelope = record(body);
  return findings(record(envelope.response ?? envelope), {});
}

function findings(report: Readonly<Record<string, unknown>>, above: Context): ImportRow[] {
  const context: Context = {
    type: typeName(report.klass ?? report.mergeType) ?? above.type,
    uid: text(report.uid) ?? above.uid,
    index: typeof report.index === "number" ? report.index : above.index,
  };
  const found = [
    ...["typeReports", "objectReports", "importSummaries"].flatMap((key) =>
      records(report[key]).flatMap((below) => findings(below, context)),
    ),
    ...["validationReport", "mergeReport"].flatMap((key) => findings(record(report[key] ?? null), context)),
    ...["errorReports", "mergeErrors"].flatMap((key) =>
      records(report[key]).map((error) => errorRow(error, context)),
    ),
    ...records(report.conflicts).flatMap(conflictRows),
  ];
  // A summary that ignored something without a conflict says why in its description only.
  const description = text(report.description);
  return found.length === 0 && description !== undefined && /^(ERROR|WARNING)$/.test(String(report.status))
    ? [
        {
          type: context.type,
          uid: context.uid,
          index: context.index,
          property: undefined,
          code: undefined,
          message: description,
        },
      ]
    : found;
}

function errorRow(error: Readonly<Record<string, unknown>>, context: Context): ImportRow {
  return {
    type: context.type ?? typeName(error.trackerType ?? error.mainKlass),
    uid: context.uid ?? text(error.uid) ?? text(error.mainId),
    index: context.index,
    property: text(error.errorProperty),
    code: text(error.errorCode),
    message: text(error.message) ?? "no reason given",
  };
}

/** A conflict names every value that has it: one row each. */
function conflictRows(conflict: Readonly<Record<string, unknown>>): ImportRow[] {
  const property = text(conflict.property);
  const indexes = Array.isArray(conflict.indexes) ? conflict.indexes.filter(Number.isInteger) : [];
  return (indexes.length > 0 ? indexes : [undefined]).map((index) => ({
    type: "DataValue",
    uid: text(conflict.object) ?? text(record(conflict.objects)[property ?? ""]),
    index,
    property,
    code: text(conflict.errorCode),
    message: text(conflict.value) ?? "no reason given",
  }));
}

/** `org.hisp.dhis.dataelement.DataElement` and `TRACKED_ENTITY` as `DataElement`, `TrackedEntity`. */
function typeName(name: unknown): string | undefined {
  const simple = text(name)?.split(".").at(-1);
  return simple !== undefined && /^[A-Z_]+$/.test(simple)
    ? simple.toLowerCase().replace(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase())
    : simple;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  // An object of unknown keys is what any JSON object is.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(record) : [];
}
