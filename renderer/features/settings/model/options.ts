import type { CustomField } from '#shared/domain/custom-field.ts';

type Option = CustomField['options'][number];

/**
 * What can be chosen, from text with one a line. A line that says what it said keeps its id, and with it the values in the
 * files; where as many lines stand as before, a changed one is the same option under a new name.
 */
export function optionsFrom(text: string, before: readonly Option[], newId: () => string): readonly Option[] {
  const labels = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
  const known = new Map(before.map(({ id, label }) => [label, id]));
  const renamed = labels.length === before.length;
  return labels.map((label, at) => {
    const there = before[at];
    const free = renamed && there !== undefined && !labels.includes(there.label) ? there.id : undefined;
    return { id: known.get(label) ?? free ?? newId(), label };
  });
}
