import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentGate } from '#renderer/entities/consent/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';

const LabelsDialog = lazy(async () => ({ default: (await import('./LabelsDialog.tsx')).LabelsDialog }));

/** Address labels for clients, without those whom the gate leaves out. `dialog` has to be shown by the caller. */
export function useLabels(askAll: ConsentGate['askAll']): {
  readonly print: (clients: readonly Client[]) => void;
  readonly dialog: ReactElement | null;
} {
  const { t } = useTranslation();
  const [clients, setClients] = useState<readonly Client[]>([]);
  const print = async (wanted: readonly Client[]): Promise<void> => {
    if (wanted.length > 0) setClients((await askAll(wanted, 'label')) ?? []);
  };
  return {
    print: (wanted) => watched(print(wanted), t),
    dialog:
      clients.length === 0 ? null : (
        <Suspense fallback={null}>
          <LabelsDialog clients={clients} onClose={() => setClients([])} />
        </Suspense>
      ),
  };
}
