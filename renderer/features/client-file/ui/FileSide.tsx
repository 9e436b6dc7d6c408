import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import type { Client } from '#shared/domain/client.ts';
import { formatNumber } from '#shared/domain/numbers/numbers.ts';
import { namesIn } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { FileRecords } from '../model/timeline.ts';
import { GroupBox } from './GroupBox.tsx';
import { MailLink } from './MailLink.tsx';
import { QuestionsBox } from './QuestionsBox.tsx';
import { RemovedBox } from './RemovedBox.tsx';
import { RemindersBox } from './RemindersBox.tsx';

function Facts({ client }: { readonly client: Client }): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const looking = useLooking();
  const day = (value: string | null): string => (value === null ? '' : formatDay(value, language));
  const facts = [
    ['formerNames', namesIn(client.formerNames).join(', ')],
    ['aliases', namesIn(client.aliases).join(', ')],
    ['contactPerson', client.contactPerson],
    ['phone', client.phone],
    ['email', client.email],
    ['address', client.address],
    ['birthDate', day(client.birthDate)],
    ['acquiredOn', day(client.acquiredOn)],
    // Whoever recommended the practice is a client too, often.
    ['source', looking === null ? client.source : ''],
    ['language', t(`domain.language.${client.language}`)],
  ] as const;
  const numbers = client.numbers.map(
    ({ kind, value }) => [t(`domain.numberKind.${kind}`), formatNumber(kind, value)] as const,
  );
  const shown = [...facts.map(([key, text]) => [t(`clients.field.${key}`), text] as const), ...numbers];
  return (
    <Box component="section" aria-label={t('clients.side.facts')}>
      <NotForClient>
        {client.keyFacts !== '' && (
          <Typography
            variant="body2"
            sx={{
              whiteSpace: 'pre-line',
              borderLeft: 2,
              borderColor: 'ink',
              pl: 3,
              mb: 4,
              overflowWrap: 'anywhere',
            }}
          >
            {client.keyFacts}
          </Typography>
        )}
      </NotForClient>
      <Box component="dl" sx={{ m: 0, display: 'grid', rowGap: 2 }}>
        {shown
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <Box key={`${label} ${text}`}>
              <Typography component="dt" variant="caption" sx={{ color: 'quiet' }}>
                {label}
              </Typography>
              <Typography
                component="dd"
                variant="body2"
                sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
              >
                {label === t('clients.field.email') ? (
                  <MailLink client={client} address={text} action="contact" />
                ) : (
                  text
                )}
              </Typography>
            </Box>
          ))}
      </Box>
    </Box>
  );
}

interface FileSideProps {
  readonly client: Client;
  /** The files that went into this one. */
  readonly merged: ReactNode;
  readonly records: FileRecords | undefined;
}

/** What stays in sight whatever tab is open: key facts, reminders, open questions. */
export function FileSide({ client, merged, records }: FileSideProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      component="aside"
      aria-label={t('clients.side.label')}
      sx={{ pt: 2, display: 'grid', gap: 6, alignContent: 'start' }}
    >
      <Facts client={client} />
      <NotForClient>{client.group !== '' && <GroupBox client={client} />}</NotForClient>
      {records && <RemindersBox fileId={client.fileId} reminders={records.reminders} />}
      {records && <QuestionsBox fileId={client.fileId} questions={records.questions} />}
      <NotForClient>
        {merged}
        <RemovedBox fileId={client.fileId} />
      </NotForClient>
    </Box>
  );
}
