/** Longest name without its extension; leaves room for folders on systems with short paths. */
const LONGEST = 120;

/** Characters that some file system does not take in a name. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

/**
 * A name to suggest for a saved document, without extension: parts joined by a dash, fit for Windows, macOS and Linux.
 * Empty parts are left out.
 */
export function suggestedName(...parts: readonly string[]): string {
  const name = parts
    .map((part) => part.normalize('NFC').replaceAll(FORBIDDEN, '-').replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join(' – ');
  return Array.from(name)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/u, '');
}
