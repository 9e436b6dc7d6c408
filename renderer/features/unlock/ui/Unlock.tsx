import { lazy, startTransition, Suspense, useEffect, useState } from 'react';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import type { Door, OpenedDoor } from '#renderer/db/index.ts';
import type { OpeningReport } from '#renderer/db/types.ts';
import { inside } from '../model/inside.ts';
import { platform } from '#renderer/platform/index.ts';
import { useAttempts } from '../model/use-attempts.ts';
import { useOpening } from '../model/use-opening.ts';
import { DiskFull } from './DiskFull.tsx';
import { PassphraseForm } from './PassphraseForm.tsx';
import { Refused } from './Refused.tsx';

const Progress = lazy(async () => ({ default: (await inside()).Progress }));
const RecoveryForm = lazy(async () => ({ default: (await inside()).RecoveryForm }));
const RenewForm = lazy(async () => ({ default: (await inside()).RenewForm }));

/** Nobody types a passphrase faster than files are opened. */
async function wake(): Promise<void> {
  await (await inside()).wakeVault();
}

/** The screen comes first, milliseconds. */
const JOURNAL_AHEAD_MS = 50;

interface DoorProps {
  readonly door: Door;
  readonly repaired: boolean;
  /** Opens for reading only. */
  readonly readOnly: boolean;
  readonly onReady: (report: OpeningReport) => void;
  readonly onRestore: () => void;
}

type Way =
  | { readonly by: 'passphrase' }
  | { readonly by: 'words' }
  | { readonly by: 'newPassphrase'; readonly opened: OpenedDoor; readonly failures: number };

/** Lets main read the journal while the user types. A failure shows when the vault is opened. */
function useJournalAhead(): void {
  useEffect(() => {
    const handle = setTimeout(() => void platform().journal.head(), JOURNAL_AHEAD_MS);
    return () => clearTimeout(handle);
  }, []);
}

function ClosedDoor({ door, repaired, readOnly, onReady, onRestore }: DoorProps) {
  const attempts = useAttempts();
  useJournalAhead();
  const { failures } = attempts;
  const { opening, open } = useOpening({ readOnly, onReady });
  const [way, setWay] = useState<Way>({ by: 'passphrase' });
  useEffect(() => {
    // On a full disk Chromium must not touch the store: opening it could erase it.
    if (!readOnly) void wake().catch(() => undefined);
  }, [readOnly]);
  if (opening.state !== 'closed') return <Progress opening={opening} onRestore={onRestore} />;
  switch (way.by) {
    case 'passphrase':
      return (
        <PassphraseForm
          door={door}
          attempts={attempts}
          repaired={repaired}
          onOpened={(opened) => open(opened, { way: 'passphrase', failures })}
          onForgotten={() => startTransition(() => setWay({ by: 'words' }))}
        />
      );
    case 'words':
      return (
        <RecoveryForm
          door={door}
          attempts={attempts}
          onOpened={(opened) =>
            // A new passphrase would have to be written.
            readOnly
              ? void open(opened, { way: 'recovery', failures })
              : startTransition(() => setWay({ by: 'newPassphrase', opened, failures }))
          }
          onBack={() => setWay({ by: 'passphrase' })}
        />
      );
    case 'newPassphrase':
      return (
        <RenewForm
          opened={way.opened}
          onRenewed={(header) =>
            open({ ...way.opened, header }, { way: 'recovery', failures: way.failures, renewed: true })
          }
        />
      );
    default:
      return way satisfies never;
  }
}

/**
 * The closed door of a vault: unlocks it, or says why it cannot be opened. `onReady` is called with the vault open,
 * `onRestore` when it is damaged and a backup is to take its place.
 */
export function Unlock({
  status,
  onReady,
  onRetry,
  onRestore,
}: {
  readonly status: VaultStatus;
  readonly onReady: (report: OpeningReport) => void;
  /** Looks at the vault again. */
  readonly onRetry: () => void;
  readonly onRestore: () => void;
}) {
  const [reading, setReading] = useState(false);
  switch (status.state) {
    case 'none':
      return null;
    case 'damaged':
    case 'newer':
      return <Refused status={status} onRestore={onRestore} />;
    case 'ready':
      if (status.rescue && !reading) return <DiskFull onRetry={onRetry} onRead={() => setReading(true)} />;
      return (
        <Suspense fallback={null}>
          <ClosedDoor
            door={status}
            repaired={status.repaired}
            readOnly={status.rescue === true}
            onReady={onReady}
            onRestore={onRestore}
          />
        </Suspense>
      );
    default:
      return status satisfies never;
  }
}
