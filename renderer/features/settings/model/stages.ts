import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { type StageSetting, stageSettings } from '#shared/domain/stages.ts';

/** Changes names, order and choice of the stages; none: as the app has them. */
export const changeStages = (
  how: (stages: readonly StageSetting[]) => readonly StageSetting[],
): Promise<void> => practiceCommands.change(({ stages }) => ({ stages: [...how(stageSettings(stages))] }));
