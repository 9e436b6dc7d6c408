import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { Client } from '#shared/domain/client.ts';
import { dayOf, formatAmount, formatDay, formatMillimetres, formatNumber } from '#shared/i18n/format.ts';
import { LABEL_LAYOUTS, LABEL_SHEETS, type LabelSheet, labelsOn } from '#shared/labels/label-sheet.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { labelsFor } from '../../model/labels.ts';

/** Names that are listed; how many there are in all is said above. */
const MOST_LISTED = 100;

interface LabelsDialogProps {
  readonly clients: readonly Client[];
  readonly onClose: () => void;
}

function WithoutAddress({ clients }: { readonly clients: readonly Client[] }): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = clients.length;
  if (count === 0) return null;
  return (
    <Box component="section">
      <Typography>
        {t('register.labels.without', { count, number: formatNumber(count, language) })}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, typography: 'body2' }}>
        {clients.slice(0, MOST_LISTED).map(({ fileId, name }) => (
          <li key={fileId}>{name}</li>
        ))}
      </Box>
    </Box>
  );
}

interface ChoicesProps {
  readonly sheet: LabelSheet;
  readonly onSheet: (sheet: LabelSheet) => void;
  readonly start: string;
  readonly onStart: (start: string) => void;
  readonly contact: boolean;
  readonly onContact: (contact: boolean) => void;
}

/** The number of a label that was typed; null: none of the sheet. */
const labelNumber = (typed: string, sheet: LabelSheet): number | null => {
  const number = Number(typed.trim());
  return /^\d{1,2}$/.test(typed.trim()) && number >= 1 && number <= labelsOn(sheet) ? number : null;
};

function Choices({ sheet, onSheet, start, onStart, contact, onContact }: ChoicesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const size = (one: LabelSheet): string => {
    const { columns, rows, width, height } = LABEL_LAYOUTS[one];
    return t('register.labels.size', {
      columns,
      rows,
      width: formatAmount(width, language, ''),
      height: formatMillimetres(height, language),
    });
  };
  return (
    <>
      <TextField
        select
        label={t('register.labels.sheet')}
        value={sheet}
        onChange={(event) => onSheet(event.target.value as LabelSheet)}
      >
        {LABEL_SHEETS.map((one) => (
          <MenuItem key={one} value={one}>
            {size(one)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('register.labels.start')}
        helperText={t('register.labels.startHint', { last: labelsOn(sheet) })}
        error={labelNumber(start, sheet) === null}
        value={start}
        onChange={(event) => onStart(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }}
      />
      <FormControlLabel
        control={<Checkbox checked={contact} onChange={(event) => onContact(event.target.checked)} />}
        label={t('register.labels.contact')}
      />
    </>
  );
}

/** Address labels for clients, as they come out of the printer; over the whole window. */
export function LabelsDialog({ clients, onClose }: LabelsDialogProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useId();
  const [sheet, setSheet] = useState<LabelSheet>('3x8');
  const [start, setStart] = useState('1');
  const [contact, setContact] = useState(false);
  const today = dayOf(systemClock.now());
  const number = formatNumber(clients.length, language);
  const title = t('register.labels.titleOf', { count: clients.length, number });
  const first = labelNumber(start, sheet) ?? 1;
  const { document, count, without } = useMemo(
    () =>
      labelsFor(clients, {
        sheet,
        start: first,
        title,
        language,
        today,
        attention: contact ? (name) => t('register.labels.attention', { name }) : null,
      }),
    [clients, sheet, first, title, language, today, contact, t],
  );
  const side = (
    <Box sx={{ display: 'grid', gap: 5, alignContent: 'start' }}>
      <Choices
        sheet={sheet}
        onSheet={setSheet}
        start={start}
        onStart={setStart}
        contact={contact}
        onContact={setContact}
      />
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('register.labels.scale')}
      </Typography>
      <WithoutAddress clients={without} />
    </Box>
  );
  return (
    <Dialog fullScreen open onClose={onClose} aria-labelledby={heading}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', pr: 5 }}>
        <DialogTitle id={heading}>{title}</DialogTitle>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        {count === 0 ? (
          <Box sx={{ p: 6, display: 'grid', gap: 4 }}>
            <Typography>{t('register.labels.none')}</Typography>
            <WithoutAddress clients={without} />
          </Box>
        ) : (
          <PaperPanel
            document={document}
            suggestedName={t('register.labels.fileName', { day: formatDay(today, language) })}
            label={t('register.labels.pages')}
            onOut={() => undefined}
            logged={{ document: 'labels', count }}
            side={side}
          />
        )}
      </Box>
    </Dialog>
  );
}
