import Box from '@mui/material/Box';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningReport } from '#renderer/db/types.ts';
import { lookingCommands } from '#renderer/entities/looking/index.ts';
import { Unlock } from '#renderer/features/unlock/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { notify } from '#renderer/ui/notices.ts';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import { openPhase, type Phase, readPhase, restorePhase } from './phase.ts';
import { useLockAndClose } from './session/useLockAndClose.ts';
import { readSettings } from './settings-store.ts';

/** Reads what is behind the door while the user types at it. A failure shows when the door opens. */
function useReadAhead(): void {
  useEffect(() => {
    const handle = window.requestIdleCallback(() => void openPhase().catch(() => undefined));
    return () => window.cancelIdleCallback(handle);
  }, []);
}

/** The way from a closed vault to the open app: set up or unlock, then the shell. */
export function App({ first }: { readonly first: Phase }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [phase, setPhase] = useState(first);
  useLockAndClose();
  useReadAhead();

  const goTo = async (next: Promise<Phase>): Promise<void> => {
    try {
      setPhase(await next);
    } catch (failure) {
      setPhase({ state: 'failed', failure });
    }
  };
  const open = async (status: VaultStatus, report: OpeningReport): Promise<void> => {
    const next = openPhase();
    next.catch(() => undefined); // Shown by whoever goes there.
    // What may be seen is known before anything is shown.
    await lookingCommands.resume();
    await goTo(next);
    const journal = await value(platform().journal.head());
    const { damagedTo, openingNotices } = await import('./session/opening-notices.ts');
    const { cutBytes, damagedFiles, gaps } = journal;
    const headerRepaired = status.state === 'ready' && status.repaired;
    const journalDamaged = damagedFiles.length > 0 || gaps.length > 0;
    openingNotices(
      { report, cutBytes, damagedFiles, journalDamaged, headerRepaired },
      { t, language },
    ).forEach(notify);
    const { noteDamage } = await import('#renderer/operations/backups.ts');
    noteDamage(damagedTo({ report, journal }));
  };
  const begin = async (): Promise<void> => {
    await readSettings();
    await lookingCommands.resume();
    await goTo(openPhase());
  };
  const again = async (): Promise<void> => {
    await readSettings();
    await goTo(readPhase());
  };
  const restore = (): void => void goTo(restorePhase(phase));

  switch (phase.state) {
    case 'failed':
      return (
        <Box component="main" sx={{ p: 8 }}>
          <FailureMessage failure={phase.failure} onRetry={() => void again()} />
        </Box>
      );
    case 'firstRun':
      return <phase.Setup onReady={() => void begin()} onRestore={restore} />;
    case 'closed':
      return (
        <Unlock
          status={phase.status}
          onReady={(report) => void open(phase.status, report).catch(() => undefined)}
          onRetry={() => void again()}
          onRestore={restore}
        />
      );
    case 'open':
      return <phase.OpenVault />;
    case 'restoring':
      return (
        <phase.Restore
          damaged={phase.back.state === 'closed'}
          onDone={() => void again()}
          onBack={() => setPhase(phase.back)}
        />
      );
    default:
      return phase satisfies never;
  }
}
