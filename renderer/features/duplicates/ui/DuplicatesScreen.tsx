import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicateCommands } from '#renderer/entities/duplicate/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useDuplicates } from '../model/useDuplicates.ts';
import { DuplicatesTabs } from './DuplicatesTabs.tsx';
import { EarlierMerges } from './EarlierMerges.tsx';
import { PairLine } from './PairLine.tsx';
import { PairList } from './PairList.tsx';

/** Clients that look like one, to be made one or kept apart. */
export function DuplicatesScreen(): ReactElement {
  const { t } = useTranslation();
  const pairs = useDuplicates();
  return (
    <>
      <ScreenHeader title={t('duplicates.title')} meta={t('duplicates.meta')} />
      <DuplicatesTabs now="clients" />
      {pairs === undefined && (
        <Typography role="status" sx={{ px: 6, color: 'quiet' }}>
          {t('duplicates.looking')}
        </Typography>
      )}
      {pairs?.length === 0 && (
        <EmptyState title={t('duplicates.empty.title')} text={t('duplicates.empty.text')} />
      )}
      {pairs && pairs.length > 0 && (
        <PairList
          pairs={pairs}
          keyOf={({ one, other }) => `${one.fileId} ${other.fileId}`}
          label={t('duplicates.list')}
          enters={t('duplicates.keys.compare')}
          answers={[
            {
              id: 'apart',
              keys: 'n',
              title: t('duplicates.apart'),
              run: ({ one, other }) =>
                doUndoably(
                  () => duplicateCommands.keepApart(one.fileId, other.fileId),
                  t('duplicates.keptApart', { one: one.name, other: other.name }),
                  t,
                ),
            },
          ]}
          renderLine={(pair, answer) => <PairLine pair={pair} onApart={(from) => answer('apart', from)} />}
        />
      )}
      <EarlierMerges />
    </>
  );
}
