import type { Client } from '#shared/domain/client.ts';
import type { ConflictCheck } from '#shared/domain/conflict-check.ts';
import type { Consent } from '#shared/domain/consent.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Imported } from '#shared/domain/import.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { fold } from '#shared/lib/fold.ts';
import type { StageChange } from '#renderer/entities/client/index.ts';

/** What happened with a client besides what stands in the file. */
export interface FilePast {
  readonly client: Client;
  readonly stages: readonly StageChange[];
  /** Every check that was kept. */
  readonly checks: readonly ConflictCheck[];
  /** Every import that was made. */
  readonly imports: readonly Imported[];
}

/** What of it has a place in the timeline. Those without a time of day have a day alone. */
export type PastEntry = { readonly key: string; readonly at: number; readonly dayOnly?: true } & (
  | { readonly kind: 'stage'; readonly change: StageChange }
  | { readonly kind: 'consentGiven' | 'consentWithdrawn'; readonly consent: Consent }
  | { readonly kind: 'perk'; readonly text: string }
  | { readonly kind: 'conflictCheck'; readonly check: ConflictCheck }
  | { readonly kind: 'imported'; readonly fileName: string }
);

/** Noon of a day, so that it stays that day wherever the clock stands. */
export const noonOf = (day: IsoDate): number => new Date(`${day}T12:00`).getTime();

const consentEntries = (consents: readonly Consent[]): PastEntry[] =>
  consents.flatMap((consent, index): PastEntry[] => {
    const { givenOn, withdrawnOn } = consent;
    const key = `consent-${String(index)}`;
    const given = { kind: 'consentGiven', key, at: noonOf(givenOn), dayOnly: true, consent } as const;
    if (withdrawnOn === null) return [given];
    const at = noonOf(withdrawnOn);
    return [given, { kind: 'consentWithdrawn', key: `${key}-end`, at, dayOnly: true, consent }];
  });

const perkEntries = ({ perks }: Client): PastEntry[] =>
  perks.map(({ day, text }, index) => ({
    kind: 'perk',
    key: `perk-${String(index)}`,
    at: noonOf(day),
    dayOnly: true,
    text,
  }));

/** Checks that found this file, or looked for this client. */
function checkEntries(checks: readonly ConflictCheck[], { fileId, name }: Client): PastEntry[] {
  const own = fold(name.trim());
  return checks
    .filter(
      ({ hits, queries }) =>
        hits.some((hit) => hit.fileId === fileId) || queries.some((query) => fold(query.trim()) === own),
    )
    .map((check) => ({ kind: 'conflictCheck', key: check.id, at: check.decidedAt, check }));
}

const importEntries = (imports: readonly Imported[], id: RecordId): PastEntry[] =>
  imports
    .filter(
      ({ undoneAt, touched }) =>
        undoneAt === null && touched.some(({ table, ids }) => table === 'clients' && ids.includes(id)),
    )
    .map(({ id: key, at, fileName }) => ({ kind: 'imported', key, at, fileName }));

/** What of a client's past has a place in the timeline. */
export const pastEntries = ({ client, stages, checks, imports }: FilePast): readonly PastEntry[] => [
  ...stages.map((change): PastEntry => ({
    kind: 'stage',
    key: `stage-${String(change.at)}`,
    at: change.at,
    change,
  })),
  ...consentEntries(client.consents),
  ...perkEntries(client),
  ...checkEntries(checks, client),
  ...importEntries(imports, client.id),
];
