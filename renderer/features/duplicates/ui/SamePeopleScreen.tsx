import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicateCommands } from '#renderer/entities/duplicate/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { type Person, refOf } from '#renderer/operations/duplicates/find.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';
import { useSamePeople } from '../model/useSamePeople.ts';
import { DuplicatesTabs } from './DuplicatesTabs.tsx';
import { PairList } from './PairList.tsx';
import { PersonLine } from './PersonLine.tsx';

/** People of different files who look like one person, to be linked or told apart. */
export function SamePeopleScreen(): ReactElement {
  const { t } = useTranslation();
  const found = useSamePeople();
  const answer =
    (command: 'samePerson' | 'otherPerson', said: 'linked' | 'toldApart') =>
    ({ one, other }: Pair<Person>): void =>
      doUndoably(
        () => duplicateCommands[command](refOf(one), refOf(other)),
        t(`duplicates.people.${said}`, { one: one.name, other: other.name }),
        t,
      );
  return (
    <>
      <ScreenHeader title={t('duplicates.title')} meta={t('duplicates.people.meta')} />
      <DuplicatesTabs now="people" />
      {found === undefined && (
        <Typography role="status" sx={{ px: 6, color: 'quiet' }}>
          {t('duplicates.people.looking')}
        </Typography>
      )}
      {found?.pairs.length === 0 && (
        <EmptyState title={t('duplicates.people.empty.title')} text={t('duplicates.people.empty.text')} />
      )}
      {found && found.pairs.length > 0 && (
        <PairList
          pairs={found.pairs}
          keyOf={({ one, other }) => `${one.id} ${other.id}`}
          label={t('duplicates.people.list')}
          enters={t('duplicates.people.open')}
          answers={[
            {
              id: 'same',
              keys: 's',
              title: t('duplicates.people.same'),
              run: answer('samePerson', 'linked'),
            },
            {
              id: 'other',
              keys: 'n',
              title: t('duplicates.people.other'),
              run: answer('otherPerson', 'toldApart'),
            },
          ]}
          renderLine={(pair, say) => (
            <PersonLine
              pair={pair}
              clientNames={found.clientNames}
              onAnswer={(same, from) => say(same ? 'same' : 'other', from)}
            />
          )}
        />
      )}
    </>
  );
}
