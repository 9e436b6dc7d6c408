import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileId } from '#shared/domain/ids.ts';
import { MARK_GLYPHS, type MarkedLine } from '#shared/domain/rich-text.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import {
  chooseLanguage,
  chooseForOthers,
  chooseNoteText,
  chooseOwnUse,
  choosePart,
  useChoices,
} from '../model/choices.ts';
import { SUMMARY_PARTS } from '../model/client-summary.ts';

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly inset?: boolean;
  readonly hintId?: string;
  readonly onChange: (checked: boolean) => void;
}

function Check({
  label,
  checked,
  disabled = false,
  inset = false,
  hintId,
  onChange,
}: CheckProps): ReactElement {
  return (
    <FormControlLabel
      label={label}
      disabled={disabled}
      sx={inset ? { ml: 5 } : {}}
      control={
        <Checkbox
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          slotProps={{ input: hintId === undefined ? {} : { 'aria-describedby': hintId } }}
        />
      }
    />
  );
}

function Parts(): ReactElement {
  const { t } = useTranslation();
  const { parts, noteText } = useChoices();
  return (
    <FormControl component="fieldset" variant="standard">
      <FormLabel component="legend">{t('summary.contents')}</FormLabel>
      {SUMMARY_PARTS.map((part) => (
        <Box key={part} sx={{ display: 'grid' }}>
          <Check
            label={t(`summary.part.${part}`)}
            checked={parts.has(part)}
            onChange={(wanted) => choosePart(part, wanted)}
          />
          {part === 'meetings' && (
            <Check
              label={t('summary.noteText')}
              checked={noteText}
              disabled={!parts.has('meetings')}
              inset
              onChange={chooseNoteText}
            />
          )}
        </Box>
      ))}
    </FormControl>
  );
}

function HeldBack({ lines }: { readonly lines: readonly MarkedLine[] }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 2 }}>
      <Typography id={id} variant="h3" component="h2">
        {t('summary.heldBack', { count: lines.length })}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {lines.map((line) => (
          <Box component="li" key={line.lineId} sx={{ display: 'flex', gap: 2 }}>
            <Box component="span" sx={{ color: `marks.${line.mark}` }}>
              <span aria-hidden>{MARK_GLYPHS[line.mark]}</span>
              <VisuallyHidden>{t(`domain.mark.${line.mark}`)}</VisuallyHidden>
            </Box>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {line.text}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

interface SummarySideProps {
  readonly fileId: FileId;
  readonly language: Language;
  readonly ownUse: boolean;
  readonly heldBack: readonly MarkedLine[];
  readonly isEmpty: boolean;
}

/** Beside the pages: what is printed, in which language, and what is held back. */
export function SummarySide({ fileId, language, ownUse, heldBack, isEmpty }: SummarySideProps): ReactElement {
  const { t } = useTranslation();
  const hintId = useId();
  const { forOthers: others } = useChoices();
  return (
    <Box sx={{ display: 'grid', gap: 5, alignContent: 'start' }}>
      <TextField
        select
        label={t('summary.language')}
        value={language}
        slotProps={{ select: { native: true } }}
        onChange={(event) => chooseLanguage(fileId, event.target.value as Language)}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {t(`domain.language.${one}`)}
          </option>
        ))}
      </TextField>
      <Parts />
      <div>
        <NotForClient>
          <Check
            label={t('summary.ownUse')}
            checked={ownUse}
            hintId={hintId}
            onChange={(wanted) => chooseOwnUse(fileId, wanted)}
          />
          <FormHelperText id={hintId}>{t('summary.ownUseHint')}</FormHelperText>
        </NotForClient>
        <Check
          label={t('summary.forOthers')}
          checked={others[fileId] ?? false}
          onChange={(wanted) => chooseForOthers(fileId, wanted)}
        />
      </div>
      {isEmpty && (
        <Typography component="output" sx={{ color: 'quiet' }}>
          {t('summary.empty')}
        </Typography>
      )}
      <NotForClient>{heldBack.length > 0 && <HeldBack lines={heldBack} />}</NotForClient>
    </Box>
  );
}
