import type { FileId } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { fromHex, fromUtf8, toHex, utf8 } from '#shared/lib/bytes.ts';
import { IndexSeal, type SealMaterial } from './index-seal.ts';
import { type PartStorage, useIndexStorage, type UseStorage } from './index-storage.ts';
import { LazyLists, placeOf } from './lazy-lists.ts';
import { pageBetween, pageStarts } from './pages.ts';
import type { Segment } from './segment.ts';
import { PIECE, pieceKey, readPieces, readRun, type Run, writePieces, writeRun } from './sealed-run.ts';
import {
  groupsOf,
  LIST_PARTS,
  LISTS,
  type NumberPart,
  type PageStarts,
  partBytes,
  partLengths,
  type PartLengths,
  segmentOf,
} from './segment-parts.ts';

/** A segment as it is kept, with what else was made of its records. */
export interface KeptSegment {
  /** Its client files have the numbers that they have in `files`. */
  readonly segment: Segment;
  readonly files: readonly FileId[];
  /** By document: 1 when it is not there any more. */
  readonly gone: Uint8Array;
  readonly extras: Readonly<Record<string, Uint8Array>>;
}

/** A segment that was kept. What is large of it is read when it is wanted. */
export interface LoadedSegment extends Omit<KeptSegment, 'extras'> {
  /** Reads the lists of the segment: there are none until they were read. */
  readonly lists: Pick<LazyLists, 'read' | 'readAll'>;
  readonly extras: () => Promise<KeptSegment['extras']>;
}

/** A segment that is to be kept. */
export interface SegmentToKeep {
  /** Stands for the segment, and never for another one. */
  readonly identity: object;
  /** By document, as it is now: 1 when it is not there any more. */
  readonly gone: Uint8Array;
  /** Asked for only when the segment was not kept before. */
  readonly content: () => Omit<KeptSegment, 'gone'>;
}

/** What was kept. */
export interface KeptIndex {
  /** Where the vault stood. */
  readonly head: JournalHead;
  readonly segments: readonly LoadedSegment[];
}

interface Listed {
  readonly id: string;
  readonly files: readonly FileId[];
  readonly lengths: PartLengths;
  /** Which numbers lie together. */
  readonly groups: readonly (readonly NumberPart[])[];
  readonly starts: PageStarts;
  /** How many bytes each of the extras has. */
  readonly extras: Readonly<Record<string, number>>;
  /** One bit a document, in hexadecimal digits. */
  readonly gone: string;
}

interface List {
  readonly seq: number;
  readonly hash: string;
  readonly segments: readonly Listed[];
}

const LIST = 'list';
const ID_BYTES = 16;
/** What the numbers of a segment lie under; its lists and extras lie under their names. */
const NUMBERS = 'numbers';

/** Something was erased while the index was written. */
class OutdatedError extends Error {
  constructor() {
    super('What is written is out of date');
    this.name = 'OutdatedError';
  }
}

function bitsOf(gone: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(gone.length / 8));
  gone.forEach((is, doc) => {
    bits[doc >> 3] = (bits[doc >> 3] ?? 0) | (is << (doc & 7));
  });
  return bits;
}

function fromBits(bits: Uint8Array, count: number): Uint8Array {
  const gone = new Uint8Array(count);
  for (let doc = 0; doc < count; doc += 1) gone[doc] = ((bits[doc >> 3] ?? 0) >> (doc & 7)) & 1;
  return gone;
}

/** Where the lists of a segment are cut into pages when it is kept. */
const startsIn = (segment: Segment): PageStarts => {
  const starts = LIST_PARTS.map((part) => [part, pageStarts(segment[part], segment[LISTS[part]], PIECE)]);
  return Object.fromEntries(starts) as PageStarts;
};

/** Reads the numbers of a segment. Rejects when something is missing or does not open. */
async function readNumbers(run: Run, { lengths, groups, starts }: Listed): Promise<Segment> {
  const bytes: ArrayBuffer[] = [];
  const pieces = groups.map((_, group) => ({
    key: pieceKey(run, group),
    take: (opened: ArrayBuffer): void => {
      bytes[group] = opened;
    },
  }));
  await readPieces(run, pieces);
  return segmentOf(groups, lengths, bytes, starts);
}

/** Where what is written goes, and what says that it still may. */
interface Writing {
  readonly storage: PartStorage;
  readonly seal: IndexSeal;
  readonly current: () => void;
}

/**
 * Keeps the index on the disk, sealed. Segments never change, so each is written once; a sealed list says which of them
 * count and where the vault stood, and is written last: what a crash leaves of a write is of no account.
 */
export class IndexKeeper {
  readonly #vaultId: string;
  readonly #use: UseStorage;
  /** Under which id a segment is on the disk. */
  #ids = new WeakMap<object, Listed>();
  /** Rises with each erasure: what is being written then must not be finished. */
  #generation = 0;
  #turns: Promise<unknown> = Promise.resolve();

