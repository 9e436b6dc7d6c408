import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { gapFrom, gapsIn, type Span, type Start, type Way } from '#shared/templates/gaps.ts';

/** Stands for what is no text in a line: one place each. */
const NO_TEXT = '\uFFFC';

function gapsOf(doc: Node): readonly Span[] {
  const found: Span[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, NO_TEXT);
    found.push(...gapsIn(text).map(({ from, to }) => ({ from: at + 1 + from, to: at + 1 + to })));
    return false;
  });
  return found;
}

/** Selects the gap that follows or comes before, so that what is typed takes its place. False: there is none. */
export function goToGap(editor: Editor, way: Way, start: Start): boolean {
  const { doc, selection } = editor.state;
  const gap = gapFrom(gapsOf(doc), selection, way, start);
  if (gap === undefined) return false;
  return editor.chain().focus().setTextSelection(gap).scrollIntoView().run();
}
