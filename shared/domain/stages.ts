import { z } from 'zod';
import { isGone, LIFECYCLE_STAGES, type LifecycleStage } from './client.ts';
import { lineSchema } from './values.ts';

/** What a practice makes of one stage of the lifecycle, which keeps its meaning underneath. */
export const stageSettingSchema = z.object({
  stage: z.enum(LIFECYCLE_STAGES),
  /** What the practice calls it, in whatever language; empty: as the app does. */
  label: lineSchema,
  /** Not offered any more. Who stands in it is still shown there. */
  hidden: z.boolean(),
});
export type StageSetting = z.infer<typeof stageSettingSchema>;

/** Every stage with its setting, in the practice's order; stages that are not in it come after, as the app has them. */
export function stageSettings(kept: readonly StageSetting[] = []): readonly StageSetting[] {
  const known = kept.filter(({ stage }, index) => kept.findIndex((one) => one.stage === stage) === index);
  const others = LIFECYCLE_STAGES.filter((stage) => known.every((one) => one.stage !== stage));
  return [...known, ...others.map((stage) => ({ stage, label: '', hidden: false }))];
}

/** Every stage in the practice's order. */
export const stagesInOrder = (kept?: readonly StageSetting[]): readonly LifecycleStage[] =>
  stageSettings(kept).map(({ stage }) => stage);

/** The stages that are offered, in the practice's order, with those that are there already. */
export const offeredStages = (
  kept?: readonly StageSetting[],
  there: readonly string[] = [],
): readonly LifecycleStage[] =>
  stageSettings(kept)
    .filter(({ stage, hidden }) => !hidden || there.includes(stage))
    .map(({ stage }) => stage);

/** Where a new client stands: in «acquisition», or in the first stage that is offered where that one is not. */
export function firstStage(kept?: readonly StageSetting[]): LifecycleStage {
  const offered = offeredStages(kept);
  return offered.find((stage) => stage === 'acquisition') ?? offered[0] ?? 'acquisition';
}

/** Whether a stage can be hidden: who is lost or ended must be able to be so, and one of the others has to be left. */
export const canHide = (kept: readonly StageSetting[], stage: LifecycleStage): boolean =>
  !isGone(stage) && offeredStages(kept).some((one) => one !== stage && !isGone(one));
