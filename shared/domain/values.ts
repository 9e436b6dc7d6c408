import { z } from 'zod';
import { LANGUAGES } from './languages.ts';

// A file of their own: the first screen needs them, and nothing of Zod.
export { LANGUAGES, type Language } from './languages.ts';
export const languageSchema = z.enum(LANGUAGES);

/** Calendar day without a time or zone, `YYYY-MM-DD` (ISO 8601). Never shown in this form. */
export const isoDateSchema = z.iso.date();
export type IsoDate = z.infer<typeof isoDateSchema>;

/** Wall time without a zone, `YYYY-MM-DDTHH:mm` (ISO 8601). */
export const wallTimeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** Moment in milliseconds since the Unix epoch, UTC. */
export const epochMsSchema = z.number().int().nonnegative();

/** Text typed by a user: at most 100,000 UTF-16 units, NFC. */
export const textSchema = z.string().max(100_000);

/** The names in a text that has one a line. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** One-line text: names, titles. */
export const lineSchema = z.string().max(500);
