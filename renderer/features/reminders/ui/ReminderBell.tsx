import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { platform } from '#renderer/platform/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import { useDue, useWatchDue } from '../model/due.ts';
import { DuePanel } from './DuePanel.tsx';

/** How many reminders are due; opens the list of them. */
export function ReminderBell(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  useWatchDue();
  const count = useDue().length;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);

  // A click on a notification about several reminders names no file: the list does. A file must not stand behind the list.
  useEffect(() => platform().on('reminders.open', ({ reminderId }) => setOpen(reminderId === null)), []);
  useCommands([
    {
      id: 'reminders.due',
      title: t('reminders.panel.show'),
      group: t('reminders.bell.label'),
      run: () => setOpen(true),
    },
  ]);
  return (
    <>
      <Button
        ref={button}
        variant="text"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        sx={count === 0 ? { color: 'quiet' } : { color: 'warning.main', fontWeight: 'fontWeightBold' }}
      >
        {t('reminders.bell.label')} {count > 0 && <span>{formatNumber(count, language)}</span>}
      </Button>
      <VisuallyHidden>
        <output>{count === 0 ? '' : t('reminders.bell.due', { count })}</output>
      </VisuallyHidden>
      <Popover
        open={open}
        onClose={close}
        anchorEl={() => button.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-modal': true, 'aria-label': t('reminders.panel.title') },
        }}
      >
        <DuePanel onLeave={close} />
      </Popover>
    </>
  );
}
