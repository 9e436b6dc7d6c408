import type { Editor } from '@tiptap/core';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineMark } from '#shared/domain/rich-text.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { currentLine } from '../model/editor/line-marks.ts';

interface Marked {
  readonly line: string | null;
  readonly mark: LineMark | null;
}

const markedNow = (editor: Editor): Marked => {
  const line = currentLine(editor.state);
  return { line: line?.attrs.lineId ?? null, mark: line?.attrs.mark ?? null };
};

/** Says to screen readers what the current line was just marked as. Moving to another line says nothing. */
export function MarkAnnouncer({ editor }: { readonly editor: Editor }): ReactElement {
  const { t } = useTranslation();
  const [said, say] = useState('');
  useEffect(() => {
    let before = markedNow(editor);
    const listen = (): void => {
      const now = markedNow(editor);
      const sameLine = before.line === null || now.line === before.line;
      if (sameLine && now.mark !== before.mark && now.line !== null) {
        say(now.mark === null ? t('meeting.unmarked') : t(`domain.mark.${now.mark}`));
      }
      before = now;
    };
    editor.on('update', listen);
    const moved = (): void => void (before = markedNow(editor));
    editor.on('selectionUpdate', moved);
    return () => {
      editor.off('update', listen);
      editor.off('selectionUpdate', moved);
    };
  }, [editor, t]);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{said}</span>
    </VisuallyHidden>
  );
}
