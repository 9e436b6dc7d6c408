import { useLayoutEffect } from 'react';
import { commandFor, isMac, type KeyContext } from './keymap.ts';
import { registeredCommands } from './registry.ts';

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, select,' +
  ' [contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox], [role=menu], [role=listbox]';
const CONTROL =
  'button, a[href], summary, input, [role=button], [role=tab], [role=checkbox], [role=radio], [role=switch], [role=menuitem]';

const SELECT = '[role=combobox]:not(input)';

/** A select that is closed opens by Enter whatever is held with it, and leaves nothing of the stroke to others. */
const selectWouldTake = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  (event.ctrlKey || event.metaKey) &&
  event.target instanceof Element &&
  event.target.matches(SELECT);

function contextOf(target: EventTarget | null): KeyContext {
  const element = target instanceof Element ? target : null;
  return {
    typing: element?.closest(TYPING) != null,
    inDialog: element?.closest('[aria-modal=true]') != null,
    onControl: element?.closest(CONTROL) != null,
  };
}

/** Runs registered commands by their keys. Once, at the root of the app. */
export function useKeyDispatcher(): void {
  // Before the screen is painted: a key struck at the first sight of it counts.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const stroke = {
        key: event.key,
        code: event.code,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        shiftKey: event.shiftKey,
        altGraph: event.getModifierState('AltGraph'),
      };
      const command = commandFor(registeredCommands(), stroke, contextOf(event.target), isMac());
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    const listenFirst = (event: KeyboardEvent): void => {
      if (!selectWouldTake(event)) return;
      listen(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('keydown', listenFirst, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('keydown', listenFirst, { capture: true });
    };
  }, []);
}
