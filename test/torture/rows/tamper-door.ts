import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { writeHeaderCopies } from '#main/services/vault/vault.ts';
import { keyringOf, keyringText, type KeyringFile } from '#shared/formats/keyring-file.ts';
import { argonParamsSchema, type VaultHeader, vaultHeaderSchema } from '#shared/formats/vault-header.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { openDoor, unlockWithPassphrase, unlockWithRecoveryWords } from '#renderer/db/index.ts';
import { argonKey } from '#renderer/worker/argon.ts';
import { filesIn, layDoor, makeDoor, type Door, putBack, tryDoor } from '../support/door.ts';
import { mutatedJson } from '../support/mutated-json.ts';
import { forgetStore } from '../support/step-world.ts';
import type { Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

/** One attack in so many is on the files of a whole vault; the others are on the header alone, and quick. */
const ON_FILES = 0.04;

const slots = (header: VaultHeader, change: Partial<VaultHeader['slots']>): VaultHeader => ({
  ...header,
  slots: { ...header.slots, ...change },
});
const withKdf = (header: VaultHeader, change: object): VaultHeader => {
  const { passphrase } = header.slots;
  return slots(header, { passphrase: { ...passphrase, kdf: { ...passphrase.kdf, ...change } } });
};

/** Headers that the owner must not be let in by. */
const HEADERS: Readonly<Record<string, (door: Door, random: Random) => unknown>> = {
  'header altered': ({ header }, random) => mutatedJson(header, random),
  'Argon2id weakened below the floor': ({ header }, random) =>
    withKdf(
      header,
      random.pick<object>([
        { memoryKiB: random.between(0, 65_535) },
        { iterations: random.between(-1, 2) },
        { parallelism: random.between(2, 64) },
        { memoryKiB: 8, iterations: 1 },
      ]),
    ),
  'Argon2id weakened to the floor': ({ header }, random) =>
    withKdf(
      header,
      random.pick<object>([{ memoryKiB: 65_536 }, { iterations: 3 }, { salt: '00'.repeat(16) }]),
    ),
  'slot of an older header': ({ header, oldHeader }, random) =>
    random.chance(0.5)
      ? slots(header, { passphrase: oldHeader.slots.passphrase })
      : slots(header, { recovery: oldHeader.slots.recovery }),
  'older header told as the newest': ({ header, oldHeader }) => ({
    ...oldHeader,
    revision: header.revision + 1,
  }),
  'seal of another header': ({ header, oldHeader }) => ({ ...header, mac: oldHeader.mac }),
  'slot added': ({ header }) => {
    const { wrapped, madeAt } = header.slots.passphrase;
    return slots(header, { device: { wrapped, madeAt } });
  },
  'header of another vault': ({ header }) => ({ ...header, vaultId: v4() }),
};

/** Whether the app would let the owner in by a header, as it lies on the disk. */
async function letsIn(door: Door, altered: unknown): Promise<boolean> {
  const parsed = vaultHeaderSchema.safeParse(altered);
  if (!parsed.success) return false;
  const ways = [
    (header: VaultHeader) => unlockWithPassphrase(header, door.passphrase),
    (header: VaultHeader) => unlockWithRecoveryWords(header, door.words),
    (header: VaultHeader) => unlockWithPassphrase(header, door.oldPassphrase),
    (header: VaultHeader) => unlockWithRecoveryWords(header, door.oldWords),
  ];
  for (const way of ways) {
    const opened = await openDoor({ header: parsed.data }, way).catch(() => null);
    if (opened !== null) return true;
  }
  return false;
}

async function attackHeader(door: Door, random: Random, counts: Counts): Promise<void> {
  const name = random.pick(Object.keys(HEADERS));
  const altered = HEADERS[name]?.(door, random);
  if (canonicalJson(altered) === canonicalJson(door.header)) return;
  promise(!(await letsIn(door, altered)), () => `Accepted: ${name}, ${JSON.stringify(altered)}`);
  if (name === 'Argon2id weakened below the floor') {
    const { kdf } = (altered as VaultHeader).slots.passphrase;
    promise(!argonParamsSchema.safeParse(kdf).success, `Taken from the disk: ${JSON.stringify(kdf)}`);
    const derive = async (): Promise<unknown> => argonKey(door.passphrase, kdf);
    promise(
      await derive().then(
        () => false,
        () => true,
      ),
      `A key was derived with ${JSON.stringify(kdf)}`,
    );
  }
  counts.add(name);
}

/** What is done to the files, and what of it must come: told as older, or exactly what the vault held, or refused. */
interface FileAttack {
  readonly run: (door: Door, folder: string, random: Random) => Promise<unknown>;
  /** The owner opens all of it, as if nothing were. */
  readonly mends?: true;
  /** The passphrase that was replaced opens the vault again, and that is told. */
  readonly opensByOld?: true;
}

const keyrings = (folder: string): Promise<readonly string[]> => filesIn(join(folder, 'keyring'));
async function rewriteKeyrings(
  files: readonly string[],
  change: (file: KeyringFile) => KeyringFile,
): Promise<void> {
  for (const file of files) {
    const content = keyringOf(JSON.parse(await readFile(file, 'utf8')));
    if (content) await writeFile(file, keyringText(change(content)));
  }
}
const swapped = (file: KeyringFile): KeyringFile => {
  const wrapped = file.entries.map((entry) => entry.wrapped);
  return {
    ...file,
    entries: file.entries.map((entry, at) => ({
      ...entry,
      wrapped: wrapped[(at + 1) % wrapped.length] ?? '',
    })),
  };
};

/** With a line that says, with a proof or without, that the first of its client files was erased. */
const toldAsErased = (file: KeyringFile, random: Random): KeyringFile => ({
  ...file,
  erased: file.entries.slice(0, 1).map(({ fileId }) => ({
    fileId,
    at: 0,
    fingerprint: '0'.repeat(64),
    ...(random.chance(0.5) && { mac: Buffer.from(random.bytes(32)).toString('hex') }),
  })),
});

const FILES: Readonly<Record<string, FileAttack>> = {
  'older header put back': {
    opensByOld: true,
    run: ({ oldHeader }, folder) => writeHeaderCopies(join(folder, 'vault'), oldHeader),
  },
  'older header put back in one copy': {
    mends: true,
    run: async (door, folder, random) => {
      const name = random.pick(['header.json', 'header.backup.json']);
      await writeFile(join(folder, 'vault', name), await readFile(join(door.earlier, 'vault', name)));
    },
  },
  'older keyring put back': { run: (door, folder) => putBack(door, folder, 'keyring') },
  'older journal put back': {
    mends: true,
    run: (door, folder) => putBack(door, folder, join('vault', 'journal')),
  },
  'keys of client files swapped': {
    run: async (_door, folder) => rewriteKeyrings(await keyrings(folder), swapped),
  },
  'a key taken out': {
    run: async (_door, folder) =>
      rewriteKeyrings(await keyrings(folder), (file) => ({ ...file, entries: file.entries.slice(1) })),
  },
  'a client file told as erased': {
    mends: true,
    run: async (_door, folder, random) =>
      rewriteKeyrings(await keyrings(folder), (file) => toldAsErased(file, random)),
  },
  'a client file told as erased, its key taken out': {
    run: async (_door, folder, random) =>
      rewriteKeyrings(await keyrings(folder), (file) => ({
        ...toldAsErased(file, random),
        entries: file.entries.slice(1),
      })),
  },
  'keyring of another epoch': {
    run: async (_door, folder, random) => {
      const epoch = random.between(1, 5);
      await rewriteKeyrings(await keyrings(folder), (file) => ({ ...file, epoch }));
    },
  },
  'keyring of another vault': {
    run: async (_door, folder) => {
      const vaultId = v4();
      await rewriteKeyrings(await keyrings(folder), (file) => ({ ...file, vaultId }));
    },
  },
};

async function attackFiles(door: Door, folder: string, random: Random, counts: Counts): Promise<void> {
  const name = random.pick(Object.keys(FILES));
  const attack = FILES[name];
  if (attack === undefined) return;
  await layDoor(door, folder);
  await attack.run(door, folder, random);
  // Without a working store the journal alone speaks of what there was.
  if (attack.mends !== true && random.chance(0.5)) await forgetStore();
  const byOld = await tryDoor(folder, door.oldPassphrase);
  promise(
    byOld.how === 'refused' || (attack.opensByOld === true && byOld.header === 'older'),
    `Accepted: ${name}; the passphrase that was replaced opens, and nobody is told`,
  );
  const opened = await tryDoor(folder, door.passphrase);
  const whole = opened.how === 'open' && opened.holds === door.holds && opened.header === 'current';
  promise(
    whole || (opened.how === 'refused' && attack.mends !== true),
    () =>
      `Accepted: ${name}; ${opened.how === 'open' ? 'it opens as something else' : `told as ${opened.told}`}`,
  );
  counts.add(`${name}: ${opened.how}`);
}

/** Header, keyring and journal in the hands of somebody who has an older copy of them. */
export const tamperDoor: Row = {
  id: 'tamper.door',
  promise: 'Tampering is noticed',
  cases: 'altered or older headers, keyrings and journals',
  short: { times: 400, seconds: 15 },
  long: { times: 20_000, seconds: 90 },
  lane: 'compute',
  disk: 'memory',
  async run(order) {
    const door = await makeDoor(order.scratch);
    return eachCase(order, (random, counts) =>
      random.chance(ON_FILES)
        ? attackFiles(door, join(order.scratch, 'case'), random, counts)
        : attackHeader(door, random, counts),
    );
  },
};
