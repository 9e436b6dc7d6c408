import { utf8 } from './bytes.ts';

const MAX_UNITS = 120;
const MAX_BYTES = 200;
/** What a name becomes when nothing of it can stay. */
const NAMELESS = 'document';

/**
 * Signs that hide or turn what a reader sees (bidirectional controls, zero-width characters, byte order marks, tags),
 * every other control character, and halves of surrogate pairs.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
/** Characters that no Windows file name may hold; the first two are refused elsewhere too. */
const FORBIDDEN = /[/\\:*?"<>|]/g;
/** Names that Windows gives to devices, whatever their extension, superscript digits included. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])$/i;
/** A known extension worth keeping when a name is cut. */
const EXTENSION = /\.[A-Za-z0-9]{1,8}$/;

/** True when Windows would take the name for a device: `NUL`, `nul.txt`, `COM¹.pdf`. */
export function isReservedName(name: string): boolean {
  const stem = name.split('.', 1)[0] ?? '';
  return DEVICE.test(stem.trimEnd());
}

const trimEnds = (text: string): string => text.replaceAll(/^\s+|[\s.]+$/gu, '');

const fits = (text: string): boolean => text.length <= MAX_UNITS && utf8(text).length <= MAX_BYTES;

/** Cuts whole code points from the end of the stem until the name fits: marks go before the letter they stand on. */
function shorten(stem: string, extension: string): string {
  let points = Array.from(stem).slice(0, MAX_UNITS);
  while (points.length > 0 && !fits(points.join('') + extension)) points = points.slice(0, -1);
  return trimEnds(points.join(''));
}

/**
 * Makes a file name that Windows, macOS and Linux all take and that looks like what it is: NFC, no separators, no
 * invisible or direction-turning characters, no device names, no trailing dot or space, at most 120 UTF-16 units and
 * 200 UTF-8 bytes. A safe name comes back unchanged.
 */
export function safeFileName(name: string): string {
  const clean = trimEnds(
    name
      .normalize('NFC')
      .replaceAll(/[^\S\uFEFF]/gu, ' ')
      .replaceAll(INVISIBLE, '')
      .replaceAll(/ +/g, ' ')
      .replaceAll(FORBIDDEN, '-')
      .normalize('NFC'),
  );
  const extension = EXTENSION.exec(clean)?.[0] ?? '';
  const stem = trimEnds(clean.slice(0, clean.length - extension.length));
  // A leading dot would hide the file; what is left of a name such as «.pdf» is not a name.
  const visible = stem.replace(/^[\s.]+/u, '');
  const named = visible === '' ? NAMELESS : visible;
  const free = isReservedName(named) ? `_${named}` : named;
  return shorten(free, extension) + extension;
}

/** Adds the extension (`.pdf`) unless the name has it, keeping the name safe. */
export function withExtension(name: string, extension: string): string {
  const safe = safeFileName(name);
  if (safe.toLowerCase().endsWith(extension.toLowerCase())) return safe;
  return safeFileName(`${safe}${extension}`);
}
