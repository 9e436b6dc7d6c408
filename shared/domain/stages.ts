import { z } from 'zod';
import { type ClientBody, isGone, LIFECYCLE_STAGES, type LifecycleStage } from './client.ts';
import { type RecordId, recordIdSchema } from './ids.ts';
import { lineSchema } from './values.ts';

/** What a practice makes of one stage of the lifecycle, which keeps its meaning underneath; or a stage that it added. */
export const stageSettingSchema = z.object({
  /** The stage of the lifecycle; of one that was added, what it means: judgements, reasons and imports go by it. */
  stage: z.enum(LIFECYCLE_STAGES),
  /** Of a stage that the practice added. */
  id: recordIdSchema.exactOptional(),
  /** What the practice calls it, in whatever language; empty: as the app does. */
  label: lineSchema,
  /** Not offered any more. Who stands in it is still shown there. */
  hidden: z.boolean(),
});
export type StageSetting = z.infer<typeof stageSettingSchema>;

/** A stage in which clients stand: one of the lifecycle, or one of the practice's own by its id. */
export type StageId = LifecycleStage | RecordId;

/** The part of a client that says where it stands. */
export type Standing = Pick<ClientBody, 'stage' | 'ownStage'>;

/** The stage that a setting is about. */
export const stageIdOf = ({ stage, id }: Pick<StageSetting, 'stage' | 'id'>): StageId => id ?? stage;

/** Every stage with its setting, in the practice's order; stages that are not in it come after, as the app has them. */
export function stageSettings(kept: readonly StageSetting[] = []): readonly StageSetting[] {
  const known = kept.filter(
    (setting, index) => kept.findIndex((one) => stageIdOf(one) === stageIdOf(setting)) === index,
  );
  const others = LIFECYCLE_STAGES.filter((stage) => known.every((one) => stageIdOf(one) !== stage));
  return [...known, ...others.map((stage) => ({ stage, label: '', hidden: false }))];
}

/** Every stage in the practice's order. */
export const stagesInOrder = (kept?: readonly StageSetting[]): readonly StageId[] =>
  stageSettings(kept).map(stageIdOf);

/** The stages that are offered, in the practice's order, with those that are there already. */
export const offeredStages = (
  kept?: readonly StageSetting[],
  there: readonly string[] = [],
): readonly StageId[] =>
  stageSettings(kept)
    .filter((setting) => !setting.hidden || there.includes(stageIdOf(setting)))
    .map(stageIdOf);

const ownStage = (kept: readonly StageSetting[] | undefined, id: string): StageSetting | undefined =>
  kept?.find((one) => one.id === id);

/** Where a client stands. A stage of the practice's own that is there no more leaves its meaning. */
export function stageOf({ stage, ownStage: id }: Standing, kept?: readonly StageSetting[]): StageId {
  return id && ownStage(kept, id)?.stage === stage ? id : stage;
}

/** What a client says who is put into a stage. */
export function standingIn(id: StageId, kept?: readonly StageSetting[]): Required<Standing> {
  const lifecycle = LIFECYCLE_STAGES.find((stage) => stage === id);
  if (lifecycle) return { stage: lifecycle, ownStage: null };
  return { stage: ownStage(kept, id)?.stage ?? 'acquisition', ownStage: id as RecordId };
}

/** Stages of the lifecycle, and after them those of the practice's own that mean one of these. */
export const stagesMeaning = (
  meanings: readonly LifecycleStage[],
  kept: readonly StageSetting[] = [],
): readonly StageId[] => [
  ...meanings,
  ...kept.flatMap(({ stage, id }) => (id !== undefined && meanings.includes(stage) ? [id] : [])),
];

/** Where a new client stands: in «acquisition», else in a stage that means it, else in the first that is offered. */
export function firstStage(kept?: readonly StageSetting[]): StageId {
  const offered = offeredStages(kept);
  const meant = stagesMeaning(['acquisition'], kept).find((stage) => offered.includes(stage));
  return meant ?? offered[0] ?? 'acquisition';
}

/** The stages as the app has them, and after them those that the practice added. */
export function asTheAppHas(kept: readonly StageSetting[]): readonly StageSetting[] {
  const own = kept.filter(({ id }) => id !== undefined);
  return own.length === 0 ? [] : [...stageSettings(), ...own];
}

/** Whether a stage can be hidden: who is lost or ended must be able to be so, and one of the others has to be left. */
export function canHide(
  kept: readonly StageSetting[],
  { stage, id }: Pick<StageSetting, 'stage' | 'id'>,
): boolean {
  if (isGone(stage)) return id !== undefined;
  return stageSettings(kept).some(
    (one) => !one.hidden && stageIdOf(one) !== (id ?? stage) && !isGone(one.stage),
  );
}
