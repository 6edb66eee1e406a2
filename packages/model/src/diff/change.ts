/** How much a change matters, and to whom; worst first. */
export const changeLevels = [
  "breaking-for-readers",
  "breaking-for-writers",
  "risky",
  "additive",
  "cosmetic",
] as const;
/** One of {@link changeLevels}. */
export type ChangeLevel = (typeof changeLevels)[number];

/** What a change may be about, in the order of reports: the metadata first, then the calls, then what they carry. */
export const subjectKinds = [
  "model",
  "resource",
  "property",
  "enum",
  "enum-member",
  "behaviour",
  "operation",
  "parameter",
  "body",
  "response",
  "media-type",
  "component",
  "component-property",
  "document",
] as const;
/** One of {@link subjectKinds}. */
export type SubjectKind = (typeof subjectKinds)[number];

/** The thing that changed. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Java class and wire name, or method and path: the same in all releases. */
  readonly key: string;
  /** For people: `DataElement.name`, `GET /api/dataElements`. */
  readonly label: string;
}

/** One difference between two servers. */
export interface Change {
  /** Id in the table of rules: `property-removed`. */
  readonly rule: string;
  readonly level: ChangeLevel;
  readonly subject: Subject;
  /** What happened, in a few words. */
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
  readonly why: string;
  readonly todo: string;
  /** The name it probably has now, for something that is gone. */
  readonly renamedTo?: string;
  /** What went or came with it and is therefore not reported by itself. */
  readonly includes?: readonly string[];
  /** Where the same change was made, if in more than one place. */
  readonly places?: readonly string[];
  /** Twelve hex digits of rule, subject, before and after: the same in each run, for files of accepted findings. */
  readonly fingerprint: string;
}

/** All differences between two servers, worst first, then by subject. */
export interface Diff {
  readonly before: DiffSource;
  readonly after: DiffSource;
  readonly changes: readonly Change[];
}

/** Which server a side of a diff is. */
export interface DiffSource {
  /** `v42` */
  readonly id: string;
  /** `2.42.5.2` */
  readonly release: string;
  readonly revision: string;
}
