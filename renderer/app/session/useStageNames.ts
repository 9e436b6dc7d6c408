import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { stageIdOf } from '#shared/domain/stages.ts';
import { nameStages } from '#shared/i18n/translate.ts';

/** Lets every text call the stages of the lifecycle as the practice does. */
export function useStageNames(): void {
  const { i18n } = useTranslation();
  const stages = usePractice()?.stages;
  useEffect(() => {
    const own = (stages ?? []).filter(({ label }) => label.trim() !== '');
    nameStages(i18n, Object.fromEntries(own.map((one) => [stageIdOf(one), one.label])));
  }, [i18n, stages]);
}
