import { lazy, type ReactElement, Suspense, useState } from 'react';
import { ClientsScreen, useForgottenView } from '#renderer/features/clients/index.ts';
import type { Client } from '#shared/domain/client.ts';
import { showOverlay } from '../shell/overlays.ts';

const EraseFiles = lazy(async () => ({
  default: (await import('#renderer/features/erasure/index.ts')).EraseFiles,
}));

/** The register, with the files that seem to be forgotten. */
export function Forgotten(): ReactElement {
  useForgottenView();
  return <Clients />;
}

/** The register, with the form for a new client and the erasure of files within reach. */
export function Clients(): ReactElement {
  const [erasing, setErasing] = useState<readonly Client[]>([]);
  return (
    <>
      <ClientsScreen onNewClient={() => showOverlay({ kind: 'newClient', name: '' })} onErase={setErasing} />
      {erasing.length > 0 && (
        <Suspense fallback={null}>
          <EraseFiles clients={erasing} onClose={() => setErasing([])} />
        </Suspense>
      )}
    </>
  );
}
