import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findLine } from './line-marks.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lineJump: {
      /** Puts the cursor at the end of the line with that id, in sight, and highlights it until something is done. */
      jumpToLine: (lineId: string) => ReturnType;
    };
  }
}

const key = new PluginKey<DecorationSet>('lineJump');

/** Goes to the line that a record came from. */
export const LineJump = Extension.create({
  name: 'lineJump',

  addCommands: () => ({
    jumpToLine:
      (lineId) =>
      ({ state, tr, dispatch }) => {
        const line = findLine(state, lineId);
        if (!line) return false;
        const end = line.pos + line.node.nodeSize - 1;
        if (dispatch) {
          tr.setSelection(TextSelection.create(tr.doc, end))
            .setMeta(key, { from: line.pos, to: end + 1 })
            .scrollIntoView();
        }
        return true;
      },
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
