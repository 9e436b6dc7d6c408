import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, memo, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_MARKS, MARK_GLYPHS } from '#shared/domain/rich-text.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { currentLine } from '../model/editor/line-marks.ts';
import { markKeys } from './mark-keys.ts';
import { MEETING_KEYS } from './useMeetingCommands.ts';

interface MarkBarProps {
  readonly editor: Editor;
  readonly onEditTask: (open: boolean) => void;
}

interface BarButtonProps {
  readonly children: ReactNode;
  readonly keys: string;
  readonly pressed?: boolean;
  readonly focusable: boolean;
  readonly onRun: () => void;
}

const BarButton = ({ children, keys, pressed, focusable, onRun }: BarButtonProps): ReactElement => (
  <Button
    variant="text"
    tabIndex={focusable ? 0 : -1}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    // The cursor stays in the text.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onRun}
    sx={{ px: 1.5, gap: 1.5, ...(pressed === true ? { bgcolor: 'selected' } : {}) }}
  >
    {children}
    <KeyHint keys={keys} />
  </Button>
);

/** The seven marks, for the mouse and for learning their keys. The arrow keys move along it. */
export const MarkBar = memo(function MarkBar({ editor, onEditTask }: MarkBarProps): ReactElement {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(0);
  const mark = useEditorState({
    editor,
    selector: ({ editor: { state } }) => currentLine(state)?.attrs.mark,
  });

  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const next = (reached + step + buttons.length) % buttons.length;
    event.preventDefault();
    setReached(next);
    buttons[next]?.focus();
  };
  return (
    <Box
      ref={bar}
      role="toolbar"
      aria-label={t('meeting.marks')}
      onKeyDown={move}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 0.5,
        px: 3,
        py: 1,
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      {LINE_MARKS.map((one, index) => (
        <BarButton
          key={one}
          keys={markKeys(index)}
          pressed={mark === one}
          focusable={reached === index}
          onRun={() => editor.chain().focus().toggleLineMark(one).run()}
        >
          <Box component="span" aria-hidden sx={{ color: `marks.${one}` }}>
            {MARK_GLYPHS[one]}
          </Box>
          {t(`domain.mark.${one}`)}
        </BarButton>
      ))}
      <BarButton
        keys={MEETING_KEYS.task}
        focusable={reached === LINE_MARKS.length}
        onRun={() => onEditTask(true)}
      >
        {t('meeting.task.open')}
      </BarButton>
    </Box>
  );
});
