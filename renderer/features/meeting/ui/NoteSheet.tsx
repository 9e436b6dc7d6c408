import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorContent } from '@tiptap/react';
import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import type { Details } from '../model/use-meeting.ts';
import { MarkBar } from './MarkBar.tsx';
import { MarkAnnouncer } from './MarkAnnouncer.tsx';
import { markLabelVariable, NoteFrame } from './sheet-style.ts';
import { TaskForm } from './TaskForm.tsx';
import { useNoteEditor } from './useNoteEditor.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface NoteSheetProps {
  readonly note: Note;
  readonly title: string;
  readonly onTitle: (patch: Partial<Details>) => void;
  readonly onBody: (doc: Node) => void;
  readonly onEditor: (editor: Editor | null) => void;
  readonly people: () => readonly string[];
  readonly editingTask: boolean;
  readonly onEditTask: (open: boolean) => void;
}

/** The sheet of paper in the middle. Memoised: what happens around it must not make typing wait. */
export const NoteSheet = memo(function NoteSheet(props: NoteSheetProps): ReactElement {
  const { note, title, onTitle, onBody, onEditor, people, editingTask, onEditTask } = props;
  const { t } = useTranslation();
  const looking = useLooking();
  const frame = useRef<HTMLDivElement>(null);
  const editor = useNoteEditor({ note, onBody, people, onEditTask, frame });

  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);

  // Marks are drawn by CSS: their names reach it as variables.
  const labels = Object.fromEntries(
    LINE_MARKS.map((mark) => [markLabelVariable(mark), JSON.stringify(t(`domain.mark.${mark}`))]),
  );

  // Escape has left the text for the sheet; Enter goes back into it.
  const enterText = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    editor.commands.focus();
  };
  return (
    <Box
      component="section"
      aria-label={t('meeting.sheet')}
      sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Writes>
        <MarkBar editor={editor} onEditTask={onEditTask} />
      </Writes>
      <MarkAnnouncer editor={editor} />
      <NoteFrame
        ref={frame}
        tabIndex={-1}
        onKeyDown={enterText}
        style={labels}
        data-looking={looking === null ? undefined : ''}
      >
        <div className="sheet-page">
          <Writes>
            <InputBase
              className="sheet-title"
              value={title}
              placeholder={t('meeting.title')}
              onChange={(event) => onTitle({ title: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
                event.preventDefault();
                editor.commands.focus('start');
              }}
              slotProps={{ input: { 'aria-label': t('meeting.title'), maxLength: 500 } }}
            />
          </Writes>
          <EditorContent editor={editor} />
        </div>
      </NoteFrame>
      {editingTask && <TaskForm editor={editor} people={people} onClose={() => onEditTask(false)} />}
    </Box>
  );
});
