import { dirname, join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { MainDeps } from '#main/services/deps.ts';
import { fillFileAtomically } from '#main/lib/atomic-file.ts';
import { Attachments } from './attachments.ts';
import { checkMemoryAt } from './check-state.ts';
import { ChunkStore } from './chunk-store.ts';

interface Deps extends Pick<MainDeps, 'ipc' | 'paths' | 'clock' | 'log' | 'session' | 'window'> {
  /** Chunks that backups name; null when that cannot be known: then no chunk is ever removed by a check. */
  readonly namedByBackups: () => Promise<ReadonlySet<string> | null>;
  /** The folders with copies of chunks beside the backups that can be reached now. */
  readonly copyFolders: () => Promise<readonly string[]>;
}

/** `attachments.*`: importing, saving and checking the documents kept in client files. */
export function registerAttachmentsHandlers(deps: Deps): Attachments {
  const { ipc, paths, clock, log, session, window, namedByBackups, copyFolders } = deps;
  let folder: string | null = null;
  const start = (): string => folder ?? app.getPath('documents');

  const chooseFiles = async (): Promise<readonly string[]> => {
    const options: OpenDialogOptions = {
      defaultPath: start(),
      properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    };
    const parent = window.current();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    folder = dirname(first);
    return filePaths;
  };

  const chooseTarget = async (suggestedName: string): Promise<string | null> => {
    const options: SaveDialogOptions = {
      defaultPath: join(start(), suggestedName),
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    };
    const parent = window.current();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    if (canceled || filePath === '') return null;
    folder = dirname(filePath);
    return filePath;
  };

  const attachments = new Attachments({
    store: new ChunkStore(paths.attachments),
    memory: checkMemoryAt(paths.attachmentsCheckFile),
    clock,
    isUnlocked: () => session.isUnlocked(),
    chooseFiles,
    chooseTarget,
    fill: fillFileAtomically,
    onProgress: (progress) => ipc.emit('attachments.progress', progress),
    namedByBackups,
    copies: async () => (await copyFolders()).map((path) => new ChunkStore(path)),
  });

  session.onChange((unlocked) => {
    if (unlocked) return;
    attachments.endJobs().catch((error: unknown) => log.error('Jobs on attachments did not end', error));
  });
  ipc.handle('attachments.start', (request) => attachments.start(request));
  ipc.handle('attachments.part', (request) => attachments.part(request));
  ipc.handle('attachments.save', (request) => attachments.save(request));
  ipc.handle('attachments.read', (request) => attachments.read(request));
  ipc.handle('attachments.check', (request) => attachments.check(request));
  ipc.handle('attachments.outcome', ({ jobId }) => attachments.outcome(jobId));
  ipc.handle('attachments.cancel', ({ jobId }) => attachments.cancel(jobId));
  return attachments;
}
