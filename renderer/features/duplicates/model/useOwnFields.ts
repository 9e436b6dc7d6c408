import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { OwnFields } from './fields.ts';

/** The practice's own fields, with the names of the people that they point to in two files. */
export function useOwnFields(one: FileId, other: FileId): OwnFields {
  const { t } = useTranslation();
  const language = useLanguage();
  const practice = usePractice();
  const [mine, theirs] = [usePartiesOf(one), usePartiesOf(other)];
  return useMemo(() => {
    const people = new Map([...(mine ?? []), ...(theirs ?? [])].map(({ id, name }) => [id as string, name]));
    return {
      fields: practice?.customFields[practice.kind] ?? [],
      words: {
        language,
        yes: t('register.yes'),
        no: t('register.no'),
        partyName: (id) => people.get(id),
      },
    };
  }, [practice, mine, theirs, language, t]);
}
