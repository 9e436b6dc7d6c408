import type { Language } from '#shared/domain/values.ts';
import { catalogue as cs } from './cs/index.ts';
import { catalogue as en } from './en/index.ts';
import { catalogue as pl } from './pl/index.ts';
import { catalogue as ru } from './ru/index.ts';

/** Texts of every language. English is the one the types are read from. */
export const catalogues = { en, cs, pl, ru } as const satisfies Record<Language, object>;
export type Catalogue = typeof en;
