import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/values.ts';
import type { OpenedDoor } from '#renderer/db/index.ts';
import type { OpeningReport } from '#renderer/db/types.ts';
import { markMoment } from '#renderer/lib/moments.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import { inside } from './inside.ts';
import type { Opening } from './opening.ts';

/** Comparing the copies mostly ends before a word about it could be read, milliseconds. */
const TELL_AFTER_MS = 300;

/** How the key was found, for the activity log. */
export interface Entrance {
  readonly way: 'passphrase' | 'recovery' | 'device';
  /** Wrong attempts since the last time somebody came in. */
  readonly failures: number;
  /** A new passphrase was chosen on the way in. */
  readonly renewed?: boolean;
}

/** What the activity log tells of the way in. */
async function log(report: OpeningReport, { renewed = false, ...details }: Entrance): Promise<void> {
  const { auditNow } = await inside();
  await auditNow('unlocked', details);
  if (renewed) await auditNow('passphraseChanged');
  for (const { from, to } of 'lost' in report ? (report.lost ?? []) : []) {
    await auditNow('damageAccepted', { from, to });
  }
}

interface OpeningChoices {
  /** Opens for reading only, as a full disk asks. */
  readonly readOnly: boolean;
  /** Told when the vault is open. */
  readonly onReady: (report: OpeningReport) => void;
}

/** A vault whose first run ended before the practice was written gets one without a name. */
async function ensurePractice(language: Language): Promise<void> {
  const { practiceCommands, practiceQueries } = await inside();
  if (await practiceQueries.get()) return;
  await practiceCommands.create({
    kind: 'other',
    language,
    professional: '',
    letterhead: { name: '', address: '', phone: '', email: '', web: '', registration: '' },
    confidentiality: '',
    sample: false,
    customFields: {},
    scorePoints: {},
  });
}

/** Finishes what a change of the keys left to do, and tells when somebody has put an older header back. */
async function tellOlderHeader(t: TFunction): Promise<void> {
  try {
    const { settleHeader } = await inside();
    if ((await settleHeader()) === 'older') notify({ text: t('notices.headerOlder'), tone: 'warning' });
  } catch {
    // Locked again, or the disk is full: at the next opening.
  }
}

/** Opens the vault with a key that was found right, and shows how far it is. */
export function useOpening({ readOnly, onReady }: OpeningChoices): {
  readonly opening: Opening;
  readonly open: (door: OpenedDoor, entrance: Entrance) => Promise<void>;
} {
  const { t, i18n } = useTranslation();
  const [opening, setOpening] = useState<Opening>({ state: 'closed' });
  /** The report of the opening that went well, so that trying again repeats only what failed after it. */
  const opened = useRef<OpeningReport | null>(null);

  const onProgress = (done: number, total: number): void => setOpening({ state: 'opening', done, total });

  const enter = async ({ header, vaultKey }: OpenedDoor, acceptGaps: boolean): Promise<OpeningReport> => {
    const { openForReading, openVault } = await inside();
    if (!readOnly) return openVault(header, vaultKey, onProgress, { acceptGaps });
    await openForReading(header, vaultKey, onProgress);
    return { state: 'readOnly' };
  };

  const open = async (door: OpenedDoor, entrance: Entrance, acceptGaps = false): Promise<void> => {
    markMoment('key');
    const comparing = setTimeout(() => setOpening({ state: 'opening', done: 0, total: 0 }), TELL_AFTER_MS);
    const { JournalGapsError, lastClients, lastViews, reminderKey } = await inside();
    try {
      opened.current ??= await enter(door, acceptGaps);
      // Whatever screen comes first shows clients: they are read while main is told, and are in its first picture. What fails
      // here fails again there, and is told.
      void lastClients.ask().catch(() => undefined);
      void lastViews.ask().catch(() => undefined);
      await Promise.all([
        value(platform().session.unlocked({ reminderKey: reminderKey() })),
        readOnly ? undefined : ensurePractice(i18n.language as Language),
      ]);
      onReady(opened.current);
      // Nobody waits for it: the list is there first.
      if (!readOnly) watched(log(opened.current, entrance), t);
      if (door.mended) notify({ text: t('notices.headerRepaired'), tone: 'warning' });
      if (!readOnly) void tellOlderHeader(t);
    } catch (failure) {
      const again = (accept: boolean) => (): void => {
        setOpening({ state: 'opening', done: 0, total: 0 });
        void open(door, entrance, accept);
      };
      if (!(failure instanceof JournalGapsError)) {
        setOpening({ state: 'failed', failure, retry: again(false) });
        return;
      }
      const { changes, gaps: lost } = failure;
      const folder = String(failure.failure.details['folder'] ?? '');
      setOpening({ state: 'gaps', changes, lost, folder, retry: again(false), accept: again(true) });
    } finally {
      clearTimeout(comparing);
    }
  };
  return { opening, open };
}
