import { gapsIn, type Span, type Start, type Way } from '#shared/templates/gaps.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

interface FieldGap extends Span {
  /** Place of the field among all. */
  readonly at: number;
  readonly field: Field;
}

/**
 * Selects the gap that follows or comes before in the fields of a part of the page, so that what is typed takes its place.
 * False: there is none.
 * @param start Where to look first; without it the first one follows the last.
 */
export function goToGapIn(part: HTMLElement, way: Way, start?: Start): boolean {
  // A growing text has a twin that measures it, and nobody sees.
  const fields = [...part.querySelectorAll<Field>('textarea, input')].filter(
    (field) => ['textarea', 'text'].includes(field.type) && !field.disabled && field.ariaHidden !== 'true',
  );
  const gaps = fields.flatMap((field, at) =>
    gapsIn(field.value).map((span): FieldGap => ({ ...span, at, field })),
  );
  const here = fields.findIndex((field) => field === document.activeElement);
  const { selectionStart: from, selectionEnd: to } = fields[here] ?? { selectionStart: 0, selectionEnd: 0 };
  const after = (gap: FieldGap): boolean => gap.at > here || (gap.at === here && gap.from >= (to ?? 0));
  const before = (gap: FieldGap): boolean => gap.at < here || (gap.at === here && gap.to <= (from ?? 0));
  const edge = gaps.at(way === 'next' ? 0 : -1);
  const near = way === 'next' ? gaps.find(after) : gaps.findLast(before);
  const gap = start === 'edge' ? edge : (near ?? (start === 'selection' ? undefined : edge));
  if (gap === undefined) return false;
  gap.field.focus();
  gap.field.setSelectionRange(gap.from, gap.to);
  return true;
}
