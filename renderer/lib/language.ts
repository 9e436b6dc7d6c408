import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/values.ts';

/** The language the user interface speaks now. */
export const useLanguage = (): Language => useTranslation().i18n.language as Language;
