import { practiceCommands } from '#renderer/entities/practice/index.ts';
import type { Letterhead } from '#shared/domain/practice.ts';

/** Stores one line of the letterhead. */
export const storeLetterhead = (field: keyof Letterhead, text: string): Promise<void> =>
  practiceCommands.change(({ letterhead }) => ({ letterhead: { ...letterhead, [field]: text } }));
