import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import type { ImportOutcome } from '#renderer/operations/import/run-import.ts';
import type { Problem } from '#renderer/operations/import/row-reader.ts';
import { startOver } from '../model/flow.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { TakeBack } from './TakeBack.tsx';
import { useHeadingFocus } from './useHeadingFocus.ts';

const COUNTED = ['added', 'updated', 'skipped', 'failed'] as const;

interface ReportProps {
  readonly outcome: ImportOutcome;
  readonly problems: readonly Problem[];
}

/** What came of the import. */
export function Report({ outcome, problems }: ReportProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const heading = useHeadingFocus();
  const facts = COUNTED.filter((what) => outcome[what] > 0).map((what) =>
    t(`imports.done.${what}`, { count: outcome[what], number: formatNumber(outcome[what], language) }),
  );
  return (
    <Box sx={{ display: 'grid', gap: 6 }}>
      <Box>
        <Typography ref={heading} variant="h2" tabIndex={-1}>
          {t('imports.done.title')}
        </Typography>
        <Typography>{facts.join(' · ') || t('imports.done.nothing')}</Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" color="primary" onClick={() => void navigate(routes.clients)}>
          {t('imports.done.open')}
        </Button>
        {outcome.id !== null && (
          <Writes>
            <TakeBack importId={outcome.id} label={t('imports.done.undo')} />
          </Writes>
        )}
        <Button onClick={startOver}>{t('imports.done.again')}</Button>
      </Box>
      {problems.length > 0 && <ProblemTable problems={problems} />}
    </Box>
  );
}
