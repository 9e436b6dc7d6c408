import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useClients } from '#renderer/entities/client/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import type { Client } from '#shared/domain/client.ts';
import { collator } from '#shared/i18n/format.ts';
import { standingName } from '#shared/i18n/translate.ts';

/** The household or group of companies a client belongs to, and the way to the files of the others in it. */
export function GroupBox({ client: { fileId, group } }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const language = useLanguage();
  const clients = useClients();
  const others = useMemo(() => {
    const { compare } = collator(language);
    return clients
      ?.filter((one) => one.group === group && one.fileId !== fileId)
      .toSorted((one, other) => compare(one.name, other.name));
  }, [clients, fileId, group, language]);
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h3" component="h2" sx={{ borderBottom: 1, borderColor: 'line', pb: 2 }}>
        {t('clients.field.group')}
      </Typography>
      <Typography variant="body2" sx={{ pt: 2, overflowWrap: 'anywhere' }}>
        {group}
      </Typography>
      {others?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('clients.side.alone')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {others?.map((one) => (
          <Box component="li" key={one.fileId} sx={{ py: 1, overflowWrap: 'anywhere' }}>
            <Link component={RouterLink} to={routes.file(one.fileId)} underline="hover" variant="body2">
              {one.name}
            </Link>
            <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
              {standingName(t, one)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
