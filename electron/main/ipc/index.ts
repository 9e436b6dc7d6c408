import { ipcMain } from 'electron';
import type { Log } from '#main/services/log/log.ts';
import { createIpc, type Ipc, type Peer } from './ipc.ts';

/** The gate over Electron's own messages. Nothing else imports `ipcMain`. */
export const electronIpc = (peer: () => Peer | null, log: Log): Ipc =>
  createIpc({ transport: ipcMain, peer, log });
