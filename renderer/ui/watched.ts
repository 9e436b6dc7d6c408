import type { TFunction } from 'i18next';
import { failureOf } from './FailureMessage.tsx';
import { notify } from './notices.ts';

/** Lets a write run by itself; when it fails the user is told what happened, what was kept and what to do. */
export function watched(write: Promise<unknown>, t: TFunction): void {
  write.catch((thrown: unknown) => {
    const { code, details } = failureOf(thrown);
    const parts = [
      t(`errors.${code}.happened`, details),
      t(`errors.${code}.kept`, details),
      t(`errors.${code}.todo`, details),
    ];
    notify({ text: parts.join('\n'), tone: 'warning' });
  });
}
