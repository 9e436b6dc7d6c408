import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reminderCommands } from '#renderer/entities/reminder/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { CheckLine } from '#renderer/ui/CheckLine.tsx';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import { formatWallTime } from '#shared/i18n/format.ts';
import { ReminderDialog } from './ReminderDialog.tsx';
import { repeatOf } from '../model/repeat.ts';
import { SideBox } from './SideBox.tsx';

interface RemindersBoxProps {
  readonly fileId: FileId;
  readonly reminders: readonly Reminder[];
}

/** The reminders of this file that still stand, the next one first. */
export function RemindersBox({ fileId, reminders }: RemindersBoxProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [editing, setEditing] = useState<Reminder | 'new' | null>(null);
  const [doneBefore] = useState(
    () => new Set(reminders.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id)),
  );
  const add = (): void => setEditing('new');
  useCommands([
    {
      id: 'file.reminder',
      writes: true,
      title: t('clients.reminders.add'),
      group: t('clients.file.group'),
      keys: 'r',
      run: add,
    },
  ]);
  const shown = reminders
    .filter(({ id, doneAt }) => doneAt === null || !doneBefore.has(id))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <>
      <SideBox
        title={t('clients.reminders.title')}
        addName={t('clients.reminders.add')}
        onAdd={add}
        empty={shown.length === 0 ? t('clients.reminders.empty') : null}
      >
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map((reminder) => (
            <CheckLine
              key={reminder.id}
              checked={reminder.doneAt !== null}
              title={reminder.title}
              onToggle={(done) => watched(reminderCommands.setDone(reminder.id, done), t)}
            >
              <Link
                component="button"
                type="button"
                color="inherit"
                underline="hover"
                onClick={() => setEditing(reminder)}
                sx={{ typography: 'body2', textAlign: 'left' }}
              >
                {reminder.title}
              </Link>
              <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
                {formatWallTime(reminder.at, language)}
                {reminder.rule !== null && ` · ${t(`clients.reminders.repeat.${repeatOf(reminder.rule)}`)}`}
              </Typography>
            </CheckLine>
          ))}
        </Box>
      </SideBox>
      {editing !== null && (
        <ReminderDialog
          fileId={fileId}
          reminder={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
