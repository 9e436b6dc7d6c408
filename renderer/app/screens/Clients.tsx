import type { ReactElement } from 'react';
import { ClientsScreen } from '#renderer/features/clients/index.ts';
import { showOverlay } from '../shell/overlays.ts';

/** The register, with the form for a new client within reach. */
export const Clients = (): ReactElement => (
  <ClientsScreen onNewClient={() => showOverlay({ kind: 'newClient', name: '' })} />
);
