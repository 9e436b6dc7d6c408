import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { newLineId, type LineId } from '#shared/domain/ids.ts';
import { linesOf, UNMARKED, type PlacedLine } from './line-attributes.ts';

/** True when the transaction put in nothing but running text: it cannot have copied a line. */
function onlyRunningText(transaction: Transaction): boolean {
  return transaction.steps.every((step) => {
    if (!(step instanceof ReplaceStep)) return false;
    const { content } = step.slice;
    return content.firstChild === null || content.firstChild.isInline;
  });
}

const wasPasted = (transaction: Transaction): boolean =>
  transaction.getMeta('paste') === true || transaction.getMeta('uiEvent') === 'drop';

function sharedIds(lines: readonly PlacedLine[]): ReadonlyMap<LineId, readonly PlacedLine[]> {
  const byId = new Map<LineId, PlacedLine[]>();
  for (const line of lines) {
    const { lineId } = line.attrs;
    if (lineId === null) continue;
    const others = byId.get(lineId);
    if (others) others.push(line);
    else byId.set(lineId, [line]);
  }
  return new Map([...byId].filter(([, same]) => same.length > 1));
}

/** Of lines with one id, the one that is meant by it: where it stood before, unless Enter pushed its words down. */
function original(
  same: readonly PlacedLine[],
  lineId: LineId,
  old: EditorState,
  transactions: readonly Transaction[],
): PlacedLine | undefined {
  const before = linesOf(old.doc).find(({ attrs }) => attrs.lineId === lineId);
  const pos = before && transactions.reduce((at, { mapping }) => mapping.map(at), before.pos);
  const there = same.find((line) => line.pos === pos) ?? same[0];
  const isEmpty = there?.node.content.size === 0 && (before?.node.content.size ?? 0) > 0;
  return isEmpty ? (same.find(({ node }) => node.content.size > 0) ?? there) : there;
}

function repair(
  transactions: readonly Transaction[],
  old: EditorState,
  state: EditorState,
): Transaction | null {
  if (transactions.every((transaction) => !transaction.docChanged || onlyRunningText(transaction)))
    return null;
  const lines = linesOf(state.doc);
  const { tr } = state;
  const pasted = transactions.some(wasPasted);
  const change = ({ node, pos }: PlacedLine, attrs: object): void => {
    tr.setNodeMarkup(pos, null, { ...node.attrs, ...attrs }, node.marks);
  };
  for (const line of lines) {
    if (line.attrs.mark !== null && line.attrs.lineId === null) change(line, { lineId: newLineId() });
  }
  for (const [lineId, same] of sharedIds(lines)) {
    const kept = original(same, lineId, old, transactions);
    for (const copy of same) {
      // A pasted copy is a line of its own; the other half of a split line is a new, plain line.
      if (copy !== kept)
        change(copy, pasted && copy.attrs.mark !== null ? { lineId: newLineId() } : UNMARKED);
    }
  }
  return tr.docChanged ? tr : null;
}

/** Keeps the ids of lines unique, whatever splits, copies, drops or undoes: an id is what records point at. */
export const lineIdentity = (): Plugin => new Plugin({ appendTransaction: repair });
