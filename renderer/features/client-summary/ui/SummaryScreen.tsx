import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { suggestedName } from '#shared/documents/file-name.ts';
import { fileIdSchema, type FileId } from '#shared/domain/ids.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useClient } from '#renderer/entities/client/index.ts';
import { useConsentGate } from '#renderer/entities/consent/index.ts';
import { useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { useMoneyOf } from '#renderer/entities/money/index.ts';
import { useNotesOf } from '#renderer/entities/note/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useQuestionsOf } from '#renderer/entities/question/index.ts';
import { useRemindersOf } from '#renderer/entities/reminder/index.ts';
import { useRequirementsDocumentsOf, useRequirementsOf } from '#renderer/entities/requirement/index.ts';
import { useTasksOf } from '#renderer/entities/task/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useChoices } from '../model/choices.ts';
import { clientSummary, type SummarySources } from '../model/client-summary.ts';
import { SummarySide } from './SummarySide.tsx';

/** All of the file that a summary may say; undefined until everything is loaded. */
function useSources(fileId: FileId): SummarySources | undefined {
  const client = useClient(fileId);
  const practice = usePractice();
  const parties = usePartiesOf(fileId);
  const notes = useNotesOf(fileId);
  const documents = useRequirementsDocumentsOf(fileId);
  const requirements = useRequirementsOf(fileId);
  const tasks = useTasksOf(fileId);
  const questions = useQuestionsOf(fileId);
  const reminders = useRemindersOf(fileId);
  const engagements = useEngagementsOf(fileId);
  const money = useMoneyOf(fileId);
  return useMemo(() => {
    if (!client || !practice || !parties || !notes || !documents) return undefined;
    if (!requirements || !tasks || !questions || !reminders || !engagements || !money) return undefined;
    const kept = { client, practice, parties, notes, documents, requirements, tasks, questions, reminders };
    return { ...kept, engagements, money };
  }, [
    client,
    practice,
    parties,
    notes,
    documents,
    requirements,
    tasks,
    questions,
    reminders,
    engagements,
    money,
  ]);
}

function SummaryOf({ sources }: { readonly sources: SummarySources }): ReactElement {
  const { t } = useTranslation();
  const { client } = sources;
  // Of one moment, so that the pages do not change while they are looked at.
  const [now] = useState(() => systemClock.now());
  const { parts, noteText, languages, ownUse: own, forOthers } = useChoices();
  const gate = useConsentGate();
  const language = languages[client.fileId] ?? client.language;
  const ownUse = own[client.fileId] ?? false;
  const summary = useMemo(
    () => clientSummary({ ...sources, parts, noteText, ownUse, language, now }),
    [sources, parts, noteText, ownUse, language, now],
  );
  return (
    <>
      <PaperPanel
        mayGo={() => (forOthers[client.fileId] === true ? gate.ask(client, 'passOn') : Promise.resolve(true))}
        document={summary.document}
        suggestedName={suggestedName(
          translator(language)('summary.fileName'),
          client.name,
          formatDay(dayOf(now), language),
        )}
        label={t('summary.pages')}
        onOut={() => undefined}
        logged={{ document: 'summary', fileId: client.fileId }}
        side={
          <SummarySide
            fileId={client.fileId}
            language={language}
            ownUse={ownUse}
            heldBack={summary.heldBack}
            isEmpty={summary.document.blocks.length === 0}
          />
        }
      />
      {gate.dialog}
    </>
  );
}

/** The printed overview of a client file. Route `/clients/:fileId/summary`. */
export function SummaryScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fileId = fileIdSchema.parse(useParams()['fileId']);
  const sources = useSources(fileId);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ScreenHeader title={t('summary.title')} meta={sources?.client.name}>
        <Button onClick={() => void navigate(routes.file(fileId))}>{t('summary.backToFile')}</Button>
      </ScreenHeader>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        {sources ? <SummaryOf sources={sources} /> : <Box sx={{ p: 6 }}>{t('common.loading')}</Box>}
      </Box>
    </Box>
  );
}
