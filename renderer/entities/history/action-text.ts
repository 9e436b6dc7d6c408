import type { TFunction } from 'i18next';
import type { Action } from '#renderer/db/index.ts';

/** What an action was, in the user's language: «removing a task», «wrap-up of a meeting», «12 changes». */
export function actionText({ name, touched }: Action, t: TFunction): string {
  if (name !== null) return t(`undo.action.${name}`);
  // What was added or removed is what it was about; what else was changed went along with it.
  const main = touched.filter(({ how }) => how !== 'changed');
  const [one, ...more] = main.length > 0 ? main : touched;
  if (!one || more.length > 0) {
    return t('undo.several', { count: touched.reduce((sum, { count }) => sum + count, 0) });
  }
  const what = t(`undo.kind.${one.table}`);
  if (one.count > 1) return t('undo.many', { what: t(`undo.how.${one.how}`, { what }), number: one.count });
  return t(`undo.how.${one.how}`, { what });
}
