import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useTasksOf } from '#renderer/entities/task/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { DueDay } from '#renderer/ui/DueDay.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { Requirement } from '#shared/domain/requirement.ts';
import { useActions } from './actions.ts';

/** The tasks that work on a requirement, and the way to make one. */
export function RequirementTasks({ requirement }: { readonly requirement: Requirement }): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const { id, fileId, text } = requirement;
  const tasks = useTasksOf(fileId)?.filter(({ requirementIds = [] }) => requirementIds.includes(id)) ?? [];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
      {tasks.length === 0 && (
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('requirements.noTask')}
        </Typography>
      )}
      {tasks.length > 0 && (
        <Box component="ul" aria-label={t('requirements.tasks')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {tasks.map((task) => (
            <Box component="li" key={task.id} sx={{ display: 'flex', gap: 3, typography: 'body2' }}>
              <Link component={RouterLink} to={routes.task(fileId, task.id)} underline="hover">
                {task.title}
              </Link>
              {task.doneAt === null ? (
                <DueDay day={task.dueOn} />
              ) : (
                <Box component="span" sx={{ color: 'quiet' }}>
                  {t('requirements.taskDone')}
                </Box>
              )}
            </Box>
          ))}
        </Box>
      )}
      <Writes>
        <Button disabled={text.trim() === ''} onClick={() => actions.makeTask(requirement)}>
          {t('requirements.makeTask')} <KeyHint keys="alt+t" />
        </Button>
      </Writes>
    </Box>
  );
}
