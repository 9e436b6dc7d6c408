import { type RefObject, useEffect } from 'react';
import { type Active, focusTaken, useView } from '../model/view.ts';

/** Gives an element the focus when something asked for it; a text gets its caret back where it was, else at its end. */
export function useWantedFocus(
  target: RefObject<HTMLElement | null>,
  { kind, id, part }: Pick<Active, 'kind' | 'id' | 'part'>,
): void {
  const wanted = useView((view) => view.wanted);
  const isWanted = wanted?.kind === kind && wanted.id === id && wanted.part === part;
  useEffect(() => {
    const element = target.current;
    if (!isWanted || !element) return;
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
    if (element instanceof HTMLTextAreaElement) {
      const at = wanted.caret ?? element.value.length;
      element.setSelectionRange(at, at);
    }
    focusTaken();
  }, [isWanted, target, wanted]);
}
