import { sha256 } from '@noble/hashes/sha2.js';
import type { DocumentModel } from '#shared/documents/model.ts';
import { type Sheet, shortHash } from '#shared/domain/sheet.ts';
import { translator } from '#shared/i18n/translate.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';

/** JSON with the keys of every object in order and nothing undefined: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${pairs.join(',')}}`;
}

/** SHA-256 over a sheet without its version, 64 hexadecimal digits. */
export const sheetHash = (document: DocumentModel): string => toHex(sha256(utf8(canonicalJson(document))));

export interface SheetVersion {
  readonly version: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  /** True when this wording has not left the app yet, or another left after it. */
  readonly isNew: boolean;
}

/** The version a wording has, or gets when it leaves: the newest one's while nothing changed, else the next. */
export function sheetVersion(hash: string, sheets: readonly Sheet[]): SheetVersion {
  const newest = sheets.reduce<Sheet | null>(
    (best, sheet) => (best === null || sheet.version > best.version ? sheet : best),
    null,
  );
  if (newest?.hash === hash) return { version: newest.version, hash, isNew: false };
  return { version: (newest?.version ?? 0) + 1, hash, isNew: true };
}

/** The sheet as it is printed: with version and short hash under its title and at the foot of every page. */
export function withVersion(document: DocumentModel, { version, hash }: SheetVersion): DocumentModel {
  const line = translator(document.language)('sheet.doc.version', {
    version,
    hash: shortHash(hash),
  });
  const confidentiality = document.foot.slice(0, 300 - line.length - 3).trimEnd();
  return {
    ...document,
    subtitle: line,
    foot: confidentiality === '' ? line : `${confidentiality} · ${line}`,
  };
}
