import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient } from '#renderer/entities/client/index.ts';
import { usePassOnGate } from '#renderer/entities/consent/index.ts';
import { useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { useMoneyOf } from '#renderer/entities/money/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { suggestedName } from '#shared/documents/file-name.ts';
import { accountsOf } from '#shared/domain/account.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import { fileIdSchema } from '#shared/domain/ids.ts';
import { CURRENCY_OF } from '#shared/domain/money.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import { ownFields } from '#shared/domain/own-fields.ts';
import type { Party } from '#shared/domain/party.ts';
import type { Practice } from '#shared/domain/practice.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { statement } from '../model/statement.ts';
import { type StatementChoices, StatementSide } from './StatementSide.tsx';

interface Sources {
  readonly client: Client;
  readonly practice: Practice;
  readonly engagements: readonly Engagement[];
  readonly entries: readonly MoneyEntry[];
  readonly parties: readonly Party[];
}

/** What is printed at first: the currency in which most is open, in the client's language. */
function firstChoices({ client, practice, engagements, entries }: Sources, today: string): StatementChoices {
  const [account] = accountsOf({ engagements, entries }, today).toSorted((a, b) => b.open - a.open);
  return {
    currency: account?.currency ?? CURRENCY_OF[practice.language],
    engagementId: null,
    withNotedTime: false,
    withOwnFields: false,
    variableSymbol: '',
    payBy: null,
    language: client.language,
  };
}

function StatementOf({ sources }: { readonly sources: Sources }): ReactElement {
  const { t } = useTranslation();
  const { client, engagements, entries } = sources;
  // Of one moment, so that the pages do not change while they are looked at.
  const [today] = useState(() => dayOf(systemClock.now()));
  const [choices, setChoices] = useState(() => firstChoices(sources, today));
  const gate = usePassOnGate(client);
  const { document, noCode } = useMemo(
    () => statement({ ...sources, ...choices, today }),
    [sources, choices, today],
  );
  return (
    <>
      <PaperPanel
        mayGo={gate.mayGo}
        document={document}
        suggestedName={suggestedName(
          translator(choices.language)('money.statement.title'),
          client.name,
          formatDay(today, choices.language),
        )}
        label={t('money.statement.pages')}
        onOut={() => undefined}
        logged={{ document: 'statement', fileId: client.fileId }}
        side={
          <StatementSide
            choices={choices}
            engagements={engagements}
            currencies={accountsOf({ engagements, entries }, today).map(({ currency }) => currency)}
            withOwnFields={ownFields('engagements', sources.practice).length > 0}
            noAccount={noCode === 'noAccount'}
            onChoose={(patch) => setChoices((before) => ({ ...before, ...patch }))}
            forOthers={gate.choice}
          />
        }
      />
      {gate.dialog}
    </>
  );
}

/** What a client owes and has paid, as paper. Route `/clients/:fileId/statement`. */
export function StatementScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fileId = fileIdSchema.parse(useParams()['fileId']);
  const client = useClient(fileId);
  const practice = usePractice();
  const engagements = useEngagementsOf(fileId);
  const entries = useMoneyOf(fileId);
  const parties = usePartiesOf(fileId);
  const sources = useMemo(
    () =>
      client && practice && engagements && entries && parties
        ? { client, practice, engagements, entries, parties }
        : null,
    [client, practice, engagements, entries, parties],
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ScreenHeader title={t('money.statement.title')} meta={client?.name}>
        <Button onClick={() => void navigate(routes.file(fileId, 'money'))}>{t('summary.backToFile')}</Button>
      </ScreenHeader>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        {sources ? <StatementOf sources={sources} /> : <Box sx={{ p: 6 }}>{t('common.loading')}</Box>}
      </Box>
    </Box>
  );
}
