import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConflictResult } from '#renderer/operations/conflicts/conflict-search.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { KeptLine } from '#renderer/ui/KeptLine.tsx';
import { decided, startOver, useCurrentCheck } from '../model/current-check.ts';
import { useKeptCheck } from '../model/use-kept-check.ts';
import { searchedText } from '../model/words.ts';
import { CheckForm } from './CheckForm.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { EarlierChecks } from './EarlierChecks.tsx';
import { HitTable } from './HitTable.tsx';

/** Rows shown; nobody reads more, and what is weaker says less. */
const MOST_SHOWN = 200;

function Outcome({ result }: { readonly result: ConflictResult }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { hits, hitCount, queries, searched, unread } = result;
  const number = (value: number): string => formatNumber(value, language);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2 }}>
      <Typography ref={heading} variant="h2" tabIndex={-1}>
        {hitCount === 0
          ? t('conflicts.none.title')
          : t('conflicts.hits', { count: hitCount, number: number(hitCount) })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('conflicts.searched', { what: searchedText(searched, t, language) })}
      </Typography>
      {hits.length > MOST_SHOWN && (
        <Typography variant="body2">{t('conflicts.shownHits', { number: number(MOST_SHOWN) })}</Typography>
      )}
      {unread > 0 && (
        <Typography variant="body2" role="status">
          {t('conflicts.unread', { count: unread, number: number(unread) })}
        </Typography>
      )}
      {hits.length === 0 ? (
        <Typography>{t('conflicts.none.text')}</Typography>
      ) : (
        <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
          <HitTable hits={hits.slice(0, MOST_SHOWN)} queries={queries} />
        </Box>
      )}
    </Box>
  );
}

function Check(): ReactElement {
  const navigate = useNavigate();
  const { result } = useCurrentCheck();
  const { keptAt, drop } = useKeptCheck();
  const keep = (id: RecordId): void => {
    drop();
    decided();
    void navigate(routes.conflictCheck(id));
  };
  return (
    <Box sx={{ px: 6, pb: 8, display: 'grid', gap: 8, maxWidth: 1240 }}>
      <Box sx={{ maxWidth: 720 }}>
        <KeptLine at={keptAt} onDiscard={startOver} />
        <CheckForm />
      </Box>
      {result && (
        <>
          <Outcome key={`found-${String(result.checkedAt)}`} result={result} />
          <DecisionForm key={`decided-${String(result.checkedAt)}`} result={result} onKept={keep} />
        </>
      )}
      {!result && <EarlierChecks />}
    </Box>
  );
}

/** The conflict-of-interest check: looked for, found, decided. Route `/conflicts`. */
export function ConflictsScreen(): ReactElement {
  const { t } = useTranslation();
  const { begun } = useCurrentCheck();
  return (
    <>
      <ScreenHeader title={t('conflicts.title')} meta={t('conflicts.meta')} />
      <Check key={begun} />
    </>
  );
}
