import type { WebFrameMain } from 'electron';
import { APP_ORIGIN } from '#main/security/origin.ts';

/** The part of Electron's event that says who sent a message. */
export interface SentBy {
  readonly sender: { readonly id: number };
  readonly senderFrame: Pick<WebFrameMain, 'origin' | 'parent'> | null;
}

/**
 * Whether a message comes from the top frame of the app's own window, showing the app's own origin.
 * @param windowId Id of that window's web contents; null when there is no window.
 */
export function isOwnFrame(event: SentBy, windowId: number | null): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null && frame.parent === null && frame.origin === APP_ORIGIN && event.sender.id === windowId
  );
}
