import { concatBytes, fromUtf8, utf8 } from '#shared/lib/bytes.ts';
import { open, seal } from './aead.ts';

/** What a notification says, once its label is open. */
export interface ReminderLabel {
  /** What is to be done. */
  readonly title: string;
  /** Whom it concerns; empty when nobody. */
  readonly client: string;
}

/** Labels are padded to multiples of this, so that their length tells nothing. */
const STEP = 256;
/** Longest label, bytes before sealing: two steps below what the contract takes. */
const MAX_BYTES = 3584;
const SEPARATOR = '\n';

const aad = (occurrenceId: string): Uint8Array => utf8(`kartoteka/1/reminder-label/${occurrenceId}`);

/** The text cut to so many UTF-8 bytes, never within a character. */
function cut(text: string, bytes: number): string {
  if (utf8(text).length <= bytes) return text;
  let end = Math.min(text.length, bytes);
  while (utf8(text.slice(0, end)).length > bytes) end -= 1;
  return text.slice(0, end).replace(/\p{Cs}$/u, '');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/**
 * Seals what a notification will say, bound to its occurrence and padded. Titles too long for a notification are cut.
 * @param key The key of reminder labels, 32 bytes.
 */
export function sealLabel(
  key: Uint8Array,
  occurrenceId: string,
  { title, client }: ReminderLabel,
): Uint8Array<ArrayBuffer> {
  const text = utf8(
    `${cut(oneLine(title), MAX_BYTES / 2)}${SEPARATOR}${cut(oneLine(client), MAX_BYTES / 2 - 1)}`,
  );
  const padding = new Uint8Array(STEP - (text.length % STEP));
  // ISO/IEC 7816-4: one marked byte, then zeros, so that the last marked byte is where the text ends.
  padding[0] = 0x80;
  return seal(key, concatBytes(text, padding), aad(occurrenceId));
}

/** Opens what {@link sealLabel} made. Throws `SealBrokenError` when it was altered, moved or sealed with another key. */
export function openLabel(key: Uint8Array, occurrenceId: string, sealed: Uint8Array): ReminderLabel {
  const padded = open(key, sealed, aad(occurrenceId));
  const [title = '', client = ''] = fromUtf8(padded.subarray(0, padded.lastIndexOf(0x80))).split(SEPARATOR);
  return { title, client };
}
