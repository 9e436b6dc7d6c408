import type { ChainHead } from '#shared/formats/journal-scan.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import type { MainDeps } from '#main/services/deps.ts';
import type { JournalService } from './journal-service.ts';

const asHead = ({ seq, hash }: ChainHead): JournalHead => ({ seq, hash: new Uint8Array(hash) });

/** `journal.*` */
export function registerJournalHandlers({
  ipc,
  journal,
}: Pick<MainDeps, 'ipc'> & { journal: JournalService }): void {
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
  ipc.handle('journal.append', async ({ entries }) => asHead(await (await journal.open()).append(entries)));
  ipc.handle('journal.read', async ({ after, maxBytes }) => (await journal.open()).read(after, maxBytes));
}
