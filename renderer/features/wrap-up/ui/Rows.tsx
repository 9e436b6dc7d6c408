import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MARK_GLYPHS, type LineMark } from '#shared/domain/rich-text.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';

interface GroupProps {
  readonly mark: LineMark;
  readonly title: string;
  /** Heads of the columns after the words. */
  readonly columns?: readonly string[];
  /** Grid columns after the words. */
  readonly widths?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const NO_COLUMNS: readonly string[] = [];

/** Columns of every row: what to include, the words, then what the group adds. */
const gridColumns = (widths: string): string => `32px minmax(0, 1fr) ${widths}`;

/** One group of the sheet. The heads of its columns name the fields for the eye; the fields have labels of their own. */
export function Group({
  mark,
  title,
  columns = NO_COLUMNS,
  widths = '',
  aside,
  children,
}: GroupProps): ReactElement {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: gridColumns(widths),
          columnGap: 2,
          alignItems: 'baseline',
          borderBottom: 1,
          borderColor: 'line',
          pb: 1,
        }}
      >
        <Box component="span" aria-hidden sx={{ textAlign: 'center', color: `marks.${mark}` }}>
          {MARK_GLYPHS[mark]}
        </Box>
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {columns.map((column) => (
          <Typography key={column} variant="caption" aria-hidden sx={{ color: 'quiet' }}>
            {column}
          </Typography>
        ))}
      </Box>
      {aside}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          // The head of the column shows what a screen reader hears with each field.
          '& .MuiInputLabel-root': {
            position: 'absolute',
            width: '1px',
            height: '1px',
            overflow: 'hidden',
            clipPath: 'inset(50%)',
          },
          '& > li': {
            display: 'grid',
            gridTemplateColumns: gridColumns(widths),
            columnGap: 2,
            alignItems: 'start',
            py: 1,
            borderBottom: 1,
            borderColor: 'line',
          },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

interface RowProps {
  readonly text: string;
  /** Label of the field with the words. */
  readonly label: string;
  readonly onText: (text: string) => void;
  /** Absent: the line is always part of the sheet. */
  readonly include?: boolean;
  readonly onInclude?: (include: boolean) => void;
  /** The words of the note, when a record made before says something else. */
  readonly inNote?: string | undefined;
  readonly known?: boolean;
  /** Beneath the words. */
  readonly below?: ReactNode;
  readonly children?: ReactNode;
}

/** One line of the sheet. */
export function Row(props: RowProps): ReactElement {
  const { text, label, onText, include = true, onInclude, inNote, known = false } = props;
  const { t } = useTranslation();
  const differs = known && inNote !== undefined && inNote !== text;
  return (
    <Box component="li" sx={include ? {} : { '& input, & textarea': { color: 'quiet' } }}>
      {onInclude ? (
        <Checkbox
          sx={{ justifySelf: 'center', mt: 0.5 }}
          checked={include}
          onChange={(event) => onInclude(event.target.checked)}
          slotProps={{ input: { 'aria-label': t('wrapup.include', { line: text }) } }}
        />
      ) : (
        <span />
      )}
      <Box sx={{ minWidth: 0 }}>
        <LongTextField
          fullWidth
          size="small"
          label={label}
          value={text}
          // A record is one line of words; Enter has nothing to break here.
          onChange={(event) => onText(event.target.value.replaceAll('\n', ' '))}
        />
        {known && (
          <Typography
            variant="caption"
            component="p"
            sx={{ color: 'quiet', display: 'flex', flexWrap: 'wrap', gap: 2 }}
          >
            {differs ? t('wrapup.inNote', { words: inNote }) : t('wrapup.known')}
            {differs && (
              <Button variant="text" onClick={() => onText(inNote)}>
                {t('wrapup.useNote')}
              </Button>
            )}
          </Typography>
        )}
        {props.below}
      </Box>
      {props.children}
    </Box>
  );
}
