import Box from '@mui/material/Box';
import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactElement, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_MARKS, type RichTextNode } from '#shared/domain/rich-text.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { FieldTarget } from '#renderer/entities/template/index.ts';
import { platform } from '#renderer/platform/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { type EditorContext, noteExtensions } from '../model/editor/extensions.ts';
import { type MergeFieldOptions, MergeFields, type PlacedField } from '../model/editor/merge-fields.ts';
import { pasteProps } from '../model/editor/paste-props.ts';
import { MarkAnnouncer } from './MarkAnnouncer.tsx';
import { MarkBar } from './MarkBar.tsx';
import { markLabelVariable, SheetFrame } from './sheet-style.ts';
import { TaskForm } from './TaskForm.tsx';
import { textCommands } from './text-commands.ts';

/** What is said of the fields of a template. */
export interface TemplateFields {
  readonly meant: (typed: string) => PlacedField | null;
  readonly labelOf: (field: string) => string | null;
  readonly onAsk: (at: { readonly left: number; readonly top: number }) => void;
}

export interface TemplateSheetProps extends TemplateFields {
  readonly body: RichTextNode;
  readonly editable: boolean;
  /** Takes the document as it is; it is turned into a record only when it is stored. */
  readonly onBody: (doc: Node) => void;
  /** Told of the text when it is there, and when the cursor comes into it. */
  readonly onTarget: (target: FieldTarget) => void;
}

const nobody = (): readonly string[] => [];

type Frame = RefObject<HTMLDivElement | null>;

/** What the editor asks from outside. Made once; texts are read anew at each use. */
function useContexts(props: TemplateSheetProps, onEditTask: () => void, frame: Frame) {
  const { t } = useTranslation();
  const language = useLanguage();
  const latest = useRef({ ...props, t, language, onEditTask });
  useEffect(() => {
    latest.current = { ...props, t, language, onEditTask };
  });
  const context = useMemo(
    (): EditorContext => ({
      today: () => dayOf(systemClock.now()),
      people: nobody,
      formatDay: (day) => formatDay(day, latest.current.language),
      openLink: (url) => void platform().links.open({ url }),
      onEditTask: () => latest.current.onEditTask(),
      onEscape: () => frame.current?.focus({ preventScroll: true }),
      placeholder: () => latest.current.t('templates.placeholder'),
      checkboxLabel: (words) => (words === '' ? latest.current.t('meeting.checkbox') : words),
    }),
    [frame],
  );
  const fields = useMemo(
    (): MergeFieldOptions => ({
      meant: (typed) => latest.current.meant(typed),
      labelOf: (field) => latest.current.labelOf(field),
      unknownLabel: (label) => latest.current.t('templates.unknownField', { field: label }),
      onAsk: (at) => latest.current.onAsk(at),
    }),
    [],
  );
  return { context, fields };
}

function useTemplateEditor(props: TemplateSheetProps, onEditTask: () => void, frame: Frame): Editor {
  const { t } = useTranslation();
  const { context, fields } = useContexts(props, onEditTask, frame);
  const latestBody = useRef(props.onBody);
  useEffect(() => {
    latestBody.current = props.onBody;
  });
  const extensions = useMemo(
    () => [...noteExtensions(context), MergeFields.configure(fields)],
    [context, fields],
  );
  return useEditor(
    {
      extensions,
      content: props.body as JSONContent,
      editable: props.editable,
      shouldRerenderOnTransaction: false,
      editorProps: {
        ...pasteProps,
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('templates.body'),
          spellcheck: 'false',
        },
      },
      onUpdate: ({ editor: { state } }) => latestBody.current(state.doc),
    },
    [extensions, props.editable],
  );
}

/** The text that a meeting note starts with, written as the note itself is, with fields in it. */
export function TemplateSheet(props: TemplateSheetProps): ReactElement {
  const { editable, onTarget } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [editingTask, setEditingTask] = useState(false);
  const editor = useTemplateEditor(props, () => setEditingTask(true), frame);
  useEffect(() => {
    if (!editable) return undefined;
    const offer = (): void =>
      onTarget({
        insert: ({ name, label }) =>
          void editor.chain().focus().insertMergeField({ field: name, label }).run(),
        focus: () => void editor.commands.focus(),
      });
    editor.on('focus', offer);
    offer();
    return () => void editor.off('focus', offer);
  }, [editor, editable, onTarget]);
  useCommands(editable ? textCommands(editor, t) : []);
  // Marks are drawn by CSS: their names reach it as variables.
  const labels = Object.fromEntries(
    LINE_MARKS.map((mark) => [markLabelVariable(mark), JSON.stringify(t(`domain.mark.${mark}`))]),
  );
  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', border: 1, borderColor: 'line', bgcolor: 'surface' }}
    >
      {editable && <MarkBar editor={editor} onEditTask={setEditingTask} />}
      <MarkAnnouncer editor={editor} />
      <SheetFrame ref={frame} tabIndex={-1} style={labels}>
        <div className="sheet-page">
          <EditorContent editor={editor} />
        </div>
      </SheetFrame>
      {editingTask && <TaskForm editor={editor} people={nobody} onClose={() => setEditingTask(false)} />}
    </Box>
  );
}
