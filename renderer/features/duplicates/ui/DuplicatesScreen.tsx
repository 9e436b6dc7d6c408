import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicateCommands } from '#renderer/entities/duplicate/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useDuplicates } from '../model/useDuplicates.ts';
import { EarlierMerges } from './EarlierMerges.tsx';
import { PairLine } from './PairLine.tsx';

/** Lines shown at once. */
const PAGE = 100;

const keyOf = ({ one, other }: Pair<Client>): string => `${one.fileId} ${other.fileId}`;

/** The line goes: the focus moves to the next one, or to the one before. */
function passFocusOn(from: Element): void {
  const line = from.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector('a')?.focus();
}

function Pairs({ pairs }: { readonly pairs: readonly Pair<Client>[] }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [most, setMost] = useState(PAGE);
  const list = useListKeys(t('duplicates.title'));
  const shown = pairs.slice(0, most);
  const apart = (pair: Pair<Client>, from: Element): void => {
    passFocusOn(from);
    const { one, other } = pair;
    doUndoably(
      () => duplicateCommands.keepApart(one.fileId, other.fileId),
      t('duplicates.keptApart', { one: one.name, other: other.name }),
      t,
    );
  };
  useCommands([
    {
      id: 'duplicates.apart',
      keys: 'n',
      title: t('duplicates.apart'),
      group: t('duplicates.title'),
      writes: true,
      run: () => {
        const focused = document.activeElement;
        const lines = [...(list.current?.querySelectorAll('li') ?? [])];
        const pair = shown[lines.findIndex((line) => line.contains(focused))];
        if (pair && focused) apart(pair, focused);
      },
    },
  ]);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, px: 6, pb: 3, alignItems: 'center' }}>
        <Typography component="output" variant="body2">
          {t('duplicates.count', { count: pairs.length, number: formatNumber(pairs.length, language) })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'quiet', ml: 'auto' }}>
          <KeyHint keys="j" /> <KeyHint keys="k" /> {t('duplicates.keys.move')} · <KeyHint keys="enter" />{' '}
          {t('duplicates.keys.compare')} · <KeyHint keys="n" /> {t('duplicates.keys.apart')}
        </Typography>
      </Box>
      <Box ref={list}>
        <Box
          component="ul"
          aria-label={t('duplicates.list')}
          sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'surface', borderBottom: 1, borderColor: 'line' }}
        >
          {shown.map((pair) => (
            <PairLine key={keyOf(pair)} pair={pair} onApart={(from) => apart(pair, from)} />
          ))}
        </Box>
      </Box>
      {pairs.length > most && (
        <Box sx={{ px: 6, py: 4 }}>
          <Button onClick={() => setMost((before) => before + PAGE)}>{t('duplicates.more')}</Button>
        </Box>
      )}
    </>
  );
}

/** Clients that look like one, to be made one or kept apart. */
export function DuplicatesScreen(): ReactElement {
  const { t } = useTranslation();
  const pairs = useDuplicates();
  return (
    <>
      <ScreenHeader title={t('duplicates.title')} meta={t('duplicates.meta')} />
      {pairs === undefined && (
        <Typography role="status" sx={{ px: 6, color: 'quiet' }}>
          {t('duplicates.looking')}
        </Typography>
      )}
      {pairs?.length === 0 && (
        <EmptyState title={t('duplicates.empty.title')} text={t('duplicates.empty.text')} />
      )}
      {pairs && pairs.length > 0 && <Pairs pairs={pairs} />}
      <EarlierMerges />
    </>
  );
}
