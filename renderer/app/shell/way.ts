import { useSyncExternalStore } from 'react';
import { isMac } from '#renderer/ui/commands/index.ts';

/** One step through the screens that were open. */
export type Step = 'back' | 'forward';

/** As browsers have them: Option with an arrow moves by words in a text on macOS. */
export const STEP_KEYS: Readonly<Record<Step, string>> = isMac()
  ? { back: 'mod+[', forward: 'mod+]' }
  : { back: 'alt+arrowleft', forward: 'alt+arrowright' };

const listen = (changed: () => void): (() => void) => {
  window.navigation.addEventListener('currententrychange', changed);
  return () => window.navigation.removeEventListener('currententrychange', changed);
};

/** Whether a screen was open before this one, or was left by going back. */
export const useCanStep = (step: Step): boolean =>
  useSyncExternalStore(listen, () =>
    step === 'back' ? window.navigation.canGoBack : window.navigation.canGoForward,
  );
