import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningReport } from '#renderer/db/types.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { notify } from '#renderer/ui/notices.ts';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import { OpenVault } from './OpenVault.tsx';
import { openingNotices } from './session/opening-notices.ts';
import { useLockAndClose } from './session/useLockAndClose.ts';
import { readSettings } from './settings-store.ts';

const Setup = lazy(async () => ({ default: (await import('#renderer/features/setup/index.ts')).Setup }));
const Unlock = lazy(async () => ({ default: (await import('#renderer/features/unlock/index.ts')).Unlock }));

type Phase =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'closed'; readonly status: VaultStatus }
  | { readonly state: 'open' };

async function readStatus(): Promise<Phase> {
  try {
    return { state: 'closed', status: await value(platform().vault.status()) };
  } catch (failure) {
    return { state: 'failed', failure };
  }
}

function usePhase(): readonly [Phase, (phase: Phase) => void, () => void] {
  const [phase, setPhase] = useState<Phase>({ state: 'reading' });
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const first = await readStatus();
      if (current) setPhase(first);
    };
    void read();
    return () => {
      current = false;
    };
  }, []);
  const retry = async (): Promise<void> => setPhase(await readStatus());
  return [phase, setPhase, () => void retry()];
}

/** The way from a closed vault to the open app: read, set up or unlock, then the shell. */
export function App(): ReactElement {
  const { t } = useTranslation();
  const [phase, setPhase, read] = usePhase();
  useLockAndClose();

  const open = async (status: VaultStatus, report: OpeningReport): Promise<void> => {
    setPhase({ state: 'open' });
    const { cutBytes } = await value(platform().journal.head());
    const headerRepaired = status.state === 'ready' && status.repaired;
    openingNotices({ report, cutBytes, headerRepaired }, t).forEach(notify);
  };
  const begin = async (): Promise<void> => {
    await readSettings();
    setPhase({ state: 'open' });
  };

  switch (phase.state) {
    case 'reading':
      return <LinearProgress aria-label={t('common.loading')} />;
    case 'failed':
      return (
        <Box component="main" sx={{ p: 8 }}>
          <FailureMessage failure={phase.failure} onRetry={read} />
        </Box>
      );
    case 'closed':
      return (
        <Suspense fallback={<LinearProgress aria-label={t('common.loading')} />}>
          {phase.status.state === 'none' ? (
            <Setup onReady={() => void begin()} />
          ) : (
            <Unlock
              status={phase.status}
              onReady={(report) => void open(phase.status, report).catch(() => undefined)}
            />
          )}
        </Suspense>
      );
    case 'open':
      return <OpenVault />;
    default:
      return phase satisfies never;
  }
}
