import { useMemo } from 'react';
import { useLanguage } from '#renderer/lib/language.ts';
import { collator } from '#shared/i18n/format.ts';
import { useClients } from './client-hooks.ts';

/** The tags, names and groups that clients have, in the order of the alphabet. */
export interface KnownValues {
  readonly tags: readonly string[];
  readonly responsible: readonly string[];
  readonly groups: readonly string[];
}

/** What clients are told apart by in words of the user's own. */
export function useKnownValues(): KnownValues {
  const clients = useClients();
  const language = useLanguage();
  return useMemo(() => {
    const { compare } = collator(language);
    const sorted = (values: readonly string[]): readonly string[] =>
      [...new Set(values)].filter((value) => value !== '').toSorted(compare);
    const all = clients ?? [];
    return {
      tags: sorted(all.flatMap(({ tags }) => tags)),
      responsible: sorted(all.map(({ responsible }) => responsible)),
      groups: sorted(all.map(({ group }) => group)),
    };
  }, [clients, language]);
}
