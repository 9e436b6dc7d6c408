import { useMemo } from 'react';
import { usePractice } from '#renderer/entities/practice/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { isListed } from './custom.ts';

const NONE: readonly CustomField[] = [];

/** All fields of the practice's own: the register can filter by each. */
export function useFilteredFields(): readonly CustomField[] {
  const practice = usePractice();
  return practice?.customFields[practice.kind] ?? NONE;
}

/** The fields of the practice's own that the register can show. */
export function useCustomFields(): readonly CustomField[] {
  const fields = useFilteredFields();
  return useMemo(() => fields.filter(isListed), [fields]);
}
