import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import type { Letterhead } from '#shared/domain/practice.ts';

let last: Promise<unknown> = Promise.resolve();

/** Stores one line of the letterhead. One after another, since each writes the whole letterhead. */
export function storeLetterhead(field: keyof Letterhead, text: string): Promise<void> {
  const store = async (): Promise<void> => {
    const practice = await practiceQueries.get();
    if (practice) await practiceCommands.change({ letterhead: { ...practice.letterhead, [field]: text } });
  };
  const next = last.catch(() => undefined).then(store);
  last = next;
  return next;
}
