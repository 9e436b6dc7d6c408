import { practiceCommands } from '#renderer/entities/practice/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { fieldsByKind, ownFields, type OwnFieldsOf } from '#shared/domain/own-fields.ts';

/** Changes the fields of the practice's kind, on its clients or engagements. */
export const changeFields = (
  of: OwnFieldsOf,
  how: (fields: readonly CustomField[]) => readonly CustomField[],
): Promise<void> =>
  practiceCommands.change((practice) => {
    const changed = {
      ...fieldsByKind(of, practice),
      [practice.kind]: [...how(ownFields(of, practice))],
    };
    return of === 'clients' ? { customFields: changed } : { engagementFields: changed };
  });
