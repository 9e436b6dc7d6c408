import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import { type StageSetting, stageSettings } from '#shared/domain/stages.ts';

type Change = (stages: readonly StageSetting[]) => readonly StageSetting[];

let last: Promise<unknown> = Promise.resolve();

async function change(how: Change): Promise<void> {
  const practice = await practiceQueries.get();
  if (!practice) return;
  await practiceCommands.change({ stages: [...how(stageSettings(practice.stages))] });
}

/**
 * Changes names, order and choice of the stages; none: as the app has them. One change after another, each on what the one
 * before left: all stages are one value, of which two changes at once would lose one.
 */
export function changeStages(how: Change): Promise<void> {
  const next = last.catch(() => undefined).then(() => change(how));
  last = next;
  return next;
}
