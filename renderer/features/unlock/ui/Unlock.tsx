import { useState } from 'react';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import type { VaultKey } from '#renderer/db/index.ts';
import type { OpeningReport } from '#renderer/db/types.ts';
import { useAttempts } from '../model/use-attempts.ts';
import { useOpening } from '../model/use-opening.ts';
import { PassphraseForm } from './PassphraseForm.tsx';
import { Progress } from './Progress.tsx';
import { RecoveryForm } from './RecoveryForm.tsx';
import { Refused } from './Refused.tsx';
import { RenewForm } from './RenewForm.tsx';

interface DoorProps {
  readonly header: VaultHeader;
  readonly repaired: boolean;
  readonly onReady: (report: OpeningReport) => void;
}

type Way =
  | { readonly by: 'passphrase' }
  | { readonly by: 'words' }
  | { readonly by: 'newPassphrase'; readonly key: VaultKey };

function Door({ header, repaired, onReady }: DoorProps) {
  const attempts = useAttempts();
  const { opening, open } = useOpening(onReady);
  const [way, setWay] = useState<Way>({ by: 'passphrase' });
  if (opening.state !== 'closed') return <Progress opening={opening} />;
  switch (way.by) {
    case 'passphrase':
      return (
        <PassphraseForm
          header={header}
          attempts={attempts}
          repaired={repaired}
          onKey={(key) => open(header, key)}
          onForgotten={() => setWay({ by: 'words' })}
        />
      );
    case 'words':
      return (
        <RecoveryForm
          header={header}
          attempts={attempts}
          onKey={(key) => setWay({ by: 'newPassphrase', key })}
          onBack={() => setWay({ by: 'passphrase' })}
        />
      );
    case 'newPassphrase':
      return <RenewForm header={header} vaultKey={way.key} onRenewed={(renewed) => open(renewed, way.key)} />;
    default:
      return way satisfies never;
  }
}

/** The closed door of a vault: unlocks it, or says why it cannot be opened. `onReady` is called with the vault open. */
export function Unlock({
  status,
  onReady,
}: {
  readonly status: VaultStatus;
  readonly onReady: (report: OpeningReport) => void;
}) {
  switch (status.state) {
    case 'none':
      return null;
    case 'damaged':
    case 'newer':
      return <Refused status={status} />;
    case 'ready':
      return <Door header={status.header} repaired={status.repaired} onReady={onReady} />;
    default:
      return status satisfies never;
  }
}