  constructor(vaultId: string, use: UseStorage = useIndexStorage) {
    this.#vaultId = vaultId;
    this.#use = use;
  }

  /** Says which object stands for a segment that was kept. */
  recognise(kept: LoadedSegment, identity: object): void {
    const listed = this.#ids.get(kept);
    if (listed) this.#ids.set(identity, listed);
  }

  /** Reads what was kept, but what is large of it; null when there is nothing, or it does not open. */
  load(material: SealMaterial): Promise<KeptIndex | null> {
    return this.#inTurn(() => this.#use((storage) => this.#loaded(storage, material))).catch(() => null);
  }

  /** Writes what is not on the disk yet. Rejects when it could not: then what was kept before counts. */
  save(material: SealMaterial, head: JournalHead, segments: readonly SegmentToKeep[]): Promise<void> {
    const generation = this.#generation;
    return this.#inTurn(() =>
      this.#use((storage) => this.#saved({ storage, generation }, material, head, segments)),
    );
  }

  /** Deletes all that was kept, and what is just being written. */
  async clear(): Promise<void> {
    this.#generation += 1;
    this.#ids = new WeakMap();
    await this.#inTurn(() => this.#use((storage) => storage.clear()));
  }

  async #loaded(storage: PartStorage, material: SealMaterial): Promise<KeptIndex | null> {
    const sealed = await storage.get(LIST);
    if (!sealed) return null;
    const seal = new IndexSeal(this.#vaultId, material);
    const opened = await seal.open(await seal.listKey(), LIST, sealed);
    const { seq, hash, segments } = JSON.parse(fromUtf8(new Uint8Array(opened))) as List;
    const kept: LoadedSegment[] = [];
    for (const listed of segments) kept.push(await this.#segment(storage, seal, listed));
    return { head: { seq, hash: fromHex(hash) }, segments: kept };
  }

  async #segment(storage: PartStorage, seal: IndexSeal, listed: Listed): Promise<LoadedSegment> {
    const { id, files, extras, gone } = listed;
    const key = await seal.segmentKey(id, files);
    const run = (name: string) => ({ seal, key, place: `${id}/${name}` });
    const segment = await readNumbers({ ...run(NUMBERS), storage }, listed);
    const lists = new LazyLists(segment, { seal, key, place: id }, this.#use);
    const read = (from: PartStorage) =>
      Promise.all(
        Object.entries(extras).map(
          async ([name, size]) => [name, await readRun({ ...run(name), storage: from }, size)] as const,
        ),
      );
    const kept: LoadedSegment = {
      segment,
      files,
      gone: fromBits(fromHex(gone), segment.kinds.length),
      lists,
      extras: async () => Object.fromEntries(await this.#use(read)),
    };
    this.#ids.set(kept, listed);
    return kept;
  }

  async #saved(
    { storage, generation }: { readonly storage: PartStorage; readonly generation: number },
    material: SealMaterial,
    { seq, hash }: JournalHead,
    segments: readonly SegmentToKeep[],
  ): Promise<void> {
    const seal = new IndexSeal(this.#vaultId, material);
    const current = (): void => {
      if (generation !== this.#generation) throw new OutdatedError();
    };
    const listed: Listed[] = [];
    for (const { identity, gone, content } of segments) {
      const known = this.#ids.get(identity);
      const written = known ?? (await this.#written({ storage, seal, current }, content()));
      listed.push({ ...written, gone: toHex(bitsOf(gone)) });
      this.#ids.set(identity, written);
    }
    const list: List = { seq, hash: toHex(hash), segments: listed };
    const sealed = await seal.seal(await seal.listKey(), LIST, Uint8Array.from(utf8(JSON.stringify(list))));
    const counting = new Set(listed.map(({ id }) => id));
    current();
    await storage.settle(LIST, sealed, (key) => counting.has(key.split('/')[0] ?? ''));
    current();
  }

  async #written(
    { storage, seal, current }: Writing,
    { segment, files, extras }: Omit<KeptSegment, 'gone'>,
  ): Promise<Listed> {
    const id = toHex(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
    const key = await seal.segmentKey(id, files);
    const run = (place: string): Run => ({ storage, seal, key, place });
    const lengths = partLengths(segment);
    const groups = groupsOf(lengths, PIECE);
    const numbers = groups.map((parts) => partBytes(segment, parts));
    await writePieces(run(`${id}/${NUMBERS}`), numbers, current);
    const starts = startsIn(segment);
    for (const part of LIST_PARTS) {
      const own = starts[part];
      const pages = own.slice(1).map((to, page) => pageBetween(segment[part], own[page] ?? 0, to));
      await writePieces(run(placeOf(id, part)), pages, current);
    }
    for (const [name, bytes] of Object.entries(extras)) await writeRun(run(`${id}/${name}`), bytes, current);
    const sizes = Object.entries(extras).map(([name, { length }]) => [name, length]);
    return { id, files, lengths, groups, starts, extras: Object.fromEntries(sizes), gone: '' };
  }

  /** One work at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => undefined);
    return turn;
  }
}
