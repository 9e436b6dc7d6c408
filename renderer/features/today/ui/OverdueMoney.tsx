import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { OverdueOf } from '#renderer/entities/money/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { formatDay, formatMoney } from '#shared/i18n/format.ts';

interface OverdueMoneyProps {
  readonly overdue: OverdueOf;
  readonly client: string;
}

/** Who has not paid in time, how much and since when; leads to the money of the file. */
export function OverdueMoney({ overdue, client }: OverdueMoneyProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { fileId, amount, currency, since } = overdue;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 3,
        px: 1,
        py: '6px',
        borderBottom: 1,
        borderColor: 'line',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Link
        component={RouterLink}
        to={routes.file(fileId, 'money')}
        variant="body2"
        underline="hover"
        sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {client}
      </Link>
      <Typography
        variant="body2"
        component="span"
        sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
      >
        {formatMoney(amount, currency, language)}
      </Typography>
      <Typography variant="body2" component="span" sx={{ whiteSpace: 'nowrap', color: 'error.main' }}>
        {t('today.overdueSince', { day: formatDay(since, language) })}
      </Typography>
    </Box>
  );
}
