import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { recordIdSchema } from '#shared/domain/ids.ts';
import type { Note } from '#shared/domain/note.ts';
import { suggestedName } from '#shared/documents/file-name.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useClient } from '#renderer/entities/client/index.ts';
import { usePassOnGate } from '#renderer/entities/consent/index.ts';
import { useNote } from '#renderer/entities/note/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useQuestionsOf } from '#renderer/entities/question/index.ts';
import { useRequirementsOf } from '#renderer/entities/requirement/index.ts';
import { sheetCommands, useSheetsOf } from '#renderer/entities/sheet/index.ts';
import { useTasksOf } from '#renderer/entities/task/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { notify } from '#renderer/ui/notices.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { agreedSheet } from '../model/agreed-sheet.ts';
import { sheetContent, shownLines, type SheetSources } from '../model/content.ts';
import { sheetLanguages, useSheetLanguages } from '../model/languages.ts';
import { sheetHash, sheetVersion, withVersion } from '../model/version.ts';
import { SheetSide } from './SheetSide.tsx';

/** All the sheet is made of; undefined until everything is loaded. */
function useSources(note: Note): SheetSources | undefined {
  const client = useClient(note.fileId);
  const practice = usePractice();
  const tasks = useTasksOf(note.fileId);
  const requirements = useRequirementsOf(note.fileId);
  const questions = useQuestionsOf(note.fileId);
  return useMemo(
    () =>
      client && practice && tasks && requirements && questions
        ? { note, client, practice, tasks, requirements, questions }
        : undefined,
    [note, client, practice, tasks, requirements, questions],
  );
}

/** Paper of the sheet, with its version, and the record that a version left the app. */
function SheetOf({ sources }: { readonly sources: SheetSources }): ReactElement {
  const { t } = useTranslation();
  const { note, client } = sources;
  const sheets = useSheetsOf(note.fileId, note.id);
  const chosen = useSheetLanguages(note.id, client.language);
  const { first, second } = chosen;
  const sheet = useMemo(
    () => agreedSheet({ ...sources, languages: sheetLanguages({ first, second }) }),
    [sources, first, second],
  );
  const version = useMemo(
    () => (sheets ? sheetVersion(sheetHash(sheet.document), sheets) : undefined),
    [sheet, sheets],
  );
  const document = useMemo(
    () => (version ? withVersion(sheet.document, version) : undefined),
    [sheet, version],
  );
  const lines = useMemo(() => shownLines(sheetContent(sources)), [sources]);
  const passOn = usePassOnGate(client);
  if (!document || !version) return <Box sx={{ p: 6 }}>{t('common.loading')}</Box>;

  const record = async (): Promise<void> => {
    if (!version.isNew) return;
    await sheetCommands.add(note.fileId, {
      noteId: note.id,
      version: version.version,
      hash: version.hash,
      languages: [...sheetLanguages(chosen)],
      madeAt: systemClock.now(),
    });
    notify({ text: t('sheet.recorded', { version: version.version }) });
  };
  const name = suggestedName(
    translator(first)('sheet.title'),
    client.name,
    formatDay(dayOf(note.startedAt), first),
    `v${String(version.version)}`,
  );
  return (
    <>
      <PaperPanel
        document={document}
        suggestedName={name}
        label={t('sheet.preview')}
        mayGo={passOn.mayGo}
        logged={{ document: 'agreedSheet', fileId: client.fileId }}
        onOut={() => void record().catch(() => notify({ text: t('sheet.notRecorded'), tone: 'warning' }))}
        side={
          <SheetSide note={note} chosen={chosen} version={version} heldBack={sheet.heldBack} lines={lines}>
            {passOn.choice}
          </SheetSide>
        }
      />
      {passOn.dialog}
    </>
  );
}

function LoadedSheet({ note }: { readonly note: Note }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const sources = useSources(note);
  const back = (): void => void navigate(routes.meeting(note.id));
  useCommands([
    { id: 'sheet.back', title: t('sheet.backToNote'), group: t('sheet.title'), keys: 'escape', run: back },
  ]);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ScreenHeader
        title={t('sheet.title')}
        meta={
          <>
            <span>{sources?.client.name}</span>
            <span>{formatDay(dayOf(note.startedAt), language)}</span>
            <span>{note.title}</span>
          </>
        }
      >
        <Button onClick={back}>{t('sheet.backToNote')}</Button>
      </ScreenHeader>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        {sources ? <SheetOf sources={sources} /> : <Box sx={{ p: 6 }}>{t('common.loading')}</Box>}
      </Box>
    </Box>
  );
}

/** The «What we agreed» sheet of a note: what the client signs and takes home. Route `/meeting/:noteId/sheet`. */
export function SheetScreen(): ReactElement {
  const { t } = useTranslation();
  const { noteId } = useParams();
  const note = useNote(recordIdSchema.parse(noteId));
  return note ? <LoadedSheet note={note} /> : <Box sx={{ p: 6 }}>{t('common.loading')}</Box>;
}
