import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { IsoDate } from '#shared/domain/values.ts';
import { linesOf, type PlacedLine } from './line-attributes.ts';

export interface TaskChipsOptions {
  /** The day as the user's language writes it. */
  readonly formatDay: (day: IsoDate) => string;
  /** The user clicked the chips of the current line. */
  readonly onEdit: () => void;
}

const key = new PluginKey<DecorationSet>('taskChips');

function chip(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'task-chip';
  element.textContent = text;
  return element;
}

function chips(
  view: EditorView,
  getPos: () => number | undefined,
  texts: readonly string[],
  onEdit: () => void,
) {
  const group = document.createElement('span');
  group.className = 'task-chips';
  group.contentEditable = 'false';
  group.append(...texts.map(chip));
  group.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const pos = getPos();
    if (pos === undefined) return;
    const { tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(pos), -1)));
    onEdit();
  });
  return group;
}

const hasChips = ({ attrs }: PlacedLine): boolean =>
  attrs.mark === 'task' && (attrs.who !== '' || attrs.due !== null);

function decorate(doc: Node, { formatDay, onEdit }: TaskChipsOptions): DecorationSet {
  const decorations = linesOf(doc)
    .filter(hasChips)
    .map(({ pos, node, attrs }) => {
      const texts = [attrs.who, attrs.due === null ? '' : formatDay(attrs.due)].filter((text) => text !== '');
      return Decoration.widget(
        pos + node.nodeSize - 1,
        (view, getPos) => chips(view, getPos, texts, onEdit),
        { side: 1, key: `${attrs.lineId} ${texts.join(' ')}`, ignoreSelection: true },
      );
    });
  return DecorationSet.create(doc, decorations);
}

/** Shows who and when at the end of task lines. */
export const TaskChips = Extension.create<TaskChipsOptions>({
  name: 'taskChips',
  addOptions: () => ({ formatDay: (day) => day, onEdit: () => undefined }),
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorate(doc, options),
          apply: (transaction, before) =>
            transaction.docChanged ? decorate(transaction.doc, options) : before,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
