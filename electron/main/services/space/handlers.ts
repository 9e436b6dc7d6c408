import type { MainDeps } from '#main/services/deps.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { createSpace, NEEDED_BYTES, RESERVE_BYTES, type Space } from './space.ts';
import { reserveAt } from './reserve.ts';

/** `space.*`: the watch over the room on the disk, and what it tells the window. */
export function registerSpaceHandlers({ ipc, log, paths }: Pick<MainDeps, 'ipc' | 'log' | 'paths'>): Space {
  const folder = paths.userData;
  const told = (): ResponseOf<'space.status'> => {
    const { state, free } = space.last();
    return { state, freeBytes: free, neededBytes: NEEDED_BYTES, folder };
  };
  const space = createSpace({
    folder,
    log,
    reserve: reserveAt(paths.reserveFile, RESERVE_BYTES),
    onChange: () => ipc.emit('space.changed', told()),
  });
  ipc.handle('space.status', async () => {
    await space.look();
    return told();
  });
  space.begin();
  return space;
}
