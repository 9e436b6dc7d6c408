import { createHash } from 'node:crypto';
import { access, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  VAULT_FORMAT,
  vaultFormatSchema,
  type VaultHeader,
  vaultHeaderSchema,
} from '#shared/formats/vault-header.ts';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { fault } from '#shared/lib/fault.ts';
import { parseJson, readIfThere, setAside, writeDurably } from '#main/lib/durable-file.ts';
import { syncFolder } from '#main/lib/atomic-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import type { Log } from '#main/services/log/log.ts';

/** The header of the vault: two copies of one small file that says how the vault key is wrapped. */
export interface VaultService {
  /**
   * What is there. An unreadable header is replaced by its readable copy (and kept as `.damaged`); two readable ones
   * that differ are both given; a vault that is damaged or newer than the app is not touched.
   */
  status(): Promise<VaultStatus>;
  /** Stores the header of a new vault. Throws `vaultExists`, `vaultDamaged` or `vaultNewer` when there is any vault. */
  create(header: VaultHeader): Promise<void>;
  /** Replaces the header of the same vault; ends exactly old or exactly new. Throws `refused` for another vault's. */
  replaceHeader(header: VaultHeader): Promise<void>;
  /** The header of the vault. Throws `notFound`, `vaultDamaged` or `vaultNewer` when it cannot be opened. */
  requireHeader(): Promise<VaultHeader>;
  /** The header for work with keys. Throws `keysUnsure` besides, when its two copies speak of different vault keys. */
  requireSettledHeader(): Promise<VaultHeader>;
}

type Copy =
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'newer'; readonly format: number }
  | { readonly state: 'whole'; readonly header: VaultHeader };

const MAIN_NAME = 'header.json';
const COPY_NAME = 'header.backup.json';

const digestOf = (header: VaultHeader): string =>
  createHash('sha256').update(canonicalJson(header)).digest('hex');

/** The digest tells damage from a header that was really made so; whether the vault made it, its own seal tells. */
const serialise = (header: VaultHeader): string =>
  `${JSON.stringify({ ...header, sha256: digestOf(header) }, null, 2)}\n`;

const digestSchema = z.object({ sha256: z.string() });

/** Whether both are headers of one vault, and not the same. Only the renderer, which has the key, can say which counts. */
const differs = (one: VaultHeader, other: VaultHeader): boolean =>
  one.vaultId === other.vaultId && canonicalJson(one) !== canonicalJson(other);

/** Writes both copies of a header into the folder of a vault that is being prepared. */
export async function writeHeaderCopies(folder: string, header: VaultHeader): Promise<void> {
  await writeDurably(join(folder, MAIN_NAME), serialise(header));
  await writeDurably(join(folder, COPY_NAME), serialise(header));
}

/** Reads one copy of the header. */
async function readCopy(path: string): Promise<Copy> {
  const text = await readIfThere(path);
  if (text === null) return { state: 'missing' };
  const parsed = parseJson(text);
  const format = vaultFormatSchema.safeParse(parsed);
  if (format.success && format.data.format > VAULT_FORMAT) {
    return { state: 'newer', format: format.data.format };
  }
  const header = vaultHeaderSchema.safeParse(parsed);
  const digest = digestSchema.safeParse(parsed);
  if (!header.success || !digest.success || digest.data.sha256 !== digestOf(header.data)) {
    return { state: 'unreadable' };
  }
  return { state: 'whole', header: header.data };
}

interface VaultDeps {
  readonly paths: DataPaths;
  readonly log: Log;
  /** Carries to its end what put another vault into the place of this one and was cut off. */
  readonly settle?: () => Promise<void>;
}

const settled = (): Promise<void> => Promise.resolve();

/** Keeps the header in `<data folder>/vault`. */
export function createVaultService({ paths, log, settle = settled }: VaultDeps): VaultService {
  const main = join(paths.vault, MAIN_NAME);
  const backup = join(paths.vault, COPY_NAME);
  let queue: Promise<unknown> = Promise.resolve();

  async function status(): Promise<VaultStatus> {
    const [first, second] = [await readCopy(main), await readCopy(backup)];
    for (const copy of [first, second]) {
      if (copy.state === 'newer') return { state: 'newer', format: copy.format };
    }
    if (first.state === 'whole') {
      const { header } = first;
      if (second.state !== 'whole') await writeBackup(header);
      const other =
        second.state === 'whole' && differs(second.header, header) ? { other: second.header } : {};
      return { state: 'ready', header, ...other, repaired: false };
    }
    if (second.state === 'whole') {
      await setAside(main, '.damaged');
      await writeDurably(main, serialise(second.header));
      log.info('Vault header restored from its copy');
      return { state: 'ready', header: second.header, repaired: true };
    }
    const nothing =
      first.state === 'missing' && second.state === 'missing' && !(await hasJournal(paths.journal));
    return nothing ? { state: 'none' } : { state: 'damaged', folder: paths.vault };
  }

  /** Writes the second copy. A full disk is no reason not to open. */
  async function writeBackup(header: VaultHeader): Promise<void> {
    try {
      await writeDurably(backup, serialise(header));
    } catch (error) {
      log.error('The copy of the header could not be renewed', error);
    }
  }

  async function requireHeader(): Promise<VaultHeader> {
    const found = await status();
    if (found.state === 'ready') return found.header;
    throw asFailure(found, paths.vault);
  }

  async function requireSettledHeader(): Promise<VaultHeader> {
    const found = await status();
    const other = found.state === 'ready' ? found.other : undefined;
    if (other !== undefined && other.epoch !== (await requireHeader()).epoch)
      throw new MainFailure('keysUnsure');
    return requireHeader();
  }

  async function create(header: VaultHeader): Promise<void> {
    if (header.format !== VAULT_FORMAT) throw new MainFailure('refused');
    const found = await status();
    if (found.state !== 'none') throw asFailure(found, paths.vault);
    await mkdir(paths.journal, { recursive: true, mode: 0o700 });
    await syncFolder(paths.userData);
    await writeDurably(main, serialise(header));
    await fault('header.mainWritten');
    await writeDurably(backup, serialise(header));
    await fault('header.copyWritten');
  }

  async function replaceHeader(header: VaultHeader): Promise<void> {
    const known = await requireHeader();
    if (header.format !== VAULT_FORMAT || header.vaultId !== known.vaultId) throw new MainFailure('refused');
    await writeDurably(main, serialise(header));
    await fault('header.mainWritten');
    // A copy with another vault key would no longer open what is there: that it was written has to be certain.
    const second = await readCopy(backup);
    if (second.state === 'whole' && second.header.epoch !== header.epoch) {
      await writeDurably(backup, serialise(header));
    } else await writeBackup(header);
    await fault('header.copyWritten');
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(settle).then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    status: () => inTurn(status),
    create: (header) => inTurn(() => create(header)),
    replaceHeader: (header) => inTurn(() => replaceHeader(header)),
    requireHeader: () => inTurn(requireHeader),
    requireSettledHeader: () => inTurn(requireSettledHeader),
  };
}

function asFailure(status: VaultStatus, folder: string): MainFailure {
  switch (status.state) {
    case 'none':
      return new MainFailure('notFound', { fileName: 'header.json', folder });
    case 'ready':
      return new MainFailure('vaultExists', { folder });
    case 'damaged':
      return new MainFailure('vaultDamaged', { folder });
    case 'newer':
      return new MainFailure('vaultNewer', { format: status.format });
    default:
      return assertNever(status);
  }
}

async function hasJournal(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch {
    return exists(folder);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
