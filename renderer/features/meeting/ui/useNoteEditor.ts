import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Note } from '#shared/domain/note.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { platform } from '#renderer/platform/index.ts';
import { noteExtensions, type EditorContext } from '../model/editor/extensions.ts';
import { isInSight } from '../model/editor/in-sight.ts';
import { linesOf } from '../model/editor/line-attributes.ts';
import { pasteProps } from '../model/editor/paste-props.ts';

interface NoteEditorOptions {
  readonly note: Note;
  readonly onBody: (doc: Node) => void;
  readonly people: () => readonly string[];
  readonly onEditTask: (open: boolean) => void;
  /** Takes the focus when the text is left. */
  readonly frame: RefObject<HTMLDivElement | null>;
}

/** What the editor asks from outside. Made once; texts are read anew at each use. */
function useEditorContext({ people, onEditTask, frame }: NoteEditorOptions): EditorContext {
  const { t } = useTranslation();
  const language = useLanguage();
  const latest = useRef({ t, language });
  useEffect(() => {
    latest.current = { t, language };
  });
  return useMemo(
    () => ({
      today: () => dayOf(systemClock.now()),
      people,
      formatDay: (day) => formatDay(day, latest.current.language),
      openLink: (url) => void platform().links.open({ url }),
      onEditTask: () => onEditTask(true),
      onEscape: () => frame.current?.focus({ preventScroll: true }),
      placeholder: () => latest.current.t('meeting.placeholder'),
      checkboxLabel: (words) => (words === '' ? latest.current.t('meeting.checkbox') : words),
    }),
    [people, onEditTask, frame],
  );
}

/** The cursor waits where the template left room, else at the end. */
function firstRoom(editor: Editor): number {
  const empty = linesOf(editor.state.doc).find(({ node }) => node.content.size === 0);
  return empty ? empty.pos + 1 : editor.state.doc.content.size;
}

/** The editor of a note. It renders nothing in React while one types. */
export function useNoteEditor(options: NoteEditorOptions): Editor {
  const { note, onBody, frame } = options;
  const { t } = useTranslation();
  const context = useEditorContext(options);
  const [search] = useSearchParams();
  const line = search.get('line');
  const at = search.get('at');
  const readOnly = useReadOnly();
  const extensions = useMemo(() => noteExtensions(context), [context]);
  const editor = useEditor(
    {
      extensions,
      content: note.body as JSONContent,
      editable: !readOnly,
      shouldRerenderOnTransaction: false,
      editorProps: {
        ...pasteProps,
        handleScrollToSelection: (view) => isInSight(view, frame.current),
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('meeting.text'),
          spellcheck: 'false',
        },
      },
      onUpdate: ({ editor: { state } }) => onBody(state.doc),
    },
    [note.id, extensions, readOnly],
  );
  useEffect(() => {
    const found =
      (line !== null && editor.commands.jumpToLine(line)) ||
      (at !== null && editor.commands.jumpToLineNumber(Number(at)));
    if (!found) editor.commands.setTextSelection(firstRoom(editor));
    editor.commands.focus(null, { scrollIntoView: true });
  }, [editor, line, at]);
  return editor;
}
