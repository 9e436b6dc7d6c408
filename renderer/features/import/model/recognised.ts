import type { FileId } from '#shared/domain/ids.ts';
import type { ImportPlan } from '#renderer/operations/import/run-import.ts';
import type { Why } from '#renderer/operations/import/client-index.ts';

/** A row that is there already, as it is shown. */
export interface Recognised {
  readonly row: number;
  readonly name: string;
  readonly match: { readonly name: string; readonly why: Why; readonly fileId?: FileId };
}

/** The rows of a plan that are there already, in their order. */
export const recognisedIn = ({ rows }: ImportPlan): readonly Recognised[] =>
  rows.flatMap(({ draft, match }): Recognised[] => {
    if (!match) return [];
    const { name, why } = match;
    return [
      {
        row: draft.row,
        name: draft.name,
        match: { name, why, ...('fileId' in match && { fileId: match.fileId }) },
      },
    ];
  });
