import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { linesOf, type PlacedLine } from './line-attributes.ts';
import { findLine } from './line-marks.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lineJump: {
      /** Puts the cursor at the end of the line with that id, in sight, and highlights it until something is done. */
      jumpToLine: (lineId: string) => ReturnType;
      /** The same, by the number of the line among all lines, counted from 0. */
      jumpToLineNumber: (number: number) => ReturnType;
    };
  }
}

const key = new PluginKey<DecorationSet>('lineJump');

/** Whether there is such a line; goes there unless it was only asked. */
function jump(line: PlacedLine | null, tr: Transaction, really: boolean): boolean {
  if (!line) return false;
  const end = line.pos + line.node.nodeSize - 1;
  if (really) {
    tr.setSelection(TextSelection.create(tr.doc, end))
      .setMeta(key, { from: line.pos, to: end + 1 })
      .scrollIntoView();
  }
  return true;
}

/** Goes to the line that a record came from. */
export const LineJump = Extension.create({
  name: 'lineJump',

  addCommands: () => ({
    jumpToLine:
      (lineId) =>
      ({ state, tr, dispatch }) =>
        jump(findLine(state, lineId), tr, dispatch !== undefined),
    jumpToLineNumber:
      (number) =>
      ({ state, tr, dispatch }) =>
        jump(linesOf(state.doc)[number] ?? null, tr, dispatch !== undefined),
  }),

  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const target = transaction.getMeta(key) as { from: number; to: number } | undefined;
          if (target) {
            const highlight = Decoration.node(target.from, target.to, { class: 'is-target' });
            return DecorationSet.create(transaction.doc, [highlight]);
          }
          const moved = transaction.docChanged || transaction.selectionSet;
          return moved ? DecorationSet.empty : before;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
