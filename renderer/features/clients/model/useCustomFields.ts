import { useMemo } from 'react';
import { usePractice } from '#renderer/entities/practice/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { isListed } from './custom.ts';

/** The fields of the practice's own that the register can show and filter by. */
export function useCustomFields(): readonly CustomField[] {
  const practice = usePractice();
  return useMemo(() => (practice?.customFields[practice.kind] ?? []).filter(isListed), [practice]);
}
