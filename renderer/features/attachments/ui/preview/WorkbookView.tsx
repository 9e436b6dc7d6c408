import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { Preview } from '#renderer/worker/documents/preview.ts';
import type { CellSheet } from '#renderer/worker/import/workbook.ts';
import { cellText } from '../../model/cell-text.ts';
import { columnName } from '../../model/column-name.ts';
import { numbered } from '../../model/numbered.ts';
import { Desk, DeskBar } from './Desk.tsx';

/** The cells of a sheet, with the letters of the columns and the numbers of the rows. */
function SheetTable({ sheet }: { readonly sheet: CellSheet }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = Math.max(0, ...sheet.rows.map((row) => row.length));
  if (columns === 0)
    return <Typography sx={{ p: 5, color: 'quiet' }}>{t('attachments.preview.emptySheet')}</Typography>;
  const places = Array.from({ length: columns }, (_, at) => columnName(at));
  return (
    <Box
      component="table"
      aria-label={sheet.name}
      sx={{
        borderCollapse: 'collapse',
        typography: 'body2',
        fontVariantNumeric: 'tabular-nums',
        '& td, & th': {
          px: 3,
          py: 1,
          border: 1,
          borderColor: 'line',
          verticalAlign: 'top',
        },
        '& td': { maxWidth: '48ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
        '& th': { color: 'quiet', bgcolor: 'surface', fontWeight: 'fontWeightRegular' },
        '& td[data-number]': { textAlign: 'right', whiteSpace: 'nowrap' },
      }}
    >
      <thead>
        <tr>
          <th scope="col">{t('attachments.preview.row')}</th>
          {places.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(sheet.rows).map(({ at: line, value: row }) => (
          <tr key={line}>
            <th scope="row">{line + 1}</th>
            {places.map((name, at) => {
              const cell = row[at] ?? null;
              const isNumber = cell?.is === 'number' || cell?.is === 'date';
              return (
                <td key={name} {...(isNumber && { 'data-number': '' })}>
                  {cellText(cell, t, language)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

interface WorkbookViewProps {
  readonly name: string;
  readonly workbook: Extract<Preview, { kind: 'workbook' }>;
}

/** A workbook: one sheet at a time, chosen by its tab. */
export function WorkbookView({ name, workbook }: WorkbookViewProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [at, setAt] = useState(0);
  const { sheets, cut } = workbook;
  const sheet = sheets[at];
  const move = (step: 1 | -1): void =>
    setAt((before) => Math.max(0, Math.min(sheets.length - 1, before + step)));
  const of = { group: t('attachments.preview.group'), inDialog: true } as const;
  const several = sheets.length > 1;
  useCommands(
    several
      ? [
          {
            id: 'preview.nextSheet',
            title: t('attachments.preview.nextSheet'),
            keys: 'mod+pagedown',
            ...of,
            run: () => move(1),
          },
          {
            id: 'preview.previousSheet',
            title: t('attachments.preview.previousSheet'),
            keys: 'mod+pageup',
            ...of,
            run: () => move(-1),
          },
        ]
      : [],
  );
  return (
    <>
      {(several || cut) && (
        <DeskBar>
          {several && (
            <>
              <Tabs
                value={at}
                aria-label={t('attachments.preview.sheets')}
                onChange={(_, to: number) => setAt(to)}
                selectionFollowsFocus
                variant="scrollable"
                scrollButtons={false}
                sx={{ flex: '0 1 auto', minWidth: 0 }}
              >
                {numbered(sheets).map(({ at: place, value }) => (
                  <Tab
                    key={place}
                    value={place}
                    id={`${id}-${String(place)}`}
                    aria-controls={place === at ? `${id}-sheet` : undefined}
                    label={value.name}
                  />
                ))}
              </Tabs>
              <Typography variant="body2" sx={{ color: 'quiet', whiteSpace: 'nowrap' }}>
                <KeyHint keys="mod+pageup" /> <KeyHint keys="mod+pagedown" />
              </Typography>
            </>
          )}
          {cut && (
            <Typography variant="body2" sx={{ color: 'quiet' }}>
              {t('attachments.preview.cut')}
            </Typography>
          )}
        </DeskBar>
      )}
      <Desk label={name}>
        <Box
          id={`${id}-sheet`}
          {...(several && { role: 'tabpanel', 'aria-labelledby': `${id}-${String(at)}` })}
          sx={{ p: 5 }}
        >
          {sheet && <SheetTable key={at} sheet={sheet} />}
        </Box>
      </Desk>
    </>
  );
}
