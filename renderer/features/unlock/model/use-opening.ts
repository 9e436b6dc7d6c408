import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/values.ts';
import { openVault, reminderKey, type OpenedDoor } from '#renderer/db/index.ts';
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
  | { readonly state: 'failed'; readonly failure: unknown; readonly retry: () => void };

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
export function useOpening(onReady: (report: OpeningReport) => void): {
  readonly opening: Opening;
  readonly open: (door: OpenedDoor) => Promise<void>;
} {
  const { t, i18n } = useTranslation();
  const [opening, setOpening] = useState<Opening>({ state: 'closed' });
  /** The report of the opening that went well, so that trying again repeats only what failed after it. */
  const opened = useRef<OpeningReport | null>(null);

  const open = async (door: OpenedDoor): Promise<void> => {
    markMoment('key');
    setOpening({ state: 'opening', done: 0, total: 0 });
    try {
      opened.current ??= await openVault(door.header, door.vaultKey, (done, total) =>
        setOpening({ state: 'opening', done, total }),
      );
      await ensurePractice(i18n.language as Language);
      await value(platform().session.unlocked({ reminderKey: reminderKey() }));
      onReady(opened.current);
      if (door.mended) notify({ text: t('notices.headerRepaired'), tone: 'warning' });
    } catch (failure) {
      setOpening({ state: 'failed', failure, retry: () => void open(door) });
    }
  };
  return { opening, open };
}
