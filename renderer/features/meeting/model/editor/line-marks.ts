import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { newLineId } from '#shared/domain/ids.ts';
import type { LineMark } from '#shared/domain/rich-text.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import {
  isLine,
  LINE_TYPES,
  lineAttributes,
  linesOf,
  type LineAttributes,
  type PlacedLine,
} from './line-attributes.ts';
import { lineIdentity } from './line-identity.ts';
import type { ReadParts } from './task-parts.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lineMarks: {
      /** Marks the lines of the selection; takes the mark off when all of them have it. */
      toggleLineMark: (mark: LineMark) => ReturnType;
      /** Says who does the task of the current line and by when; makes it a task when it is none. */
      setTaskParts: (who: string, due: IsoDate | null) => ReturnType;
    };
  }
}

export interface LineMarksOptions {
  /** Reads who and when from the words of a line. */
  readonly readParts: ReadParts;
}

/** The lines the selection touches; empty ones only when there is no other. */
export function selectedLines({ doc, selection }: EditorState): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (isLine(node)) lines.push({ node, pos, attrs: node.attrs as unknown as LineAttributes });
    return !node.isTextblock;
  });
  const withWords = lines.filter(({ node }) => node.content.size > 0);
  return withWords.length > 0 ? withWords : lines.slice(0, 1);
}

/** The line the cursor stands in; null outside of lines. */
export const currentLine = (state: EditorState): PlacedLine | null => selectedLines(state)[0] ?? null;

const put = (tr: Transaction, { node, pos }: PlacedLine, attrs: LineAttributes): Transaction =>
  tr.setNodeMarkup(pos, null, { ...node.attrs, ...attrs }, node.marks);

function marked(line: PlacedLine, mark: LineMark, readParts: ReadParts): LineAttributes {
  const lineId = line.attrs.lineId ?? newLineId();
  if (mark !== 'task') return { mark, lineId, who: '', due: null };
  const read = readParts(line.node);
  return { mark, lineId, who: line.attrs.who || read.who, due: line.attrs.due ?? read.due };
}

const ATTRIBUTES = [
  ['mark', 'data-mark', null],
  ['lineId', 'data-line', null],
  ['who', 'data-who', ''],
  ['due', 'data-due', null],
] as const;

/** Marks on the lines of a note: what was decided, who does what, what is wanted, asked, told, kept to ourselves. */
export const LineMarks = Extension.create<LineMarksOptions>({
  name: 'lineMarks',

  addOptions: () => ({ readParts: () => ({ who: '', due: null }) }),

  addGlobalAttributes: () => [
    {
      types: [...LINE_TYPES],
      attributes: Object.fromEntries(
        ATTRIBUTES.map(([name, attribute, absent]) => [
          name,
          {
            default: absent,
            // The line after Enter is a new thing.
            keepOnSplit: false,
            parseHTML: (element: HTMLElement) =>
              lineAttributes({ [name]: element.getAttribute(attribute) })[name],
            renderHTML: (attrs: Record<string, unknown>) =>
              attrs[name] === absent ? {} : { [attribute]: attrs[name] },
          },
        ]),
      ),
    },
  ],

  addCommands() {
    const { readParts } = this.options;
    return {
      toggleLineMark:
        (mark) =>
        ({ state, tr, dispatch }) => {
          const lines = selectedLines(state);
          if (lines.length === 0) return false;
          const off = lines.every(({ attrs }) => attrs.mark === mark);
          for (const line of lines) {
            const { lineId } = line.attrs;
            if (dispatch) {
              put(tr, line, off ? { mark: null, lineId, who: '', due: null } : marked(line, mark, readParts));
            }
          }
          return true;
        },
      setTaskParts:
        (who, due) =>
        ({ state, tr, dispatch }) => {
          const line = currentLine(state);
          if (!line) return false;
          const attrs = lineAttributes({ mark: 'task', lineId: line.attrs.lineId, who: who.trim(), due });
          if (dispatch) put(tr, line, { ...attrs, lineId: attrs.lineId ?? newLineId() });
          return true;
        },
    };
  },

  addProseMirrorPlugins: () => [lineIdentity()],
});

/** Where the line with that id stands; null when it is gone. */
export const findLine = (state: EditorState, lineId: string): PlacedLine | null =>
  linesOf(state.doc).find(({ attrs }) => attrs.lineId === lineId) ?? null;
