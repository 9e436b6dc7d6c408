import type { ReactElement } from 'react';
import { ConflictRecordScreen } from '#renderer/features/conflict-check/index.ts';
import { showOverlay } from '../shell/overlays.ts';

/** The record of a conflict check, with the way back to the client it was made for. */
export const ConflictRecord = (): ReactElement => (
  <ConflictRecordScreen onNewClient={(draft) => showOverlay({ kind: 'newClient', name: '', draft })} />
);
