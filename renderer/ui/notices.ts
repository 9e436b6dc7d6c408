import { create } from 'zustand';
import { forgetWhenLooking } from '#renderer/lib/looking.ts';

/** A short message at the foot of the window. It goes by itself: what it offers can be had elsewhere too, undo by its key. */
export interface Notice {
  readonly text: string;
  /** A `warning` stays until it is closed. Default: `info`. */
  readonly tone?: 'info' | 'warning';
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Shown extends Notice {
  readonly id: number;
}

export const useNotices = create<{ readonly shown: readonly Shown[] }>(() => ({ shown: [] }));
// Messages name documents and clients.
forgetWhenLooking(() => useNotices.setState({ shown: [] }));

let last = 0;

/** Shows a message. The same text is shown once, in its newest form. */
export function notify(notice: Notice): void {
  last += 1;
  const id = last;
  useNotices.setState(({ shown }) => ({
    shown: [...shown.filter(({ text }) => text !== notice.text), { ...notice, id }],
  }));
}

/** Takes a message away. */
export function dismissNotice(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) }));
}
