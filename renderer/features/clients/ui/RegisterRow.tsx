import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { DueDay } from '#renderer/ui/DueDay.tsx';
import { formatRelative } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import type { ClientRow } from '../model/rows.ts';
import { COLUMNS } from './columns.ts';

interface RegisterRowProps {
  readonly id: string;
  readonly row: ClientRow;
  /** Position in the list, from 0. */
  readonly index: number;
  readonly active: boolean;
  readonly style: CSSProperties;
  readonly onOpen: () => void;
}

/** One client in the register. */
export function RegisterRow({ id, row, index, active, style, onOpen }: RegisterRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { client, lastContact, nextDate } = row;
  const contact = lastContact === null ? '–' : formatRelative(lastContact, systemClock.now(), language);
  return (
    <Box
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      style={style}
      onClick={onOpen}
      sx={{
        display: 'grid',
        gridTemplateColumns: COLUMNS,
        alignItems: 'center',
        columnGap: 3,
        px: 6,
        cursor: 'default',
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: active ? 'selected' : 'transparent',
        boxShadow: active ? (theme) => `inset 2px 0 ${theme.palette.ink}` : 'none',
        '&:hover': { bgcolor: active ? 'selected' : 'hover' },
        '& > *': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      }}
    >
      <Box role="gridcell" sx={{ fontWeight: 'fontWeightMedium' }}>
        {client.name}
        {client.sample && <Chip label={t('clients.sample')} sx={{ ml: 2 }} />}
      </Box>
      <Box role="gridcell">{t(`domain.clientKind.${client.kind}`)}</Box>
      <Box role="gridcell">{t(`domain.stage.${client.stage}`)}</Box>
      <Box role="gridcell" sx={{ color: 'quiet' }}>
        {contact}
      </Box>
      <Box role="gridcell">
        <DueDay day={nextDate} />
      </Box>
      <Box role="gridcell" sx={{ color: 'quiet' }}>
        {[client.phone, client.email].filter((part) => part !== '').join(' · ')}
      </Box>
    </Box>
  );
}
