/** What a quirk says about a release: does it apply, or in which of several ways. */
export type QuirkValue = boolean | string | number;

/** What a core knows about the server it was generated from, as data. */
export interface ServerDescription {
  /** Major version: 42 for DHIS2 2.42. */
  readonly version: number;
  /** The release whose answers the core was generated from: `2.42.5.2`. */
  readonly release: string;
  /** Git revision of that release. */
  readonly revision: string;
  /** How this release behaves where releases differ, by behaviour; each is an entry of BUGS.md. */
  readonly quirks: Readonly<Record<string, QuirkValue>>;
}
