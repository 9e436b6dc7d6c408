import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRecordId } from '#shared/domain/ids.ts';
import { type AttachmentContent, chunkFolder } from '#shared/formats/attachment-chunks.ts';
import type { AttachmentOutcome } from '#shared/ipc/contract/attachments.ts';
import { fillFileAtomically } from '#main/lib/atomic-file.ts';
import { Attachments, type AttachmentsDeps } from './attachments.ts';
import { type CheckState, checkMemoryAt } from './check-state.ts';
import { type ChunkFiles, nodeChunkFiles } from './chunk-files.ts';
import { ChunkStore } from './chunk-store.ts';

/** A moment for clocks that stand still: well after every file that a test writes. */
export const LATER = Date.now() + 30 * 24 * 60 * 60_000;

/** Fresh keys, as the renderer would give them for a job; each call a copy of the same. */
export function someKeys() {
  const names = randomBytes(32);
  const chunks = randomBytes(32);
  return () => ({ names: Uint8Array.from(names), chunks: Uint8Array.from(chunks) });
}

/** The service over a real folder, with everything around it in the hands of the test. */
export interface Bench {
  readonly folder: string;
  readonly attachments: Attachments;
  readonly keys: ReturnType<typeof someKeys>;
  /** What the next dialogs answer. */
  chosen: readonly string[];
  target: string | null;
  unlocked: boolean;
  now: number;
  backups: ReadonlySet<string> | null;
  /** Folders of attachments beside backups. */
  copies: readonly string[];
  readonly progress: { jobId: string; done: number; total: number }[];
  /** Writes a file outside the vault and answers its path. */
  file(name: string, bytes: Uint8Array): Promise<string>;
  /** Imports bytes from a real file. */
  add(bytes: Uint8Array, keys?: ReturnType<typeof someKeys>): Promise<AttachmentContent>;
  /** Imports a real file; whatever becomes of it. */
  addFile(path: string, keys?: ReturnType<typeof someKeys>): Promise<AttachmentOutcome>;
  /** Saves a content to a file and answers its bytes. */
  bytesOf(content: AttachmentContent, keys?: ReturnType<typeof someKeys>): Promise<Buffer>;
  check(
    contents: readonly AttachmentContent[],
    more?: {
      occasion?: 'idle' | 'asked';
      keep?: readonly string[] | null;
      keys?: ReturnType<typeof someKeys>;
    },
  ): Promise<Extract<AttachmentOutcome, { kind: 'checked' }>>;
  memory(): Promise<CheckState>;
  pathOf(name: string): string;
  /** Every file in the folder of attachments, by name. */
  stored(): Promise<string[]>;
  dispose(): Promise<void>;
}

/** Sets up the service in a new temporary folder. */
export async function setUp({
  files = nodeChunkFiles,
  deps = {},
}: { files?: ChunkFiles; deps?: Partial<AttachmentsDeps> } = {}): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-attachments-'));
  const vault = join(folder, 'attachments');
  const memory = checkMemoryAt(join(folder, 'check.json'));
  const attachments = new Attachments({
    store: new ChunkStore(vault, files),
    memory,
    clock: { now: () => bench.now },
    isUnlocked: () => bench.unlocked,
    chooseFiles: async () => bench.chosen,
    chooseTarget: async () => bench.target,
    fill: fillFileAtomically,
    onProgress: (progress) => bench.progress.push(progress),
    namedByBackups: async () => bench.backups,
    copies: async () => bench.copies.map((path) => new ChunkStore(path)),
    ...deps,
  });
  let made = 0;
  const bench: Bench = {
    folder,
    attachments,
    keys: someKeys(),
    chosen: [],
    target: null,
    unlocked: true,
    now: LATER,
    backups: new Set(),
    copies: [],
    progress: [],
    async file(name, bytes) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    },
    async addFile(path, keys = bench.keys) {
      bench.chosen = [path];
      const [job] = await attachments.start({ keys: keys(), from: { way: 'dialog' } });
      return attachments.outcome(job?.jobId ?? '');
    },
    async add(bytes, keys = bench.keys) {
      const outcome = await bench.addFile(await bench.file(`source-${String((made += 1))}`, bytes), keys);
      if (outcome.kind !== 'imported') throw new Error(outcome.kind);
      return outcome.content;
    },
    async bytesOf(content, keys = bench.keys) {
      bench.target = join(folder, `target-${String((made += 1))}`);
      const { jobId } = await attachments.save({ keys: keys(), name: 'Contract.pdf', content });
      await attachments.outcome(jobId ?? '');
      return readFile(bench.target);
    },
    async check(contents, { occasion = 'asked', keep = [], keys = bench.keys } = {}) {
      const own = contents.map((content) => ({ id: newRecordId(), content }));
      const checked = [{ keys: keys(), attachments: own }];
      const { jobId } = attachments.check({ occasion, files: checked, keep: keep && [...keep] });
      const outcome = await attachments.outcome(jobId);
      if (outcome.kind !== 'checked') throw new Error(outcome.kind);
      return outcome;
    },
    memory: () => memory.read(),
    pathOf: (name) => join(vault, chunkFolder(name), name),
    stored: async () =>
      (await readdir(vault, { recursive: true, withFileTypes: true }).catch(() => []))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .toSorted(),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
  return bench;
}
