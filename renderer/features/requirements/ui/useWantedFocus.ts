import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
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
    if (element instanceof HTMLTextAreaElement) {
      const at = wanted.caret ?? element.value.length;
      element.setSelectionRange(at, at);
    }
    focusTaken();
  }, [isWanted, target, wanted]);
}

/**
 * Keeps the focus on an element that moves: the browser takes it from what changes its place on the page. The caret of a
 * text stays where it was.
 * @param place Changes when the element moves.
 */
export function useFocusWhileMoving(
  target: RefObject<HTMLElement | null>,
  { kind, id, part }: Pick<Active, 'kind' | 'id' | 'part'>,
  place: string,
): void {
  const last = useRef(place);
  useLayoutEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const { active } = useView.getState();
    const isActive = active?.kind === kind && active.id === id && active.part === part;
    if (isActive && document.activeElement === document.body) target.current?.focus();
  }, [kind, id, part, target, place]);
}
