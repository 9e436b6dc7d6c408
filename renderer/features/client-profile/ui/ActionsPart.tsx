import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DateTime } from 'luxon';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { ClientFacts } from '#shared/domain/assessment/facts.ts';
import { nextActions, type SuggestedAction } from '#shared/domain/assessment/next-actions.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Task } from '#shared/domain/task.ts';
import { Part } from './Part.tsx';

interface ActionsProps {
  readonly client: Client;
  readonly facts: ClientFacts;
  readonly tasks: readonly Task[];
}

/** What to do next; each becomes a task by its key. */
export function ActionsPart({ client, facts, tasks }: ActionsProps): ReactElement {
  const { t } = useTranslation();
  const open = new Set(tasks.filter(({ doneAt }) => doneAt === null).map(({ title }) => title));
  const actions = nextActions(facts).map((action, at) => ({
    ...action,
    title: t(`clientProfile.action.${action.key}.title`, { name: client.name }),
    keys: `alt+${String(at + 1)}`,
  }));
  const makeTask = async ({ dueIn }: SuggestedAction, title: string): Promise<void> => {
    if (open.has(title)) return;
    await taskCommands.add(client.fileId, {
      title,
      side: 'practice',
      who: client.responsible,
      dueOn: DateTime.fromISO(facts.today).plus({ days: dueIn }).toISODate(),
      doneAt: null,
      source: null,
    });
    notify({ text: t('clientProfile.action.made', { title }) });
  };
  useCommands(
    actions.map((action) => ({
      id: `profile.action.${action.key}`,
      writes: true,
      title: t('clientProfile.action.make', { title: action.title }),
      group: t('clients.file.group'),
      keys: action.keys,
      run: () => watched(makeTask(action, action.title), t),
    })),
  );
  return (
    <Part title={t('clientProfile.part.actions')}>
      {actions.length === 0 && (
        <Typography variant="body2" sx={{ gridColumn: '1 / -1', color: 'quiet' }}>
          {t('clientProfile.action.none')}
        </Typography>
      )}
      {actions.map((action) => (
        <Box
          key={action.key}
          sx={{ gridColumn: '1 / -1', display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}
        >
          <Box sx={{ flex: '1 1 20em', minWidth: 0 }}>
            <Typography variant="body2">{action.title}</Typography>
            <Typography variant="caption" sx={{ color: 'quiet' }}>
              {t(`clientProfile.action.${action.key}.reason`, { count: action.count ?? 0 })}
            </Typography>
          </Box>
          {open.has(action.title) ? (
            <Typography variant="body2" sx={{ color: 'quiet' }}>
              {t('clientProfile.action.isTask')}
            </Typography>
          ) : (
            <Button
              aria-label={t('clientProfile.action.make', { title: action.title })}
              onClick={() => watched(makeTask(action, action.title), t)}
            >
              {t('clientProfile.action.makeShort')}
              <KeyHint keys={action.keys} />
            </Button>
          )}
        </Box>
      ))}
    </Part>
  );
}
