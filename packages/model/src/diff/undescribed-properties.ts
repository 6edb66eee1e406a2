/** A shape of which a release's document leaves out properties that answers carry. */
interface UndescribedProperties {
  /** `v43` */
  readonly release: string;
  /** Name of the component. */
  readonly shape: string;
  readonly properties: ReadonlySet<string>;
  readonly id: string;
  /** Recordings of the release in which answers carry them. */
  readonly evidence: string;
}

/** What recordings show to be missing from documents: that it goes there says nothing of the server. */
const rows: readonly UndescribedProperties[] = [
  {
    release: "v43",
    shape: "GistPager",
    properties: new Set(["nextPage", "page", "pageSize", "prevPage", "total"]),
    id: "BUG-380",
    evidence: "19-gist 'list', 'page 2', 'total'",
  },
];

/** Whether a release's document is known to leave out a property of a shape. */
export const leavesPropertyOut = (release: string, shape: string, property: string): boolean =>
  rows.some((row) => row.release === release && row.shape === shape && row.properties.has(property));
