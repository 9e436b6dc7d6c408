import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';

interface PanelButtonProps {
  readonly id: string;
  readonly keys: string;
  /** On the button. */
  readonly label: string;
  /** What the panel is for; a verb. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Left free at the window's edge, pixels; and the least a panel needs. */
const MARGIN = 24;
const LEAST = 240;

/** A button, and a key, that open a panel of choices beneath it. */
export function PanelButton({ id, keys, label, title, children }: PanelButtonProps): ReactElement {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  /** Room below the button, pixels; null: the panel is closed. */
  const [room, setRoom] = useState<number | null>(null);
  const open = (): void =>
    setRoom(window.innerHeight - (button.current?.getBoundingClientRect().bottom ?? 0) - MARGIN);
  useCommands([{ id, title, group: t('clients.title'), keys, run: open }]);
  return (
    <>
      <Button ref={button} aria-haspopup="dialog" aria-expanded={room !== null} onClick={open}>
        {label}
        <KeyHint keys={keys} />
      </Button>
      <Popover
        open={room !== null}
        onClose={() => setRoom(null)}
        anchorEl={() => button.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-modal': true,
            'aria-label': title,
            // It scrolls rather than cover the row that it came from.
            style: { maxHeight: room === null ? undefined : Math.max(LEAST, room) },
          },
        }}
      >
        {children}
      </Popover>
    </>
  );
}
