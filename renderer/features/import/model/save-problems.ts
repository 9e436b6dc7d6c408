import type { TFunction } from 'i18next';
import type { Problem } from '#renderer/operations/import/row-reader.ts';
import { problemsCsv } from '#renderer/operations/import/problems-csv.ts';
import { platform, value } from '#renderer/platform/index.ts';

/**
 * Saves the list of what was not understood where the user says.
 * @returns Where it went; null when the user changed their mind.
 * @throws `PlatformError` when it could not be written.
 */
export async function saveProblems(
  problems: readonly Problem[],
  t: TFunction,
): Promise<{ readonly fileName: string; readonly folder: string } | null> {
  const titles = (['row', 'column', 'value', 'reason', 'outcome'] as const).map((column) =>
    t(`imports.problems.${column}`),
  );
  const lines = problems.map(({ row, column, value: text, reason, fatal }) => [
    String(row),
    column,
    text,
    t(`imports.problem.${reason}`),
    t(`imports.problems.${fatal ? 'fatal' : 'part'}`),
  ]);
  const saved = await value(
    platform().files.save({
      suggestedName: t('imports.problems.fileName'),
      kind: 'csv',
      bytes: problemsCsv([titles, ...lines]),
    }),
  );
  return saved.state === 'saved' ? saved : null;
}
