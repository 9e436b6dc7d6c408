import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { fieldsByKind, ownFields, type OwnFieldsOf } from '#shared/domain/own-fields.ts';

/** Changes the fields of the practice's kind, on its clients or engagements. */
export async function changeFields(
  of: OwnFieldsOf,
  how: (fields: readonly CustomField[]) => readonly CustomField[],
): Promise<void> {
  const practice = await practiceQueries.get();
  if (!practice) return;
  const changed = {
    ...fieldsByKind(of, practice),
    [practice.kind]: [...how(ownFields(of, practice))],
  };
  await practiceCommands.change(of === 'clients' ? { customFields: changed } : { engagementFields: changed });
}
