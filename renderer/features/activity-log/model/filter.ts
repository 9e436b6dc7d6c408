import type { AuditEntry } from '#shared/domain/audit.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';

/** The lines told from one day to another, both included, the newest first. Null: without a limit. */
export const within = (
  entries: readonly AuditEntry[],
  from: IsoDate | null,
  to: IsoDate | null,
): readonly AuditEntry[] =>
  entries
    .filter(({ at }) => {
      const day = dayOf(at);
      return (from === null || day >= from) && (to === null || day <= to);
    })
    .toReversed();
