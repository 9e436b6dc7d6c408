import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { v4 } from 'uuid';
import { CHUNK_BYTES } from '#shared/formats/attachment-chunks.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import { concatBytes, toHex } from '#shared/lib/bytes.ts';

type AttachmentsChannel =
  `attachments.${'start' | 'part' | 'save' | 'read' | 'check' | 'outcome' | 'cancel'}`;
type Answers = {
  readonly [C in AttachmentsChannel]: (request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>>;
};

interface FakeImport {
  readonly namesKey: Uint8Array;
  readonly parts: Uint8Array[];
  /** Bytes still to come. */
  missing: number;
  /** Settles when all of them have come, or the import was cancelled. */
  readonly ended: Promise<'whole' | 'cancelled'>;
  readonly end: (how: 'whole' | 'cancelled') => void;
}

function ended() {
  let resolve: (how: 'whole' | 'cancelled') => void = () => undefined;
  const promise = new Promise<'whole' | 'cancelled'>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Names and hashes as main would make them; contents are kept by their hash. In the dialog the user changes their mind. */
export function fakeAttachments(): Answers {
  const imports = new Map<string, FakeImport>();
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  const outcomes = new Map<string, ResponseOf<'attachments.outcome'>>();

  const imported = ({ namesKey, parts }: FakeImport): ResponseOf<'attachments.outcome'> => {
    const whole = concatBytes(...parts);
    const chunks: string[] = [];
    for (let at = 0; at < whole.length; at += CHUNK_BYTES)
      chunks.push(toHex(hmac(sha256, namesKey, whole.subarray(at, at + CHUNK_BYTES))));
    contents.set(toHex(sha256(whole)), whole.slice());
    return { kind: 'imported', content: { size: whole.length, sha256: toHex(sha256(whole)), chunks } };
  };
  const jobWith = (outcome: ResponseOf<'attachments.outcome'>): string => {
    const jobId = v4();
    outcomes.set(jobId, outcome);
    return jobId;
  };

  return {
    'attachments.start': ({ keys, from }) => {
      if (from.way === 'dialog') return [];
      const jobId = v4();
      const { promise, resolve } = ended();
      imports.set(jobId, {
        namesKey: keys.names,
        parts: [],
        missing: from.size,
        ended: promise,
        end: resolve,
      });
      if (from.size === 0) resolve('whole');
      return [{ jobId, name: from.name, size: from.size }];
    },
    'attachments.part': ({ jobId, bytes }) => {
      const job = imports.get(jobId);
      if (job === undefined) return undefined;
      job.parts.push(bytes);
      job.missing -= bytes.length;
      if (job.missing <= 0) job.end('whole');
      return undefined;
    },
    'attachments.save': ({ name }) => ({
      jobId: jobWith({ kind: 'saved', fileName: name, folder: '/documents' }),
    }),
    'attachments.read': ({ content }) => ({ bytes: contents.get(content.sha256) ?? new Uint8Array() }),
    'attachments.check': () => {
      const none = { count: 0, bytes: 0 };
      return {
        jobId: jobWith({
          kind: 'checked',
          deep: true,
          missing: [],
          damaged: [],
          mended: [],
          orphans: none,
          removed: none,
        }),
      };
    },
    'attachments.outcome': async ({ jobId }) => {
      const started = imports.get(jobId);
      if (started) return (await started.ended) === 'whole' ? imported(started) : { kind: 'cancelled' };
      return outcomes.get(jobId) ?? { kind: 'cancelled' };
    },
    'attachments.cancel': ({ jobId }) => {
      imports.get(jobId)?.end('cancelled');
      return undefined;
    },
  };
}
