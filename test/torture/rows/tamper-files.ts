import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setUp, someKeys, type Bench } from '#main/services/attachments/testing.ts';
import { verifyContainer } from '#main/services/backup/container.ts';
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
  const names: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    backups.now += 60_000;
    names.push(
      (await backups.make({ records: someRecords(RECORDS + count, 400), reason: 'beforeDelete' })).fileName,
    );
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
  return { backups, made, bench, contents, chunks, foreign };
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

async function attackBackup(
  { backups, made }: Loot,
  random: Random,
  counts: Counts,
  scratch: string,
): Promise<void> {
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
      for (const { path } of loot.made) await verifyContainer(path, loot.backups.identity);
      for (const { content, bytes } of loot.contents)
        promise((await loot.bench.bytesOf(content)).equals(bytes), 'A document is not what it was');
      return await eachCase(order, (random, counts, index) => {
        if (index % 50 === 7) return attackShelf(loot, counts);
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
