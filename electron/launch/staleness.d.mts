/** Whether what is built is missing or older than what it was built from. */
export function isStale(root: string, sources?: readonly string[], outputs?: readonly string[]): boolean;
