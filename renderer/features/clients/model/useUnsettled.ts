import { useMemo } from 'react';
import { useOpenQuestions } from '#renderer/entities/question/index.ts';
import { useOpenRequirements } from '#renderer/entities/requirement/index.ts';
import type { ForgottenSources } from './forgotten.ts';

/** Questions and requirements that are not settled; undefined while they load, and where nobody asks. */
export function useUnsettled(asked: boolean): Omit<ForgottenSources, 'planned'> | undefined {
  const questions = useOpenQuestions(asked);
  const requirements = useOpenRequirements(asked);
  return useMemo(
    () => (asked && questions && requirements ? { questions, requirements } : undefined),
    [asked, questions, requirements],
  );
}
