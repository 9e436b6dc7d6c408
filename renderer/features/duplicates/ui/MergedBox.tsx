import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMerges } from '#renderer/entities/duplicate/index.ts';
import { HistoryButton } from '#renderer/entities/history/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { useClientNames } from '../model/useClientNames.ts';
import { TakeBackMerge } from './TakeBackMerge.tsx';

/** The files that went into this one, with what they said and the way to take it back. Nothing when there are none. */
export function MergedBox({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = useMerges();
  const merges = useMemo(
    () => all?.filter((merge) => merge.into === fileId && merge.undoneAt === null),
    [all, fileId],
  );
  const names = useClientNames(merges);
  const known = merges?.filter(({ from }) => names?.has(from) === true) ?? [];
  if (known.length === 0) return null;
  return (
    <Box component="section" aria-label={t('duplicates.box.title')}>
      <Typography variant="h3">{t('duplicates.box.title')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {known.map((merge) => {
          const name = names?.get(merge.from) ?? '';
          return (
            <Box component="li" key={merge.id} sx={{ py: 2 }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {name}
              </Typography>
              <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
                {formatMoment(merge.at, language)}
              </Typography>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1 }}>
                <HistoryButton table="clients" id={merge.from as string as RecordId} name={name} lookOnly />
                <TakeBackMerge merge={merge} name={name} />
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
