import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { LineId } from '#shared/domain/ids.ts';
import { parseLineParts } from '#shared/domain/line-parts.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { linesOf } from './line-attributes.ts';

/** Who and when, as the words of a line say it. */
export interface ReadTask {
  readonly who: string;
  readonly due: IsoDate | null;
}

/** Reads who and when from the words of a line. */
export type ReadParts = (line: Node) => ReadTask;

/**
 * Makes a reader that parses a line once for as long as it does not change: lines that are not typed in cost nothing.
 * @param today The day that «tomorrow» is counted from.
 * @param people Who may be named in full.
 */
export function createPartsReader(today: () => IsoDate, people: () => readonly string[]): ReadParts {
  const known = new WeakMap<Node, ReadTask>();
  return (line) => {
    const before = known.get(line);
    if (before) return before;
    const { who, due } = parseLineParts(line.textContent, today(), people());
    const read = { who, due };
    known.set(line, read);
    return read;
  };
}

type Read = ReadonlyMap<LineId, ReadTask>;

const key = new PluginKey<Read>('taskParts');

function readAll(doc: Node, readParts: ReadParts): Read {
  const read = new Map<LineId, ReadTask>();
  for (const { node, attrs } of linesOf(doc)) {
    if (attrs.mark === 'task' && attrs.lineId !== null) read.set(attrs.lineId, readParts(node));
  }
  return read;
}

/** Sets who and when of the task lines whose words now say something else. What was set by hand stays until then. */
function follow(old: EditorState, state: EditorState): Transaction | null {
  const before = key.getState(old);
  const after = key.getState(state);
  if (!before || !after || before === after) return null;
  const { tr } = state;
  for (const { pos, attrs } of linesOf(state.doc)) {
    const was = attrs.lineId === null ? undefined : before.get(attrs.lineId);
    const now = attrs.lineId === null ? undefined : after.get(attrs.lineId);
    if (!was || !now) continue;
    if (was.who !== now.who && attrs.who !== now.who) tr.setNodeAttribute(pos, 'who', now.who);
    if (was.due !== now.due && attrs.due !== now.due) tr.setNodeAttribute(pos, 'due', now.due);
  }
  return tr.docChanged ? tr : null;
}

const isUndo = (transaction: Transaction): boolean => transaction.getMeta('history$') !== undefined;

function taskParts(readParts: ReadParts): Plugin<Read> {
  let view: EditorView | null = null;
  return new Plugin<Read>({
    key,
    state: {
      init: (_, { doc }) => readAll(doc, readParts),
      // Replacing a line while letters are being composed in it would break the composition: it is read afterwards.
      apply: (transaction, before) =>
        transaction.docChanged && view?.composing !== true ? readAll(transaction.doc, readParts) : before,
    },
    appendTransaction: (transactions, old, state) => (transactions.some(isUndo) ? null : follow(old, state)),
    view: (made) => {
      view = made;
      return { destroy: () => void (view = null) };
    },
  });
}

/** Reads who and when of task lines while they are typed. */
export const TaskParts = Extension.create<{ readonly readParts: ReadParts }>({
  name: 'taskParts',
  addOptions: () => ({ readParts: () => ({ who: '', due: null }) }),
  addProseMirrorPlugins() {
    return [taskParts(this.options.readParts)];
  },
});
