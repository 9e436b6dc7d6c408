import { usePractice } from '#renderer/entities/practice/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';

const NONE: readonly CustomField[] = [];

/** The fields of the practice's own, in its order: each can be a column and a filter. */
export function useCustomFields(): readonly CustomField[] {
  const practice = usePractice();
  return practice?.customFields[practice.kind] ?? NONE;
}
