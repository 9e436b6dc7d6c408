import type { RecordMeta, Stored } from '#shared/domain/record.ts';
import { timeOf, type Version } from '#renderer/db/index.ts';

/** What a record said from one moment on. */
export interface Point {
  readonly key: string;
  /** When it came to say this, milliseconds since the epoch. */
  readonly at: number;
  readonly body: unknown;
  /** Null for what it says now. */
  readonly version: Version<unknown> | null;
}

/** What a record says now, when it is there, and what it said before, the newest first. */
export function pointsOf(
  now: Stored<unknown> | undefined,
  versions: readonly Version<unknown>[],
): readonly Point[] {
  const earlier = versions.map((version): Point => ({
    key: version.id,
    at: version.madeAt,
    body: version.body,
    version,
  }));
  if (!now) return earlier;
  const { stamp } = now as RecordMeta;
  return [{ key: 'now', at: timeOf(stamp), body: now, version: null }, ...earlier];
}
