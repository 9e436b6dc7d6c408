import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Whether the cursor is within the frame that scrolls. ProseMirror asks all ancestors for their style and place at each key, to find
 * that mostly there is nothing to scroll.
 */
export function isInSight(view: EditorView, frame: Element | null): boolean {
  const { selection } = view.state;
  if (!frame || !(selection instanceof TextSelection) || !selection.empty) return false;
  const { top, bottom } = view.coordsAtPos(selection.head, 1);
  const bounds = frame.getBoundingClientRect();
  return top >= bounds.top && bottom <= bounds.bottom;
}
