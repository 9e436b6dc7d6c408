import type { ChainHead } from '#shared/formats/journal-scan.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import type { MainDeps } from '#main/services/deps.ts';
import type { Space } from '#main/services/space/space.ts';
import type { JournalService } from './journal-service.ts';

const asHead = ({ seq, hash }: ChainHead): JournalHead => ({ seq, hash: new Uint8Array(hash) });

/** `journal.*` */
export function registerJournalHandlers({
  ipc,
  journal,
  space,
}: Pick<MainDeps, 'ipc'> & { journal: JournalService; space: Space }): void {
  ipc.handle('journal.head', async () => {
    const open = await journal.open();
    return {
      head: asHead(open.head()),
      floor: asHead(open.floor()),
      gaps: open.gaps().map((gap) => ({ ...gap, hash: gap.hash && new Uint8Array(gap.hash) })),
      damagedFiles: [...open.damagedFiles()],
      cutBytes: open.cutBytes,
    };
  });
  ipc.handle('journal.append', async ({ entries }) => {
    const open = await journal.open();
    return asHead(await space.withRoom(() => open.append(entries)));
  });
  ipc.handle('journal.read', ({ after, maxBytes }) => journal.read(after, maxBytes));
}
