import { useMemo } from 'react';
import type { LifecycleStage } from '#shared/domain/client.ts';
import {
  firstStage,
  offeredStages,
  stageOf,
  stagesInOrder,
  stagesMeaning,
  type StageId,
  type Standing,
  standingIn,
} from '#shared/domain/stages.ts';
import { usePractice } from './practice-hooks.ts';

/** The stages of the lifecycle as the practice has them. */
export interface Stages {
  /** All of them, in its order. */
  readonly inOrder: readonly StageId[];
  /** Those that are offered, and those that are there already. */
  readonly offered: (there?: readonly string[]) => readonly StageId[];
  /** Where a new client stands. */
  readonly first: StageId;
  /** Where a client stands. */
  readonly of: (client: Standing) => StageId;
  /** What a client says who is put into a stage. */
  readonly standingIn: (stage: StageId) => Required<Standing>;
  /** The stages that mean one of these. */
  readonly meaning: (meanings: readonly LifecycleStage[]) => readonly StageId[];
}

/** The stages of the lifecycle; those of the app while the practice loads. */
export function useStages(): Stages {
  const kept = usePractice()?.stages;
  return useMemo(
    () => ({
      inOrder: stagesInOrder(kept),
      offered: (there) => offeredStages(kept, there),
      first: firstStage(kept),
      of: (client) => stageOf(client, kept),
      standingIn: (stage) => standingIn(stage, kept),
      meaning: (meanings) => stagesMeaning(meanings, kept),
    }),
    [kept],
  );
}
