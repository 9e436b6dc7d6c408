import type { Language } from '#shared/domain/values.ts';
import { catalogues } from './catalogues.ts';
import { teach } from './translate.ts';

// Where nobody waits for the first picture, every language is known from the start: the main process, tests.
for (const [language, catalogue] of Object.entries(catalogues)) teach(language as Language, catalogue);
