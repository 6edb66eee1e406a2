/** A call of which a release's document leaves out parameters that the server takes. */
interface UndescribedParameters {
  /** `v43` */
  readonly release: string;
  /** Method and path. */
  readonly call: string;
  readonly id: string;
  /** Recordings of the release that use such parameters. */
  readonly evidence: string;
}

/** What recordings show to be missing from documents: where these parameters go, that says little of the server. */
const rows: readonly UndescribedParameters[] = [
  {
    release: "v43",
    call: "GET /api/dataValueSets",
    id: "BUG-290",
    evidence:
      "10-data-values 'read range', 'read by element', 'read limit', 'read by code', 'read deleted included'",
  },
];

/** Whether a release's document is known to leave out parameters of a call. */
export const leavesParametersOut = (release: string, call: string): boolean =>
  rows.some((row) => row.release === release && row.call === call);
