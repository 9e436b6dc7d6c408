import { SealBrokenError } from '#shared/crypto/aead.ts';
import type { Stored } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { keysToReadWith } from './keys-to-read.ts';
import { inStore, isStoreThere, look } from './look.ts';
import { Gate, pagesOf } from './reader.ts';
import { sifted } from './sieve.ts';
import type { StoreAnswer, StoreRequest } from './store-protocol.ts';
import { Sealer } from './unseal.ts';

/** Rows read at a time. */
const PAGE = 500;

const tell = (answer: StoreAnswer): void => self.postMessage(answer, { transfer: [] });

async function sift({ table, fields, where, keys }: Extract<StoreRequest, { type: 'sift' }>): Promise<void> {
  if (!(await isStoreThere())) return tell({ type: 'lost' });
  await inStore(async (store) => {
    const sealer = new Sealer(keys.vaultId, keysToReadWith(keys));
    const kind = kindOf(table);
    const sieve = { fields: fields as (keyof Stored<unknown>)[], where };
    try {
      for await (const page of pagesOf(store, sealer, () => undefined, {
        kind,
        size: PAGE,
        gate: new Gate(),
      })) {
        const records = sifted(page, sieve);
        if (records.length > 0) tell({ type: 'records', records });
      }
      tell({ type: store.held ? 'end' : 'lost' });
    } catch (error) {
      if (store.held) throw error;
      tell({ type: 'lost' });
    }
  });
}

/** Takes one request, answers it, and is then thrown away with all its memory. */
async function answered(request: StoreRequest): Promise<void> {
  try {
    if (request.type === 'look') tell({ type: 'looked', looked: await look() });
    else await sift(request);
  } catch (error) {
    tell(error instanceof SealBrokenError ? { type: 'broken' } : { type: 'failed', error: String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<StoreRequest>) => void answered(data));
