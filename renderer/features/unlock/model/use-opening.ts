import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/values.ts';
import {
  JournalGapsError,
  openForReading,
  openVault,
  reminderKey,
  type OpenedDoor,
} from '#renderer/db/index.ts';
import type { OpeningReport } from '#renderer/db/types.ts';
import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import { markMoment } from '#renderer/lib/moments.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { notify } from '#renderer/ui/notices.ts';

/** How far opening the vault is. */
export type Opening =
  | { readonly state: 'closed' }
  /** `total` is 0 while the copies are compared. */
  | { readonly state: 'opening'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly failure: unknown; readonly retry: () => void }
  /** Damage took changes that nothing else holds; `accept` opens with all the rest. */
  | {
      readonly state: 'gaps';
      readonly changes: number;
      readonly folder: string;
      readonly retry: () => void;
      readonly accept: () => void;
    };

interface OpeningChoices {
  /** Opens for reading only, as a full disk asks. */
  readonly readOnly: boolean;
  /** Told when the vault is open. */
  readonly onReady: (report: OpeningReport) => void;
}

/** A vault whose first run ended before the practice was written gets one without a name. */
async function ensurePractice(language: Language): Promise<void> {
  if (await practiceQueries.get()) return;
  await practiceCommands.create({
    kind: 'other',
    language,
    professional: '',
    letterhead: { name: '', address: '', phone: '', email: '', web: '', registration: '' },
    confidentiality: '',
    sample: false,
  });
}

/** Opens the vault with a key that was found right, and shows how far it is. */
export function useOpening({ readOnly, onReady }: OpeningChoices): {
  readonly opening: Opening;
  readonly open: (door: OpenedDoor) => Promise<void>;
} {
  const { t, i18n } = useTranslation();
  const [opening, setOpening] = useState<Opening>({ state: 'closed' });
  /** The report of the opening that went well, so that trying again repeats only what failed after it. */
  const opened = useRef<OpeningReport | null>(null);

  const enter = async (
    { header, vaultKey }: OpenedDoor,
    onProgress: (done: number, total: number) => void,
    acceptGaps: boolean,
  ): Promise<OpeningReport> => {
    if (!readOnly) {
      const report = await openVault(header, vaultKey, onProgress, { acceptGaps });
      await ensurePractice(i18n.language as Language);
      return report;
    }
    await openForReading(header, vaultKey, onProgress);
    return { state: 'readOnly' };
  };

  const open = async (door: OpenedDoor, acceptGaps = false): Promise<void> => {
    markMoment('key');
    setOpening({ state: 'opening', done: 0, total: 0 });
    const onProgress = (done: number, total: number): void => setOpening({ state: 'opening', done, total });
    try {
      opened.current ??= await enter(door, onProgress, acceptGaps);
      await value(platform().session.unlocked({ reminderKey: reminderKey() }));
      onReady(opened.current);
      if (door.mended) notify({ text: t('notices.headerRepaired'), tone: 'warning' });
    } catch (failure) {
      const retry = (): void => void open(door);
      if (!(failure instanceof JournalGapsError)) {
        setOpening({ state: 'failed', failure, retry });
        return;
      }
      const { changes } = failure;
      const folder = String(failure.failure.details['folder'] ?? '');
      setOpening({ state: 'gaps', changes, folder, retry, accept: () => void open(door, true) });
    }
  };
  return { opening, open };
}
