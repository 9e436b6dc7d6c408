import type { ReactElement, ReactNode } from 'react';
import { useLooking } from '#renderer/lib/looking.ts';

/** What the practice thinks of a client and keeps to itself: it is not there while a client is looking at the screen. */
export function NotForClient({ children }: { readonly children: ReactNode }): ReactElement | null {
  return useLooking() === null ? <>{children}</> : null;
}
