/** Languages of the user interface and of printed documents (BCP 47). */
export const LANGUAGES = ['en', 'cs', 'pl', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];
