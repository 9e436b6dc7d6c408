import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import type { Account } from '#shared/domain/account.ts';
import { formatMinutes, formatMoney } from '#shared/i18n/format.ts';

interface OverviewProps {
  readonly accounts: readonly Account[];
  /** Prepaid time that is left, minutes; null: none is prepaid. */
  readonly prepaid: number | null;
}

const FIGURES = ['agreed', 'charged', 'deposits', 'paid', 'open', 'overdue', 'credit'] as const;

/** How things stand with the client, a line for each currency. */
export function Overview({ accounts, prepaid }: OverviewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = FIGURES.filter(
    (figure) =>
      (figure !== 'deposits' && figure !== 'credit') || accounts.some((account) => account[figure] > 0),
  );
  return (
    <>
      <Table aria-label={t('money.overview')}>
        <TableHead>
          <TableRow>
            {shown.map((figure) => (
              <TableCell key={figure} align="right">
                {t(`money.figure.${figure}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {accounts.map((account) => (
            <TableRow key={account.currency}>
              {shown.map((figure) => (
                <TableCell
                  key={figure}
                  align="right"
                  sx={{
                    fontVariantNumeric: 'tabular-nums',
                    whiteSpace: 'nowrap',
                    ...(figure === 'open' && { fontWeight: 'fontWeightBold' }),
                    ...(figure === 'overdue' && account.overdue > 0 && { color: 'error.main' }),
                  }}
                >
                  {figure === 'agreed' && account.agreed === 0
                    ? '–'
                    : formatMoney(account[figure], account.currency, language)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {prepaid !== null && (
        <Box sx={{ px: 3, py: 2, borderBottom: 1, borderColor: 'line' }}>
          <Typography variant="body2" sx={prepaid < 0 ? { color: 'error.main' } : {}}>
            {t(prepaid < 0 ? 'money.prepaidOver' : 'money.prepaidLeft', {
              time: formatMinutes(Math.abs(prepaid), language),
            })}
          </Typography>
        </Box>
      )}
    </>
  );
}
