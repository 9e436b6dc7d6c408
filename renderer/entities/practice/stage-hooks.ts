import { useMemo } from 'react';
import type { LifecycleStage } from '#shared/domain/client.ts';
import { firstStage, offeredStages, stagesInOrder } from '#shared/domain/stages.ts';
import { usePractice } from './practice-hooks.ts';

/** The stages of the lifecycle as the practice has them. */
export interface Stages {
  /** All of them, in its order. */
  readonly inOrder: readonly LifecycleStage[];
  /** Those that are offered, and those that are there already. */
  readonly offered: (there?: readonly string[]) => readonly LifecycleStage[];
  /** Where a new client stands. */
  readonly first: LifecycleStage;
}

/** The stages of the lifecycle; those of the app while the practice loads. */
export function useStages(): Stages {
  const kept = usePractice()?.stages;
  return useMemo(
    () => ({
      inOrder: stagesInOrder(kept),
      offered: (there) => offeredStages(kept, there),
      first: firstStage(kept),
    }),
    [kept],
  );
}
