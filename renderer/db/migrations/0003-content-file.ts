/** The content of documents is sealed with the key of the file they are in, so far. */
export const withContentFile = (body: unknown): unknown => ({ contentFile: null, ...(body as object) });
