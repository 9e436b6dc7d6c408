import { randomUUID } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { encodeEnd, encodeStart, isContentBlock } from '#shared/formats/backup.ts';
import type { BackupEnd, BackupManifest, BackupStart } from '#shared/formats/backup-manifest.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { fault } from '#shared/lib/fault.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { asFailure } from '#main/lib/system-error.ts';
import { type ContainerWriter, createContainer, verifyContainer } from './container.ts';
import type { Place } from './places.ts';
import { backupFileName } from './set-index.ts';
import { Sink } from './sink.ts';

/** A place in which a backup is being written, or why it is not. */
interface Target {
  readonly place: Place;
  sink: Sink | null;
  failure: unknown;
}

/** How writing to one place ended. */
export type Written =
  /** The file lies there complete and proven, under its temporary name. */
  | { readonly place: Place; readonly sink: Sink; readonly size: number; readonly manifest: BackupManifest }
  | { readonly place: Place; readonly sink: null; readonly failure: unknown };

/** One backup while it is being made: one container, written to several places at once. A failing place holds up no other. */
export class BackupJob {
  readonly jobId = randomUUID();
  readonly fileName: string;
  readonly start: BackupStart;
  readonly #container: ContainerWriter;
  readonly #targets: readonly Target[];
  /** Opens this one backup, is known to nobody else and kept nowhere: with it main reads back what it wrote. */
  readonly #identity: string;
  readonly #pumping: Promise<number>;
  readonly #cancelled = new AbortController();
  #end: BackupEnd | null = null;

  private constructor(
    start: BackupStart,
    container: ContainerWriter,
    identity: string,
    targets: readonly Target[],
  ) {
    this.start = start;
    this.fileName = backupFileName(start.madeAt, start.reason);
    this.#container = container;
    this.#identity = identity;
    this.#targets = targets;
    this.#pumping = this.#pump();
    this.#pumping.catch(() => undefined);
  }

  /** Begins a backup in each of the places. */
  static async begin(
    start: BackupStart,
    recipients: readonly string[],
    places: readonly Place[],
  ): Promise<BackupJob> {
    const identity = await generateX25519Identity();
    const container = await createContainer([...recipients, await identityToRecipient(identity)]);
    const fileName = backupFileName(start.madeAt, start.reason);
    const targets: Target[] = [];
    for (const place of places) targets.push(await openTarget(place, fileName));
    const job = new BackupJob(start, container, identity, targets);
    await container.write(encodeStart(start));
    return job;
  }

  /** Adds a block of records. Throws `refused` when it is anything else. */
  async add(block: Uint8Array): Promise<void> {
    if (this.#end !== null || !isContentBlock(block)) throw new MainFailure('refused');
    await this.#container.write(block);
  }

  /**
   * Takes what the renderer says it sent. No more is to come.
   * @returns What the backup will say of itself, to be sealed.
   */
  end(end: BackupEnd): BackupManifest {
    this.#end = end;
    return { ...this.start, ...end };
  }

  /**
   * Writes the end with its seal, then opens and reads back each file and compares it with what the renderer says it sent.
   * Throws when it was cancelled.
   */
  async finish(mac: string): Promise<readonly Written[]> {
    if (this.#end === null) throw new MainFailure('refused');
    const end = { ...this.#end, mac };
    await this.#container.write(encodeEnd(end));
    await this.#container.close();
    const size = await this.#pumping;
    const written: Written[] = [];
    for (const target of this.#targets) {
      written.push(await this.#prove(target, end, size));
      if (this.#cancelled.signal.aborted) throw new MainFailure('refused');
    }
    return written;
  }

  /** Makes {@link finish} end without a backup, as long as it has not proven every file. */
  cancel(): void {
    this.#cancelled.abort();
  }

  /** What the renderer says it sent; empty before. */
  get counts(): BackupEnd['counts'] {
    return this.#end?.counts ?? {};
  }

  /** Gives up and leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.#container.abort().catch(() => undefined);
    await this.#pumping.catch(() => undefined);
    for (const { sink } of this.#targets) await sink?.discard();
  }

  async #prove(target: Target, end: BackupEnd, size: number): Promise<Written> {
    const { place, sink } = target;
    if (sink !== null) {
      try {
        await sink.settle();
        const manifest = await verifyContainer(sink.path, this.#identity, this.#cancelled.signal);
        if (canonicalJson(manifest) !== canonicalJson({ ...this.start, ...end })) {
          throw new Error('What lies on the disk is not what was sent');
        }
        await fault('backup.verified');
        return { place, sink, size, manifest };
      } catch (error) {
        await drop(target, error);
      }
    }
    return { place, sink: null, failure: target.failure };
  }

  /** Takes the container's bytes to every place, in step. Goes on without those that fail. */
  async #pump(): Promise<number> {
    let size = 0;
    for await (const bytes of this.#container.encrypted) {
      size += bytes.length;
      await Promise.all(
        this.#targets.map(async (target) => {
          try {
            await target.sink?.write(bytes);
          } catch (error) {
            await drop(target, error);
          }
        }),
      );
    }
    return size;
  }
}

async function openTarget(place: Place, fileName: string): Promise<Target> {
  try {
    return { place, sink: await Sink.create(place.folder, fileName), failure: null };
  } catch (error) {
    return { place, sink: null, failure: asFailure(error, place.folder) };
  }
}

async function drop(target: Target, error: unknown): Promise<void> {
  target.failure = asFailure(error, target.sink?.path ?? target.place.folder);
  const { sink } = target;
  target.sink = null;
  await sink?.discard();
}
