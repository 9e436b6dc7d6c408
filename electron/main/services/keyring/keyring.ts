import { join } from 'node:path';
import { z } from 'zod';
import { fileIdSchema } from '#shared/domain/ids.ts';
import type { KeyringEntry } from '#shared/ipc/contract.ts';
import { fromHex, toHex } from '#shared/lib/bytes.ts';
import { fault } from '#shared/lib/fault.ts';
import { parseJson, readIfThere, setAside, writeDurably } from '#main/lib/durable-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';

/** Newest keyring format this app can read and write. */
const KEYRING_FORMAT = 1;

const keyringFileSchema = z.object({
  format: z.literal(KEYRING_FORMAT),
  vaultId: z.uuid(),
  entries: z.array(z.object({ fileId: fileIdSchema, wrapped: z.string().regex(/^([0-9a-f]{2}){0,256}$/) })),
});
type KeyringFile = z.infer<typeof keyringFileSchema>;

/** The wrapped keys of client files, kept apart from records, journal and backups. */
export interface KeyringService {
  /**
   * Every key of the vault. A damaged keyring is set aside and the generation before it is used.
   * Throws `vaultDamaged` when neither can be read, `vaultNewer` when a newer app wrote it.
   */
  load(vaultId: string): Promise<KeyringEntry[]>;
  /** Adds keys, or replaces those of the same client files; on the disk when it answers. */
  put(vaultId: string, entries: readonly KeyringEntry[]): Promise<void>;
}

type Generation =
  | { readonly state: 'missing' | 'damaged' }
  | { readonly state: 'whole'; readonly file: KeyringFile };

/** Reads one generation. Throws `vaultNewer` when a newer app wrote it. */
async function readGeneration(path: string): Promise<Generation> {
  const text = await readIfThere(path);
  if (text === null) return { state: 'missing' };
  const parsed = parseJson(text);
  const format = z.object({ format: z.number().int() }).safeParse(parsed);
  if (format.success && format.data.format > KEYRING_FORMAT) {
    throw new MainFailure('vaultNewer', { format: format.data.format });
  }
  const file = keyringFileSchema.safeParse(parsed);
  return file.success ? { state: 'whole', file: file.data } : { state: 'damaged' };
}

/** Keeps the keyring in a folder of its own: the newest generation and the one before. */
export function createKeyring({ folder, log }: { folder: string; log: Log }): KeyringService {
  const newest = join(folder, 'keyring.json');
  const previous = join(folder, 'keyring.1.json');
  let known: KeyringFile | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function current(vaultId: string): Promise<KeyringFile> {
    known ??= await readFromDisk();
    if (known !== null && known.vaultId === vaultId) return known;
    if (known !== null) {
      // Keys of a vault that was taken away: whoever brings it back needs them.
      await setAside(newest, `.${known.vaultId}`);
      await setAside(previous, `.${known.vaultId}`);
    }
    known = { format: KEYRING_FORMAT, vaultId, entries: [] };
    return known;
  }

  async function readFromDisk(): Promise<KeyringFile | null> {
    const first = await readGeneration(newest);
    if (first.state === 'whole') return first.file;
    const second = await readGeneration(previous);
    if (first.state === 'missing' && second.state === 'missing') return null;
    if (second.state !== 'whole') throw new MainFailure('vaultDamaged', { folder });
    log.info('Keyring restored from the generation before', { cause: first.state });
    await setAside(newest, '.damaged');
    await writeDurably(newest, JSON.stringify(second.file));
    return second.file;
  }

  async function put(vaultId: string, entries: readonly KeyringEntry[]): Promise<void> {
    const before = await current(vaultId);
    const merged = new Map(before.entries.map((entry) => [entry.fileId, entry]));
    for (const { fileId, wrapped } of entries) merged.set(fileId, { fileId, wrapped: toHex(wrapped) });
    const next: KeyringFile = { ...before, entries: [...merged.values()] };
    // The newest is written whole before it becomes the one before, so that one of the two is always whole.
    if (before.entries.length > 0) await writeDurably(previous, JSON.stringify(before));
    await fault('keyring.previousWritten');
    await writeDurably(newest, JSON.stringify(next));
    await fault('keyring.newestWritten');
    known = next;
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    load: (vaultId) =>
      inTurn(async () =>
        (await current(vaultId)).entries.map(({ fileId, wrapped }) => ({
          fileId,
          wrapped: fromHex(wrapped) as Uint8Array<ArrayBuffer>,
        })),
      ),
    put: (vaultId, entries) => inTurn(() => put(vaultId, entries)),
  };
}
