import { dialog, type OpenDialogOptions } from 'electron';
import type { Attachments } from '#main/services/attachments/attachments.ts';
import type { MainDeps } from '#main/services/deps.ts';
import { scanMemoryAt } from './scan-memory.ts';
import { LOOK_MS, Scans } from './scans.ts';

interface Deps extends Pick<MainDeps, 'ipc' | 'paths' | 'session' | 'window'> {
  readonly attachments: Attachments;
}

/** `scans.*`: the folder that a scanner writes to. It is looked at while the vault is open. */
export function registerScansHandlers({ ipc, paths, session, window, attachments }: Deps): void {
  const chooseFolder = async (): Promise<string | null> => {
    const options: OpenDialogOptions = {
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    };
    const parent = window.current();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  const scans = new Scans({
    memory: scanMemoryAt(paths.scansFile),
    attachments,
    chooseFolder,
    userData: paths.userData,
    isUnlocked: () => session.isUnlocked(),
    onChange: (status) => ipc.emit('scans.changed', status),
  });
  let timer: NodeJS.Timeout | null = null;
  session.onChange((unlocked) => {
    if (timer) clearInterval(timer);
    timer = unlocked ? setInterval(() => void scans.look(), LOOK_MS).unref() : null;
    if (unlocked) void scans.look();
  });
  ipc.handle('scans.status', () => scans.status());
  ipc.handle('scans.choose', () => scans.choose());
  ipc.handle('scans.forget', () => scans.forget());
  ipc.handle('scans.leave', (ids) => scans.leave(ids));
  ipc.handle('scans.start', (request) => scans.start(request));
  ipc.handle('scans.finish', (request) => scans.finish(request));
}
