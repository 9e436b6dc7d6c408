import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptViews, registerViewCommands } from '#renderer/entities/register-view/index.ts';
import { onFlush } from '#renderer/lib/flush.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import { remember, useRegisterView } from './view.ts';
import { FIRST_LOOK, sameLook } from './views.ts';

/** After the last change of the look, milliseconds. */
const PAUSE_MS = 600;

/** Takes up how the register was left, and keeps it from then on. Answers whether it was taken up. */
export function useRememberedLook(views: KeptViews | undefined): boolean {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { look, remembered } = useRegisterView();
  useEffect(() => {
    if (views) remember(views.left);
  }, [views]);
  const left = views?.left ?? FIRST_LOOK;
  // Whom the register was narrowed down to is not remembered: it would seem that clients are missing.
  const leaving = { ...look, filter: left.filter };
  const changed = remembered && !readOnly && !sameLook(leaving, left);
  useEffect(() => {
    if (!changed) return undefined;
    const leave = (): Promise<void> => registerViewCommands.leave(leaving);
    const timer = setTimeout(() => watched(leave(), t), PAUSE_MS);
    // Whoever locks at once has changed it all the same.
    const unregister = onFlush(leave);
    return () => {
      clearTimeout(timer);
      unregister();
    };
    // The look is all that counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [changed, look, t]);
  return remembered;
}
