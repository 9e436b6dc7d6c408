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

/** A button, and a key, that open a panel of choices beneath it. */
export function PanelButton({ id, keys, label, title, children }: PanelButtonProps): ReactElement {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useCommands([{ id, title, group: t('clients.title'), keys, run: () => setOpen(true) }]);
  return (
    <>
      <Button ref={button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        {label}
        <KeyHint keys={keys} />
      </Button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchorEl={() => button.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-label': title } }}
      >
        {children}
      </Popover>
    </>
  );
}
