import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import type { ImportPlan } from '#renderer/operations/import/run-import.ts';
import { backToColumns, run, useFlow } from '../model/flow.ts';
import { recognisedIn } from '../model/recognised.ts';
import { Duplicates } from './Duplicates.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { useHeadingFocus } from './useHeadingFocus.ts';

/** What will happen: new ones, those that are there, what is not understood. */
export function Review({ plan }: { readonly plan: ImportPlan }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const documents = usePractice()?.language ?? language;
  const { rule, single } = useFlow();
  const heading = useHeadingFocus();
  const { rows, problems } = plan;
  const recognised = recognisedIn(plan);
  const fresh = rows.length - recognised.length;
  const bad = new Set(problems.filter(({ fatal }) => fatal).map(({ row }) => row)).size;
  const parts = problems.filter(({ fatal }) => !fatal).length;
  const wanted = fresh + recognised.filter(({ row }) => (single.get(row) ?? rule) !== 'skip').length;
  const count = (value: number) => ({ count: value, number: formatNumber(value, language) });
  const facts = [
    (fresh > 0 || recognised.length === 0) && t('imports.review.new', count(fresh)),
    recognised.length > 0 && t('imports.review.there', count(recognised.length)),
    bad > 0 && t('imports.review.bad', count(bad)),
    parts > 0 && t('imports.review.notes', count(parts)),
  ].filter((fact) => typeof fact === 'string');
  const start = (): void => {
    if (wanted > 0) run(documents);
  };
  useCommands([
    {
      id: 'import.run',
      title: t('imports.review.run'),
      group: t('imports.title'),
      keys: 'mod+enter',
      writes: true,
      run: start,
    },
    { id: 'import.back', title: t('imports.review.back'), group: t('imports.title'), run: backToColumns },
  ]);
  return (
    <Box sx={{ display: 'grid', gap: 6 }}>
      <Box>
        <Typography ref={heading} variant="h2" tabIndex={-1}>
          {t('imports.review.title')}
        </Typography>
        <Typography>{rows.length === 0 ? t('imports.review.nothing') : facts.join(' · ')}</Typography>
        {problems.some(({ reason }) => reason === 'noClient') && (
          <Typography>{t('imports.review.noFile')}</Typography>
        )}
      </Box>
      {recognised.length > 0 && <Duplicates rows={recognised} />}
      {problems.length > 0 && <ProblemTable problems={problems} />}
      {wanted === 0 && rows.length > 0 && (
        <Typography component="output">{t('imports.review.allSkipped')}</Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Writes>
          <Button variant="contained" color="primary" onClick={start} disabled={wanted === 0}>
            {wanted === 0 ? t('imports.review.run') : t('imports.review.runCount', count(wanted))}
            <KeyHint keys="mod+enter" />
          </Button>
        </Writes>
        <Button onClick={backToColumns}>{t('imports.review.back')}</Button>
      </Box>
    </Box>
  );
}
