import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { Client } from '#shared/domain/client.ts';
import { formatNumber } from '#shared/domain/numbers/numbers.ts';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { PairFrame } from './PairFrame.tsx';

/** What tells a client from another of the same name. */
function Facts({ client }: { readonly client: Client }): ReactElement {
  const language = useLanguage();
  const { email, phone, birthDate, address, numbers } = client;
  const facts = [
    email,
    phone,
    birthDate === null ? '' : formatDay(birthDate, language),
    ...numbers.slice(0, 1).map(({ kind, value }) => formatNumber(kind, value)),
    address.split('\n').join(', '),
  ].filter((fact) => fact !== '');
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ fontWeight: 'fontWeightMedium', overflowWrap: 'anywhere' }}>{client.name}</Typography>
      <Typography variant="body2" sx={{ color: 'quiet', overflowWrap: 'anywhere' }}>
        {facts.join(' · ')}
      </Typography>
    </Box>
  );
}

interface PairLineProps {
  readonly pair: Pair<Client>;
  /** They are not one. The button says where the focus was. */
  readonly onApart: (from: HTMLElement) => void;
}

/** Two clients that look like one: what they say, why, and what can be done. */
export function PairLine({ pair, onApart }: PairLineProps): ReactElement {
  const { t } = useTranslation();
  const { one, other } = pair;
  const names = { one: one.name, other: other.name };
  return (
    <PairFrame pair={pair} one={<Facts client={one} />} other={<Facts client={other} />}>
      <Link
        component={RouterLink}
        to={routes.merge(one.fileId, other.fileId)}
        aria-label={t('duplicates.compareOf', names)}
      >
        {t('duplicates.compare')}
      </Link>
      <Writes>
        <Button
          aria-label={t('duplicates.apartOf', names)}
          onClick={({ currentTarget }) => onApart(currentTarget)}
        >
          {t('duplicates.apart')}
        </Button>
      </Writes>
    </PairFrame>
  );
}
