import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/entities/client/index.ts';
import { type Elsewhere, useElsewhere } from '#renderer/entities/duplicate/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { formatNumber as registeredNumber } from '#shared/domain/numbers/numbers.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Party } from '#shared/domain/party.ts';
import { namesIn } from '#shared/domain/values.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { MailLink } from './MailLink.tsx';
import { PartyDialog } from './PartyDialog.tsx';
import { PupilPhone } from './PupilPhone.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** Names used before, and other names. */
function OtherNames({ party }: { readonly party: Party }): ReactElement | null {
  const { t } = useTranslation();
  const shown = (['formerNames', 'aliases'] as const).filter((key) => party[key].trim() !== '');
  if (shown.length === 0) return null;
  return (
    <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
      {shown.map((key) => (
        <div key={key}>
          {t(`clients.field.${key}`)}: {namesIn(party[key]).join(', ')}
        </div>
      ))}
    </Typography>
  );
}

/** Numbers by which registers and offices know somebody. */
function Numbers({ party }: { readonly party: Party }): ReactElement | null {
  const { t } = useTranslation();
  if (!party.numbers || party.numbers.length === 0) return null;
  return (
    <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
      {party.numbers
        .map(({ kind, value }) => `${t(`domain.numberKind.${kind}`)} ${registeredNumber(kind, value)}`)
        .join(', ')}
    </Typography>
  );
}

/** In how many other files somebody stands too; which ones is told beside the file. */
function ElsewhereCount({ places }: { readonly places: readonly Elsewhere[] }): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = new Set(places.map(({ fileId }) => fileId)).size;
  if (count === 0) return null;
  return (
    <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
      {t('clients.people.elsewhere', { count, number: formatNumber(count, language) })}
    </Typography>
  );
}

/** People and organisations with a role in this file. */
export function PeopleTab({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const parties = usePartiesOf(fileId);
  const client = useClient(fileId);
  const elsewhere = useElsewhere(fileId);
  const tutoring = usePractice()?.kind === 'tutoring';
  const isPupil = ({ role }: Party): boolean => tutoring && role === 'beneficiary';
  const [editing, setEditing] = useState<Party | 'new' | null>(null);
  useCommands([
    {
      id: 'file.person',
      writes: true,
      title: t('clients.people.add'),
      group: t('clients.file.group'),
      keys: 'a',
      run: () => setEditing('new'),
    },
  ]);
  if (!parties) return null;
  const add = (
    <Writes>
      <Button onClick={() => setEditing('new')}>
        {t('clients.people.add')}
        <KeyHint keys="a" />
      </Button>
    </Writes>
  );
  return (
    <>
      {parties.length === 0 ? (
        <EmptyState
          title={t('clients.people.empty.title')}
          text={t('clients.people.empty.text')}
          action={add}
        />
      ) : (
        <>
          <Table aria-label={t('clients.tab.people')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('common.name')}</TableCell>
                <TableCell>{t('clients.people.role')}</TableCell>
                <TableCell>{t('clients.field.phone')}</TableCell>
                <TableCell>{t('clients.field.email')}</TableCell>
                <TableCell>{t('clients.people.remark')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {parties.map((party) => (
                <TableRow key={party.id} hover>
                  <TableCell>
                    <Link
                      component="button"
                      type="button"
                      underline="hover"
                      onClick={() => setEditing(party)}
                      sx={{ typography: 'body2', textAlign: 'left' }}
                    >
                      {party.name}
                    </Link>
                    <OtherNames party={party} />
                    <Numbers party={party} />
                    <ElsewhereCount places={elsewhere?.get(party.id) ?? []} />
                  </TableCell>
                  <TableCell>{t(`domain.partyRole.${party.role}`)}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    {isPupil(party) && client ? (
                      <PupilPhone client={client} phone={party.phone} />
                    ) : (
                      party.phone
                    )}
                  </TableCell>
                  <TableCell>
                    {party.email !== '' && client && (
                      <MailLink
                        client={client}
                        address={party.email}
                        action={isPupil(party) ? 'pupilContact' : 'contact'}
                      />
                    )}
                  </TableCell>
                  <TableCell sx={{ color: 'quiet', whiteSpace: 'pre-line' }}>{party.remark}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <Box sx={{ p: 3, borderTop: 1, borderColor: 'line' }}>{add}</Box>
        </>
      )}
      {editing !== null && (
        <PartyDialog
          fileId={fileId}
          party={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
