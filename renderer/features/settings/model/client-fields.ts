import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';

/** Changes the fields of the practice's kind. */
export async function changeFields(
  how: (fields: readonly CustomField[]) => readonly CustomField[],
): Promise<void> {
  const practice = await practiceQueries.get();
  if (!practice) return;
  const { kind, customFields } = practice;
  await practiceCommands.change({
    customFields: { ...customFields, [kind]: [...how(customFields[kind] ?? [])] },
  });
}
