import { useLiveQuery } from 'dexie-react-hooks';
import { registerViewRecord, type RegisterLook, type RegisterView } from '#shared/domain/register-view.ts';
import { LastAnswer, vault } from '#renderer/db/index.ts';

/** The views kept under a name, and how the register was left; null: it never was. */
export interface KeptViews {
  readonly named: readonly RegisterView[];
  readonly left: RegisterLook | null;
}

async function keptViews(): Promise<KeptViews> {
  const all = await vault().all(registerViewRecord);
  return {
    named: all.filter(({ name }) => name !== ''),
    left: all.findLast(({ name }) => name === '') ?? null,
  };
}

/** What is kept of looking at the register, as far as it was read ahead of the register. */
export const lastViews = new LastAnswer(['registerViews'], keptViews);

/** What is kept of looking at the register; undefined while it loads. */
export const useRegisterViews = (): KeptViews | undefined =>
  useLiveQuery(() => keptViews(), [], lastViews.known());
