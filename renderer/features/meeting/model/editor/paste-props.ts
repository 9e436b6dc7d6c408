import type { Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { cleanPastedHtml } from './clean-paste.ts';

const holdsFiles = (event: DragEvent): boolean => (event.dataTransfer?.files.length ?? 0) > 0;

/** How the editor takes what is pasted or dropped: cleaned, and never by the browser's own hand. */
export const pasteProps = {
  transformPastedHTML: (html: string): string => cleanPastedHtml(html),
  // Where nothing is left, ProseMirror would let the browser paste the original into the page, images included.
  handlePaste: (_view: EditorView, _event: ClipboardEvent, slice: Slice): boolean => slice.size === 0,
  handleDrop: (_view: EditorView, event: DragEvent): boolean => holdsFiles(event),
} as const;
