import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import NativeSelect from '@mui/material/NativeSelect';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PRIORITIES,
  REQUIREMENT_STATUSES,
  requirementLabel,
  type Requirement,
  type RequirementBody,
  type Section,
} from '#shared/domain/requirement.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { markFailed } from '#renderer/lib/save-state.ts';
import { changeRequirement } from '../model/commands.ts';
import { inReadingOrder } from '../model/order.ts';
import { useView } from '../model/view.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface RequirementsTableProps {
  readonly sections: readonly Section[];
  readonly requirements: readonly Requirement[];
  /** A requirement was chosen: it is wanted on the paper. */
  readonly onOpen: (requirement: Requirement) => void;
}

/** As wide as the chosen value, in the type of the table. */
const fitting = { font: 'inherit', '& select': { fieldSizing: 'content' } } as const;

function Row({
  requirement,
  onOpen,
}: Pick<RequirementsTableProps, 'onOpen'> & { readonly requirement: Requirement }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, number, text, priority, status, dueOn, responsible } = requirement;
  const selected = useView(({ active }) => active?.kind === 'requirement' && active.id === id);
  const label = requirementLabel(number);
  const store = (patch: Partial<RequirementBody>): void =>
    void changeRequirement(id, patch).catch(markFailed);
  return (
    <TableRow selected={selected}>
      <TableCell
        component="th"
        scope="row"
        sx={{ whiteSpace: 'nowrap', 'tr:last-child > &': { borderBottom: 0 } }}
      >
        <Link component="button" type="button" variant="body2" onClick={() => onOpen(requirement)}>
          {label}
        </Link>
      </TableCell>
      <TableCell sx={{ minWidth: 160, py: 1, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {status === 'dropped' ? <s>{text}</s> : text}
      </TableCell>
      <TableCell>
        <Writes>
          <NativeSelect
            disableUnderline
            sx={fitting}
            value={priority}
            inputProps={{ 'aria-label': `${label}, ${t('requirements.field.priority')}` }}
            onChange={(event) => store({ priority: event.target.value as RequirementBody['priority'] })}
          >
            {PRIORITIES.map((one) => (
              <option key={one} value={one}>
                {t(`domain.priority.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Writes>
      </TableCell>
      <TableCell>
        <Writes>
          <NativeSelect
            disableUnderline
            sx={fitting}
            value={status}
            inputProps={{ 'aria-label': `${label}, ${t('requirements.field.status')}` }}
            onChange={(event) => store({ status: event.target.value as RequirementBody['status'] })}
          >
            {REQUIREMENT_STATUSES.map((one) => (
              <option key={one} value={one}>
                {t(`domain.requirementStatus.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Writes>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', 'tr:last-child > &': { borderBottom: 0 } }}>
        {dueOn === null ? '' : formatDay(dueOn, language)}
      </TableCell>
      <TableCell>{responsible}</TableCell>
    </TableRow>
  );
}

/** The same requirements as rows: to compare, and to change priority and status of many. */
export function RequirementsTable({ sections, requirements, onOpen }: RequirementsTableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        overflow: 'auto',
        alignSelf: 'start',
        maxHeight: 1,
        bgcolor: 'surface',
        border: 1,
        borderColor: 'line',
        borderRadius: 1,
      }}
    >
      <Table stickyHeader aria-label={t('requirements.table')}>
        <TableHead>
          <TableRow>
            {(['number', 'text', 'priority', 'status', 'due', 'responsible'] as const).map((field) => (
              <TableCell key={field}>{t(`requirements.field.${field}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {inReadingOrder(sections, requirements).map((requirement) => (
            <Row key={requirement.id} requirement={requirement} onOpen={onOpen} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
