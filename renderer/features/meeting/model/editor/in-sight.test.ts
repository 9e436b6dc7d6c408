import { Schema } from '@tiptap/pm/model';
import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { expect, it } from 'vitest';
import { isInSight } from './in-sight.ts';

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
});
const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('words')])]);
const frame = { getBoundingClientRect: () => ({ top: 100, bottom: 500 }) } as Element;

/** A view whose cursor is drawn at a height, pixels. */
const viewAt = (top: number, selection = TextSelection.create(doc, 2)): EditorView =>
  ({
    state: EditorState.create({ doc, selection }),
    coordsAtPos: () => ({ top, bottom: top + 20, left: 0, right: 0 }),
  }) as unknown as EditorView;

it('is the cursor that is wholly within the frame', () => {
  expect([100, 300, 480].map((top) => isInSight(viewAt(top), frame))).toEqual([true, true, true]);
  expect([80, 99, 481, 600].map((top) => isInSight(viewAt(top), frame))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('is nothing but a cursor: what is selected is left to the editor', () => {
  expect(isInSight(viewAt(300, TextSelection.create(doc, 1, 3)), frame)).toBe(false);
  expect(isInSight(viewAt(300, new AllSelection(doc) as unknown as TextSelection), frame)).toBe(false);
  expect(isInSight(viewAt(300), null)).toBe(false);
});
