import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { nextStepOf } from '../model/forgotten.ts';
import { followUp, planRequirements } from '../model/next-step.ts';
import type { ClientRow } from '../model/rows.ts';

/** One key takes the next step for a file that seems to be forgotten. Where there is none, there is no key. */
export function useNextStep(row: ClientRow | undefined): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const step = row ? nextStepOf(row.forgotten) : null;
  const take = (): void => {
    if (!row || step === null) return;
    const now = systemClock.now();
    const said = { name: row.client.name };
    switch (step) {
      case 'answer':
        return void navigate(routes.file(row.client.fileId));
      case 'addTask':
        return doUndoably(() => planRequirements(row, t, now), t('register.forgotten.taskAdded', said), t);
      case 'followUp':
        return doUndoably(() => followUp(row, t, now), t('register.forgotten.followUpAdded', said), t);
      default:
        return step satisfies never;
    }
  };
  useCommands(
    step === null
      ? []
      : [
          {
            id: 'clients.nextStep',
            title: t(`register.forgotten.step.${step}`),
            group: t('clients.title'),
            keys: 'n',
            writes: step !== 'answer',
            run: take,
          },
        ],
  );
}
