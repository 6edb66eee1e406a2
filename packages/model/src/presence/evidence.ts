/** Placeholder until the recordings have been read. */
export const alwaysInRecordings: Readonly<Record<string, readonly string[]>> = {};
export const alwaysInEmbedded: Readonly<Record<string, readonly string[]>> = {};
