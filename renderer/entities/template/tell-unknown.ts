import type { TFunction } from 'i18next';
import type { Filler } from '#shared/templates/fill.ts';
import { notify } from '#renderer/ui/notices.ts';

/** Tells of fields that a template asked for and that there are none of any more. */
export function tellUnknown(filler: Filler, t: TFunction): void {
  const fields = filler.unknown();
  if (fields.length === 0) return;
  notify({ text: t('templates.told', { fields: fields.join(', ') }), tone: 'warning' });
}
