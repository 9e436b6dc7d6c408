import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useClient } from '#renderer/entities/client/index.ts';
import { duplicateCommands, type Elsewhere, useElsewhere } from '#renderer/entities/duplicate/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { PersonRef } from '#shared/domain/duplicate.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { placeWords } from '../model/place-words.ts';

/** Where else the client and the people of this file stand, with the way to part them. Nothing when they stand nowhere else. */
export function ElsewhereBox({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient(fileId);
  const elsewhere = useElsewhere(fileId);
  const parties = usePartiesOf(fileId);
  if (!client || !elsewhere || !parties || elsewhere.size === 0) return null;
  const own: readonly (PersonRef & { readonly name: string })[] = [
    { table: 'clients', id: client.id, name: client.name },
    ...parties.map(({ id, name }) => ({ table: 'parties' as const, id, name })),
  ];
  const part = (me: PersonRef, { who, name }: Elsewhere): void =>
    doUndoably(
      () => duplicateCommands.partPerson(who, { table: me.table, id: me.id }),
      t('duplicates.people.parted', { name }),
      t,
    );
  const places = (id: RecordId): readonly Elsewhere[] => elsewhere.get(id) ?? [];
  return (
    <Box component="section" aria-label={t('duplicates.people.box')}>
      <Typography variant="h3">{t('duplicates.people.box')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {own.flatMap((me) =>
          places(me.id).map((place) => (
            <Box component="li" key={`${me.id} ${place.who.id}`} sx={{ py: 2 }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {me.name}
              </Typography>
              <Link
                component={RouterLink}
                variant="body2"
                to={routes.file(place.fileId, place.role === null ? 'timeline' : 'people')}
                sx={{ overflowWrap: 'anywhere' }}
              >
                {place.name === me.name
                  ? placeWords(place, t)
                  : t('duplicates.people.as', { name: place.name, place: placeWords(place, t) })}
              </Link>
              <Box sx={{ mt: 1 }}>
                <Writes>
                  <Button
                    aria-label={t('duplicates.people.partOf', { name: me.name, place: placeWords(place, t) })}
                    onClick={() => part(me, place)}
                  >
                    {t('duplicates.people.part')}
                  </Button>
                </Writes>
              </Box>
            </Box>
          )),
        )}
      </Box>
    </Box>
  );
}
