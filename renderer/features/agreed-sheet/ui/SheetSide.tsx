import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import { MARK_GLYPHS, type MarkedLine } from '#shared/domain/rich-text.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import type { SheetLine } from '../model/content.ts';
import { chooseSheetLanguages } from '../model/languages.ts';
import { translateLine } from '../model/translations.ts';
import type { SheetVersion } from '../model/version.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** Longest wording of a translated line that the note keeps. */
const LONGEST_LINE = 500;

interface Chosen {
  readonly first: Language;
  readonly second: Language | null;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 2 }}>
      <Typography id={id} variant="h3" component="h2">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Languages({ note, chosen }: { readonly note: Note; readonly chosen: Chosen }): ReactElement {
  const { t } = useTranslation();
  const choose = (change: Partial<Chosen>): void => chooseSheetLanguages(note.id, { ...chosen, ...change });
  const options = (except: Language | null): ReactNode =>
    LANGUAGES.filter((language) => language !== except).map((language) => (
      <option key={language} value={language}>
        {t(`domain.language.${language}`)}
      </option>
    ));
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <TextField
        select
        label={t('sheet.language')}
        value={chosen.first}
        slotProps={{ select: { native: true } }}
        onChange={(event) => choose({ first: event.target.value as Language })}
      >
        {options(null)}
      </TextField>
      <TextField
        select
        label={t('sheet.secondLanguage')}
        value={chosen.second ?? ''}
        slotProps={{ select: { native: true } }}
        onChange={(event) =>
          choose({ second: event.target.value === '' ? null : (event.target.value as Language) })
        }
      >
        <option value="">{t('sheet.oneLanguage')}</option>
        {options(chosen.first)}
      </TextField>
    </Box>
  );
}

function HeldBack({ lines }: { readonly lines: readonly MarkedLine[] }): ReactElement {
  const { t } = useTranslation();
  if (lines.length === 0) return <Typography sx={{ color: 'quiet' }}>{t('sheet.heldBackNone')}</Typography>;
  return (
    <Part title={t('sheet.heldBack', { count: lines.length })}>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('sheet.heldBackHint')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {lines.map((line, index) => (
          <Box component="li" key={`${line.lineId} ${String(index)}`} sx={{ display: 'flex', gap: 2 }}>
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
    </Part>
  );
}

interface TranslationProps {
  readonly note: Note;
  readonly line: SheetLine;
  readonly language: Language;
}

function Translation({ note, line, language }: TranslationProps): ReactElement {
  const [text, change] = useAutosavedText(
    `translation ${note.id} ${line.lineId}`,
    note.translations[line.lineId] ?? '',
    (typed) => translateLine(note.id, line.lineId, typed),
  );
  return (
    <Writes>
      <LongTextField
        label={line.text}
        value={text}
        slotProps={{ htmlInput: { lang: language, maxLength: LONGEST_LINE } }}
        onChange={(event) => change(event.target.value.replaceAll('\n', ' '))}
      />
    </Writes>
  );
}

interface SheetSideProps {
  readonly note: Note;
  readonly chosen: Chosen;
  readonly version: SheetVersion;
  readonly heldBack: readonly MarkedLine[];
  /** What the sheet says, to be worded in the second language. */
  readonly lines: readonly SheetLine[];
  /** Whom the paper is for. */
  readonly children: ReactNode;
}

/** Beside the pages: languages, version, what is held back, and the wording in the second language. */
export function SheetSide({
  note,
  chosen,
  version,
  heldBack,
  lines,
  children,
}: SheetSideProps): ReactElement {
  const { t } = useTranslation();
  const { second } = chosen;
  return (
    <Box sx={{ display: 'grid', gap: 5, alignContent: 'start' }}>
      <Languages note={note} chosen={chosen} />
      {children}
      <Typography component="output">
        {t(version.isNew ? 'sheet.versionNew' : 'sheet.versionSame', { version: version.version })}
      </Typography>
      {lines.length === 0 && <Typography sx={{ color: 'quiet' }}>{t('sheet.nothingAgreed')}</Typography>}
      <NotForClient>
        <HeldBack lines={heldBack} />
      </NotForClient>
      {second !== null && lines.length > 0 && (
        <Part title={t('sheet.translations')}>
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('sheet.translationsHint')}
          </Typography>
          {lines.map((line, index) => (
            <Translation key={`${line.lineId} ${String(index)}`} note={note} line={line} language={second} />
          ))}
        </Part>
      )}
    </Box>
  );
}
