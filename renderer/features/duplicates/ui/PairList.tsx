import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';
import { formatNumber } from '#shared/i18n/format.ts';

/** Lines shown at once. */
const PAGE = 100;

/** What can be said of a pair by one key. */
export interface PairAnswer<Value> {
  readonly id: string;
  readonly keys: string;
  readonly title: string;
  readonly run: (pair: Pair<Value>) => void;
}

interface PairListProps<Value> {
  readonly pairs: readonly Pair<Value>[];
  readonly keyOf: (pair: Pair<Value>) => string;
  /** Name of the list. */
  readonly label: string;
  /** What Enter does, in a word. */
  readonly enters: string;
  /** After each of them the pair is gone from the list. */
  readonly answers: readonly PairAnswer<Value>[];
  /** @param answer Gives an answer; the element says where the focus was. */
  readonly renderLine: (pair: Pair<Value>, answer: (id: string, from: Element) => void) => ReactElement;
}

/** The line goes: the focus moves to the next one, or to the one before. */
function passFocusOn(from: Element): void {
  const line = from.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector('a')?.focus();
}

/** Pairs that look like one, worked through by keys. */
export function PairList<Value>({
  pairs,
  keyOf,
  label,
  enters,
  answers,
  renderLine,
}: PairListProps<Value>): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [most, setMost] = useState(PAGE);
  const list = useListKeys(t('duplicates.title'));
  const shown = pairs.slice(0, most);
  const answer = (pair: Pair<Value>, id: string, from: Element): void => {
    passFocusOn(from);
    answers.find((one) => one.id === id)?.run(pair);
  };
  useCommands(
    answers.map(({ id, keys, title }) => ({
      id: `duplicates.${id}`,
      keys,
      title,
      group: t('duplicates.title'),
      writes: true,
      run: () => {
        const focused = document.activeElement;
        const lines = [...(list.current?.querySelectorAll('li') ?? [])];
        const pair = shown[lines.findIndex((one) => one.contains(focused))];
        if (pair && focused) answer(pair, id, focused);
      },
    })),
  );
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, px: 6, pb: 3, alignItems: 'center' }}>
        <Typography component="output" variant="body2">
          {t('duplicates.count', { count: pairs.length, number: formatNumber(pairs.length, language) })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'quiet', ml: 'auto' }}>
          <KeyHint keys="j" /> <KeyHint keys="k" /> {t('duplicates.keys.move')} · <KeyHint keys="enter" />{' '}
          {enters}
          {answers.map(({ id, keys, title }) => (
            <Fragment key={id}>
              {' '}
              · <KeyHint keys={keys} /> {title}
            </Fragment>
          ))}
        </Typography>
      </Box>
      <Box ref={list}>
        <Box
          component="ul"
          aria-label={label}
          sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'surface', borderBottom: 1, borderColor: 'line' }}
        >
          {shown.map((pair) => (
            <Fragment key={keyOf(pair)}>{renderLine(pair, (id, from) => answer(pair, id, from))}</Fragment>
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
