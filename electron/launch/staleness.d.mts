/** What the build reads. Files that only tests read do not count. */
export const SOURCES: readonly string[];

/** One file of each thing the build makes. */
export const OUTPUTS: readonly string[];

/** Whether what is built is missing or older than what it was built from. */
export function isStale(root: string, sources?: readonly string[], outputs?: readonly string[]): boolean;
