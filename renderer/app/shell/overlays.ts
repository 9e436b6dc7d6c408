import { create } from 'zustand';
import { forgetWhenLooking } from '#renderer/lib/looking.ts';
import type { ClientBody } from '#shared/domain/client.ts';

type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  /** Whether to show everything again. */
  | { readonly kind: 'stopLooking' }
  | {
      readonly kind: 'newClient';
      readonly name: string;
      /** What was typed before the form was left for a conflict check. */
      readonly draft?: Partial<ClientBody>;
    };

/** What stands over the screen; one thing at a time. */
export const useOverlay = create<{ readonly overlay: Overlay }>(() => ({ overlay: { kind: 'none' } }));

/** Puts something over the screen, in place of what stood there. */
export const showOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay });

/** Takes it away. */
export const closeOverlay = (): void => useOverlay.setState({ overlay: { kind: 'none' } });

forgetWhenLooking(closeOverlay);
