import type { TFunction } from 'i18next';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { audit, vault, type Version } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { markRestored } from '#renderer/lib/restored.ts';
import { doUndoably } from './turn-back.ts';

async function putBack({ of, table, fileId, body }: Version<unknown>): Promise<number | null> {
  // What is typed and not yet stored would be stored over what comes back.
  await flushAll();
  const kind = kindOf(table);
  const action = await vault().act(
    async (change) => {
      const now = await change.get(kind, of);
      const put = now && kind.comeBack ? kind.comeBack(body, now) : body;
      change.put(kind, { id: of, fileId: now?.fileId ?? fileId }, put);
      await audit(change, 'broughtBack', { table, fileId });
    },
    { name: 'bringBack' },
  );
  markRestored([of]);
  return action;
}

/** Makes a record what a version of it says, or puts a removed one back. The user is told, with the way to undo it. */
export const bringBack = (version: Version<unknown>, text: string, t: TFunction): void =>
  doUndoably(() => putBack(version), text, t);
