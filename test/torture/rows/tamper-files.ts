import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setUp, someKeys, type Bench } from '#main/services/attachments/testing.ts';
import { identityToRecipient } from 'age-encryption';
import { createContainer, readContainer, verifyContainer } from '#main/services/backup/container.ts';
import { BackupSum, encodeEnd, encodeRecords, encodeStart } from '#shared/formats/backup.ts';
import { type BackupManifest, backupStartSchema } from '#shared/formats/backup-manifest.ts';
import { originOf, sealOfBackup } from '#shared/formats/backup-seal.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import { someRecords, testBackups, type TestBackups } from '#main/services/backup/testing.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { type AttachmentContent, CHUNK_BYTES } from '#shared/formats/attachment-chunks.ts';
import { mutatedBytes } from '../support/mutated-bytes.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

/** Plain bytes of one part of an age container; each is sealed with its number. */
const AGE_PART = 64 * 1024 + 16;
/** More than two parts. */
const RECORDS = 400;

/** Backups and documents that somebody has before them who has no key. */
interface Loot {
  /** Seals the backups; whoever attacks does not have it. */
  readonly vaultKey: Uint8Array;
  readonly backups: TestBackups;
  /** Names and bytes of backups of one vault, oldest first. */
  readonly made: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly bench: Bench;
  readonly contents: readonly { readonly content: AttachmentContent; readonly bytes: Buffer }[];
  readonly chunks: ReadonlyMap<string, Buffer>;
  /** A chunk of the same length, under the keys of another client file. */
  readonly foreign: Buffer;
}

async function makeLoot(random: Random): Promise<Loot> {
  const backups = await testBackups();
  const vaultKey = random.bytes(32);
  const names: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    backups.now += 60_000;
    const records = someRecords(RECORDS + count, 400);
    const seal = (manifest: BackupManifest): string => sealOfBackup(vaultKey, manifest);
    names.push((await backups.make({ records, reason: 'beforeDelete', seal })).fileName);
  }
  const place = join(backups.folder, 'data', 'vault', 'backups');
  const made = await Promise.all(
    names.map(async (name) => ({ path: join(place, name), bytes: await readFile(join(place, name)) })),
  );
  const bench = await setUp();
  const all = [CHUNK_BYTES + 700, 700, 5000].map((length) => Buffer.from(random.bytes(length)));
  const contents = [];
  for (const bytes of all) contents.push({ content: await bench.add(bytes), bytes });
  const other = await bench.add(Buffer.from(random.bytes(700)), someKeys());
  const chunks = new Map<string, Buffer>();
  for (const name of await bench.stored()) chunks.set(name, await readFile(bench.pathOf(name)));
  const foreign = chunks.get(other.chunks[0] ?? '') ?? Buffer.alloc(0);
  return { vaultKey, backups, made, bench, contents, chunks, foreign };
}

/** Where the header of a container ends: behind the line that seals it. */
const headerEnd = (bytes: Buffer): number => bytes.indexOf('\n', bytes.indexOf('\n---') + 1) + 1;
const NONCE = 16;

/** The parts of a container behind its header and nonce. */
function partsOf(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = headerEnd(bytes) + NONCE; at < bytes.length; at += AGE_PART)
    parts.push(bytes.subarray(at, at + AGE_PART));
  return parts;
}
const withParts = (bytes: Buffer, parts: readonly Buffer[]): Buffer =>
  Buffer.concat([bytes.subarray(0, headerEnd(bytes) + NONCE), ...parts]);

/** What becomes of a backup; the second one is of the same vault and made later. */
const BACKUPS: Readonly<Record<string, (one: Buffer, other: Buffer, random: Random) => Buffer>> = {
  'backup altered': (one, _other, random) => Buffer.from(mutatedBytes(new Uint8Array(one), random)),
  'backup cut': (one, _other, random) => one.subarray(0, random.below(one.length)),
  'backup cut behind a part': (one, _other, random) => {
    const parts = partsOf(one);
    return withParts(one, parts.slice(0, random.below(parts.length)));
  },
  'parts of a backup swapped': (one) => {
    const [first, second, ...rest] = partsOf(one);
    return withParts(
      one,
      [second, first, ...rest].filter((part) => part !== undefined),
    );
  },
  'a part of another backup': (one, other, random) => {
    const parts = [...partsOf(one)];
    const at = random.below(parts.length);
    const theirs = partsOf(other)[at];
    if (theirs) parts[at] = theirs;
    return withParts(one, parts);
  },
  'header of another backup': (one, other) =>
    Buffer.concat([other.subarray(0, headerEnd(other)), one.subarray(headerEnd(one))]),
  'something behind a backup': (one, other, random) =>
    Buffer.concat([one, other.subarray(0, random.between(1, 5000))]),
};

