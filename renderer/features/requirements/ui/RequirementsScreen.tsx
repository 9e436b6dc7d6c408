import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { fileIdSchema, recordIdSchema, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { Requirement } from '#shared/domain/requirement.ts';
import type { Way } from '#shared/templates/gaps.ts';
import { useClient } from '#renderer/entities/client/index.ts';
import { useNotesOf } from '#renderer/entities/note/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useRequirementsDocument, useRequirementsIn } from '#renderer/entities/requirement/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { goToGapIn } from '#renderer/lib/gap-fields.ts';
import { markFailed } from '#renderer/lib/save-state.ts';
import { routes } from '#renderer/lib/routes.ts';
import { type Command, useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import {
  resetView,
  settleFresh,
  toggleDetails,
  toggleTable,
  useView,
  wantFocus,
  withFresh,
} from '../model/view.ts';
import { ActionsContext, type DocumentActions, type Shown, useDocumentActions } from './actions.ts';
import { DocumentView } from './DocumentView.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { RequirementsTable } from './RequirementsTable.tsx';
import { useHints } from './useHints.ts';

function toggleActiveDetails(): void {
  const { active } = useView.getState();
  if (active?.kind === 'requirement') toggleDetails(active.id);
}

function useDocumentCommands(
  actions: DocumentActions,
  print: () => void,
  goToGap: (way: Way) => boolean,
): void {
  const { t } = useTranslation();
  const gap = (way: Way) => (): void => {
    if (!goToGap(way)) notify({ text: t('templates.noGap') });
  };
  const group = t('requirements.group');
  const commands: readonly (Omit<Command, 'group'> & { readonly keys: string })[] = [
    { id: 'requirements.add', writes: true, title: t('requirements.add'), keys: 'n', run: actions.addHere },
    {
      id: 'requirements.addSection',
      writes: true,
      title: t('requirements.section.add'),
      keys: 'shift+n',
      run: () => actions.addSection(null),
    },
    { id: 'requirements.next', title: t('requirements.next'), keys: 'j', run: () => actions.step('down') },
    {
      id: 'requirements.previous',
      title: t('requirements.previous'),
      keys: 'k',
      run: () => actions.step('up'),
    },
    { id: 'requirements.details', title: t('requirements.details'), keys: 'd', run: toggleActiveDetails },
    {
      id: 'requirements.moveUp',
      writes: true,
      title: t('requirements.moveUp'),
      keys: 'alt+arrowup',
      run: () => actions.move('up'),
    },
    {
      id: 'requirements.moveDown',
      writes: true,
      title: t('requirements.moveDown'),
      keys: 'alt+arrowdown',
      run: () => actions.move('down'),
    },
    { id: 'requirements.nextGap', title: t('templates.nextGap'), keys: 'alt+g', run: gap('next') },
    {
      id: 'requirements.previousGap',
      title: t('templates.previousGap'),
      keys: 'alt+shift+g',
      run: gap('previous'),
    },
    {
      id: 'requirements.task',
      writes: true,
      title: t('requirements.makeTask'),
      keys: 'alt+t',
      run: () => actions.makeTask(),
    },
    { id: 'requirements.table', title: t('requirements.toggleTable'), keys: 'v', run: toggleTable },
    { id: 'requirements.print', title: t('common.print'), keys: 'mod+p', run: print },
  ];
  useCommands(commands.map((command) => ({ ...command, group })));
}

interface LoadedProps extends Shown {
  readonly client: Client;
  readonly practice: Practice;
  readonly notes: readonly Note[];
}

/** Stored requirements and those on their way, as one list. */
function useWithFresh(stored: readonly Requirement[]): readonly Requirement[] {
  const fresh = useView((view) => view.fresh);
  useEffect(() => {
    const known = new Set(stored.map(({ id }) => id));
    settleFresh((id) => known.has(id));
  }, [stored]);
  return useMemo(() => withFresh(stored, fresh), [stored, fresh]);
}

/** Puts the requirement that the address names in sight. */
function useAddressed(): void {
  const [search] = useSearchParams();
  const id = recordIdSchema.safeParse(search.get('requirement')).data;
  useEffect(() => {
    if (id !== undefined) wantFocus({ kind: 'requirement', id, part: 'row' });
  }, [id]);
}

function LoadedDocument(props: LoadedProps): ReactElement {
  const { document, fileId, client, practice, notes } = props;
  const requirements = useWithFresh(props.requirements);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const actions = useDocumentActions({ document, requirements, fileId });
  const hints = useHints(document.templateId, client.language, practice.kind);
  const table = useView((view) => view.table);
  const [printing, setPrinting] = useState(false);
  // What is printed is what is stored: the last words typed are stored first.
  const print = (): void => void flushAll().then(() => setPrinting(true), markFailed);
  const paper = useRef<HTMLDivElement>(null);
  useDocumentCommands(actions, print, (way) => paper.current !== null && goToGapIn(paper.current, way));
  useAddressed();
  return (
    <ActionsContext value={actions}>
      <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
        <ScreenHeader title={document.title} meta={client.name}>
          <Button onClick={() => void navigate(routes.file(fileId, 'requirements'))}>
            {t('requirements.backToFile')}
          </Button>
          <Button aria-pressed={table} onClick={toggleTable}>
            {t('requirements.table')} <KeyHint keys="v" />
          </Button>
          <Button variant="contained" color="primary" onClick={print}>
            {t('common.print')} <KeyHint keys="mod+p" />
          </Button>
        </ScreenHeader>
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            display: 'grid',
            gap: 4,
            px: 6,
            pb: 6,
            gridTemplateColumns: table ? { xs: '1fr', lg: 'minmax(0, 2fr) minmax(0, 3fr)' } : '1fr',
          }}
        >
          <Box
            ref={paper}
            sx={{
              overflow: 'auto',
              minHeight: 0,
              ...(table ? { display: { xs: 'none', lg: 'block' } } : {}),
            }}
          >
            <DocumentView
              document={document}
              requirements={requirements}
              notes={notes}
              hints={hints}
              language={client.language}
            />
          </Box>
          {table && (
            <RequirementsTable
              sections={document.sections}
              requirements={requirements}
              onOpen={({ id }) => wantFocus({ kind: 'requirement', id, part: 'text' })}
            />
          )}
        </Box>
      </Box>
      {printing && (
        <PrintDialog
          document={document}
          requirements={requirements}
          client={client}
          practice={practice}
          notes={notes}
          onClose={() => setPrinting(false)}
        />
      )}
    </ActionsContext>
  );
}

interface DocumentScreenProps {
  readonly fileId: FileId;
  readonly documentId: RecordId;
}

function DocumentScreen({ fileId, documentId }: DocumentScreenProps): ReactElement {
  const { t } = useTranslation();
  const document = useRequirementsDocument(documentId);
  const requirements = useRequirementsIn(fileId, documentId);
  const client = useClient(fileId);
  const practice = usePractice();
  const notes = useNotesOf(fileId);
  useEffect(() => resetView, []);
  if (!document || !requirements || !client || !practice || !notes)
    return <Box sx={{ p: 6 }}>{t('common.loading')}</Box>;
  return (
    <LoadedDocument
      fileId={fileId}
      document={document}
      requirements={requirements}
      client={client}
      practice={practice}
      notes={notes}
    />
  );
}

/** A requirements document, on paper and as a table. Route `/clients/:fileId/requirements/:documentId`. */
export function RequirementsScreen(): ReactElement {
  const params = useParams();
  const fileId = fileIdSchema.parse(params['fileId']);
  const documentId = recordIdSchema.parse(params['documentId']);
  return <DocumentScreen key={documentId} fileId={fileId} documentId={documentId} />;
}
