import type { KeyboardEvent } from 'react';

/**
 * For the dialog around a form: Ctrl (⌘) Enter sends it from any of its fields, also from those in which Enter begins a
 * line, as its button would. Keys struck in what opened over it, another dialog say, are not its own.
 */
export function submitByKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  const { currentTarget, target } = event;
  if (!(target instanceof Node && currentTarget.contains(target))) return;
  event.preventDefault();
  currentTarget.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
}
