import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useConflictCheck } from '#renderer/entities/conflict-check/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { suggestedName } from '#shared/documents/file-name.ts';
import type { ClientBody } from '#shared/domain/client.ts';
import { conflictCheckSchema } from '#shared/domain/conflict-check.ts';
import { recordIdSchema } from '#shared/domain/ids.ts';
import { dayOf, formatDay, formatMoment } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { startOver, useCurrentCheck } from '../model/current-check.ts';
import { recordDocument } from '../model/record-document.ts';

interface ConflictRecordScreenProps {
  /** Opens the form for the new client that the check was made for. */
  readonly onNewClient: (draft: Partial<ClientBody>) => void;
}

/** A check that was decided, as the page it prints. Route `/conflicts/:checkId`. */
export function ConflictRecordScreen({ onNewClient }: ConflictRecordScreenProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const uiLanguage = useLanguage();
  const practice = usePractice();
  const check = useConflictCheck(recordIdSchema.parse(useParams()['checkId']));
  const { pending } = useCurrentCheck();
  const language = practice?.language ?? uiLanguage;
  const document = useMemo(
    () => (check ? recordDocument(conflictCheckSchema.parse(check), practice, language) : undefined),
    [check, practice, language],
  );
  const back = (): void => {
    startOver();
    void navigate(routes.conflicts);
  };
  useCommands([
    {
      id: 'conflicts.back',
      title: t('conflicts.backToChecks'),
      group: t('conflicts.title'),
      keys: 'escape',
      run: back,
    },
  ]);
  if (!check || !document) return <Box sx={{ p: 6 }}>{t('conflicts.loading')}</Box>;
  const name = suggestedName(
    translator(language)('conflicts.fileName'),
    check.queries[0] ?? '',
    formatDay(dayOf(check.checkedAt), language),
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ScreenHeader
        title={t('conflicts.record')}
        meta={
          <>
            <span>{formatMoment(check.checkedAt, uiLanguage)}</span>
            <span>{check.queries.join('; ')}</span>
          </>
        }
      >
        <Button onClick={back}>{t('conflicts.backToChecks')}</Button>
        {pending && check.decision !== 'conflict' && (
          <Button
            onClick={() => {
              startOver();
              onNewClient(pending);
            }}
          >
            {t('conflicts.toClient')}
          </Button>
        )}
      </ScreenHeader>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <PaperPanel
          document={document}
          suggestedName={name}
          label={t('conflicts.preview')}
          logged={{ document: 'conflictCheck' }}
          onOut={() => undefined}
          side={
            <Stack spacing={3}>
              <Typography variant="h2">{t(`conflicts.decision.${check.decision}`)}</Typography>
              {check.reason !== '' && <Typography sx={{ whiteSpace: 'pre-line' }}>{check.reason}</Typography>}
              <Typography sx={{ color: 'quiet' }}>
                {t('conflicts.by')}: {check.decidedBy}
              </Typography>
              <Typography sx={{ color: 'quiet' }}>{t('conflicts.kept')}</Typography>
            </Stack>
          }
        />
      </Box>
    </Box>
  );
}