async function attackBackup(loot: Loot, random: Random, counts: Counts, scratch: string): Promise<void> {
  const { backups, made } = loot;
  const name = random.pick(Object.keys(BACKUPS));
  const one = random.pick(made);
  const other = random.pick(made.filter((each) => each !== one));
  const altered = BACKUPS[name]?.(one.bytes, other.bytes, random) ?? one.bytes;
  const path = join(scratch, 'altered.age');
  await writeFile(path, altered);
  const taken = await verifyContainer(path, backups.identity).then(
    () => true,
    () => false,
  );
  promise(!taken, `Accepted: ${name}`);
  counts.add(name);
}

/** Whether the app would take a backup for one that the vault has made. */
async function isTaken({ backups, vaultKey }: Loot, path: string): Promise<boolean> {
  const manifest = await verifyContainer(path, backups.identity).catch(() => null);
  return manifest !== null && originOf(manifest, [vaultKey]) === 'sealed';
}

interface Content {
  readonly manifest: BackupManifest;
  readonly ops: readonly PutOp[];
}

async function contentOf({ backups }: Loot, path: string): Promise<Content> {
  const ops: PutOp[] = [];
  for await (const part of readContainer(path, backups.identity)) {
    if (part.kind === 'records') ops.push(...part.ops);
    if (part.kind === 'whole') return { manifest: part.manifest, ops };
  }
  throw new Error('A backup has no end');
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Records of one moment or of both, in the order of a backup, some left out. */
function mixed(one: Content, other: Content, random: Random): readonly PutOp[] {
  const from = random.pick([other.ops, [...one.ops, ...other.ops]]);
  return from
    .filter(() => random.chance(0.95))
    .toSorted((a, b) => (`${a.table}/${a.id}` < `${b.table}/${b.id}` ? -1 : 1));
}

/**
 * A backup put together of sealed records of two moments, for the recipient that everybody knows: order, counts and root hash
 * are right, and it claims to be the newer one. Only the seal is somebody else's, an older one, or left out with the format.
 */
async function attackByComposing(loot: Loot, random: Random, counts: Counts, scratch: string): Promise<void> {
  const one = random.pick(loot.made);
  const other = random.pick(loot.made.filter((each) => each !== one));
  const [first, second] = [await contentOf(loot, one.path), await contentOf(loot, other.path)];
  const ops = mixed(first, second, random);
  const sum = new BackupSum();
  sum.records(ops);
  const { rootHash, counts: records } = sum.end();
  const { mac, ...said } = first.manifest;
  const seal = random.pick<{ format?: number; mac?: string }>([
    { mac: mac ?? '' },
    { mac: second.manifest.mac ?? '' },
    { mac: Buffer.from(random.bytes(32)).toString('hex') },
    { format: 1 },
  ]);
  const manifest = { ...said, ...seal, rootHash, counts: records };
  const container = await createContainer([await identityToRecipient(loot.backups.identity)]);
  const written = bytesOf(container.encrypted);
  const blocks = [encodeStart(backupStartSchema.parse(manifest)), encodeRecords(ops)];
  for (const block of [...blocks, encodeEnd(manifest)]) await container.write(block);
  await container.close();
  const path = join(scratch, 'composed.age');
  await writeFile(path, await written);
  // It is a whole backup as far as main can tell, or nothing would be shown.
  await verifyContainer(path, loot.backups.identity);
  promise(!(await isTaken(loot, path)), 'Accepted: a backup put together of older records');
  counts.add(seal.format === 1 ? 'composed, told as unsealed' : 'composed');
}

/** An older backup under the name of a newer one: the list must not call it verified as the newer one. */
async function attackShelf({ backups, made }: Loot, counts: Counts): Promise<void> {
  const [older, newer] = [made[0], made[2]];
  if (older === undefined || newer === undefined) return;
  await writeFile(newer.path, older.bytes);
  try {
    const listed = (await backups.service.list()).find(({ fileName }) => newer.path.endsWith(fileName));
    promise(listed?.verified === false, 'Accepted: an older backup under the name of a newer one');
    const { readId, manifest } = await backups.service.open({
      backupId: listed.backupId,
      identity: backups.identity,
    });
    await backups.service.closeRead(readId);
    promise(manifest.head.seq === 1, 'It does not say that it is an older one');
    counts.add('older backup as the newest');
  } finally {
    await writeFile(newer.path, newer.bytes);
    const index = join(newer.path, '..', 'index.json');
    await rm(index, { force: true });
    for (const { path } of made) {
      const backupId = `local/${path.slice(path.lastIndexOf('/') + 1)}`;
      const { readId } = await backups.service.open({ backupId, identity: backups.identity });
      await backups.service.trust(readId);
      await backups.service.closeRead(readId);
    }
  }
}

/** What comes to lie in the place of a chunk. */
const CHUNKS: Readonly<Record<string, (name: string, loot: Loot, random: Random) => Buffer | null>> = {
  'chunk altered': (name, { chunks }, random) =>
    Buffer.from(mutatedBytes(new Uint8Array(chunks.get(name) ?? []), random)),
  'chunk of another document': (name, { chunks }, random) =>
    chunks.get(random.pick([...chunks.keys()].filter((other) => other !== name))) ?? null,
  'chunk of another client file': (_name, { foreign }) => foreign,
  'chunk taken away': () => null,
};

async function attackChunk(loot: Loot, random: Random, counts: Counts): Promise<void> {
  const { bench, chunks, contents } = loot;
  const name = random.pick(Object.keys(CHUNKS));
  const { content, bytes } = random.pick(contents);
  const chunk = random.pick(content.chunks);
  const put = CHUNKS[name]?.(chunk, loot, random) ?? null;
  const path = bench.pathOf(chunk);
  await (put === null ? rm(path) : writeFile(path, put));
  try {
    const saved = await bench.bytesOf(content).catch((error: unknown) => error);
    const told = saved instanceof MainFailure && saved.failure.code === 'attachmentDamaged';
    promise(
      told,
      () => `Accepted: ${name}; ${saved instanceof Error ? String(saved) : 'a document was saved'}`,
    );
    promise(
      !(await readdir(bench.folder)).some((file) => file.endsWith('.tmp')),
      'Something unfinished is left',
    );
    counts.add(name);
  } finally {
    await writeFile(path, chunks.get(chunk) ?? Buffer.alloc(0));
  }
  if (random.chance(0.05))
    promise((await bench.bytesOf(content)).equals(bytes), 'The whole document does not open');
}

/** Backups and documents in the hands of somebody without keys. */
export const tamperFiles: Row = {
  id: 'tamper.files',
  promise: 'Tampering is noticed',
  cases: 'altered backups and documents',
  short: { times: 300, seconds: 15 },
  long: { times: 20_000, seconds: 90 },
  lane: 'compute',
  disk: 'memory',
  async run(order) {
    const loot = await makeLoot(randomFrom(11));
    try {
      // What is there opens, or nothing would be shown by its not opening.
      for (const { path } of loot.made) promise(await isTaken(loot, path), 'A backup is not what it was');
      for (const { content, bytes } of loot.contents)
        promise((await loot.bench.bytesOf(content)).equals(bytes), 'A document is not what it was');
      return await eachCase(order, (random, counts, index) => {
        if (index % 50 === 7) return attackShelf(loot, counts);
        if (index % 10 === 3) return attackByComposing(loot, random, counts, order.scratch);
        return random.chance(0.5)
          ? attackBackup(loot, random, counts, order.scratch)
          : attackChunk(loot, random, counts);
      });
    } finally {
      await rm(loot.backups.folder, { recursive: true, force: true });
      await loot.bench.dispose();
    }
  },
};
