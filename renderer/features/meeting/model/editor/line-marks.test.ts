// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LINE_MARKS, markedLines, richTextSchema } from '#shared/domain/rich-text.ts';
import { noteExtensions, type EditorContext } from './extensions.ts';
import { linesOf } from './line-attributes.ts';

let editor: Editor | null = null;

afterEach(() => {
  editor?.destroy();
  editor = null;
});

const context: EditorContext = {
  today: () => '2026-11-22',
  people: () => ['Jana Nováková'],
  formatDay: (day) => `(${day})`,
  openLink: () => undefined,
  onEditTask: () => undefined,
  onEscape: () => undefined,
  placeholder: () => '',
  checkboxLabel: (words) => words,
};

const paragraph = (text: string): JSONContent =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };

function open(...lines: readonly (string | JSONContent)[]): Editor {
  editor?.destroy();
  editor = new Editor({
    element: document.createElement('div'),
    extensions: noteExtensions(context),
    content: {
      type: 'doc',
      content: lines.map((line) => (typeof line === 'string' ? paragraph(line) : line)),
    },
  });
  return editor;
}

const marks = (of: Editor) => markedLines(richTextSchema.parse(of.getJSON()));
const said = (of: Editor) => marks(of).map(({ mark, text }) => `${mark}: ${text}`);
const lineIds = (of: Editor) => linesOf(of.state.doc).map(({ attrs }) => attrs.lineId);

/** Puts the cursor into the line with that number, so many letters from its start. */
function at(of: Editor, line: number, offset: number): Editor {
  const pos = (linesOf(of.state.doc)[line]?.pos ?? 0) + 1 + offset;
  of.view.dispatch(of.state.tr.setSelection(TextSelection.create(of.state.doc, pos)));
  return of;
}

/** Types letter by letter, as a keyboard does. */
function type(of: Editor, text: string): void {
  for (const letter of text) of.view.dispatch(of.state.tr.insertText(letter));
}

describe('marks', () => {
  it('marks the line of the cursor, changes the mark, takes it off', () => {
    const note = at(open('We go to court', 'Other'), 0, 3);
    note.commands.toggleLineMark('decision');
    expect(said(note)).toEqual(['decision: We go to court']);
    const [first] = lineIds(note);
    note.commands.toggleLineMark('question');
    expect(said(note)).toEqual(['question: We go to court']);
    note.commands.toggleLineMark('question');
    expect(said(note)).toEqual([]);
    note.commands.toggleLineMark('task');
    expect(lineIds(note)[0]).toBe(first);
  });

  it('marks every selected line that has words, headings and list items too', () => {
    const note = open(
      'One',
      '',
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Two' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Three')] }] },
    );
    note.commands.selectAll();
    note.commands.toggleLineMark('requirement');
    expect(said(note)).toEqual(['requirement: One', 'requirement: Two', 'requirement: Three']);
    expect(new Set(marks(note).map(({ lineId }) => lineId)).size).toBe(3);
    expect(note.view.dom.querySelectorAll('[data-mark=requirement]')).toHaveLength(3);
  });

  it('leaves the line after Enter unmarked, at the end, in the middle and at the start', () => {
    for (const [offset, expected] of [
      [10, ['decision: We go home']],
      [5, ['decision: We go']],
      [0, ['decision: We go home']],
    ] as const) {
      const note = at(open('We go home'), 0, offset);
      note.commands.toggleLineMark('decision');
      const [id] = lineIds(note);
      note.commands.splitBlock();
      expect(said(note)).toEqual(expected);
      expect(marks(note)[0]?.lineId).toBe(id);
      expect(lineIds(note).filter((other) => other !== null)).toHaveLength(1);
    }
  });

  it('leaves the next list item unmarked', () => {
    const note = open({
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('Send it')] }],
    });
    at(note, 0, 4).commands.toggleLineMark('task');
    note.commands.splitListItem('listItem');
    expect(said(note)).toEqual(['task: Send']);
  });

  it('gives a pasted copy an id of its own and leaves the original its id, also when pasted before it', () => {
    const note = at(open('', 'We go to court'), 1, 2);
    note.commands.toggleLineMark('decision');
    const id = lineIds(note)[1];
    const html = note.view.serializeForClipboard(note.state.doc.slice(2, note.state.doc.content.size)).dom
      .innerHTML;
    at(note, 0, 0).view.pasteHTML(html, new Event('paste') as ClipboardEvent);
    expect(said(note)).toEqual(['decision: We go to court', 'decision: We go to court']);
    const [pasted, original] = marks(note);
    expect(original?.lineId).toBe(id);
    expect(pasted?.lineId).not.toBe(id);
  });

  it('drops marks and ids that are none', () => {
    const note = open('');
    note.commands.setContent(
      '<p data-mark="secret" data-line="1">a</p><p data-mark="task" data-line="x" data-due="soon">b</p>',
    );
    expect(said(note)).toEqual(['task: b']);
    expect(marks(note)[0]?.due).toBeNull();
  });

  it('undoes and redoes a mark', () => {
    const note = at(open('We go'), 0, 2);
    note.commands.toggleLineMark('decision');
    note.commands.undo();
    expect(said(note)).toEqual([]);
    note.commands.redo();
    expect(said(note)).toEqual(['decision: We go']);
  });

  it('never has two lines with one id, whatever is done', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('mark' as const), mark: fc.constantFrom(...LINE_MARKS) }),
      fc.record({ do: fc.constantFrom('split', 'delete', 'undo', 'redo', 'copy', 'list', 'type', 'all') }),
    );
    const steps = fc.array(fc.tuple(step, fc.nat(30)), { maxLength: 25 });
    fc.assert(
      fc.property(steps, (todo) => {
        const note = open('First line', 'Second', '');
        for (const [action, place] of todo) {
          const lines = linesOf(note.state.doc);
          const line = place % lines.length;
          at(note, line, Math.min(place % 7, lines[line]?.node.content.size ?? 0));
          if (action.do === 'mark') note.commands.toggleLineMark(action.mark);
          if (action.do === 'split') if (!note.commands.splitListItem('listItem')) note.commands.splitBlock();
          if (action.do === 'delete') if (!note.commands.joinBackward()) note.commands.deleteSelection();
          if (action.do === 'undo') note.commands.undo();
          if (action.do === 'redo') note.commands.redo();
          if (action.do === 'list') note.commands.toggleBulletList();
          if (action.do === 'type') type(note, ' @Jana 3.4. ');
          if (action.do === 'all') note.commands.selectAll();
          if (action.do === 'copy') {
            const whole = note.state.doc.slice(0, note.state.doc.content.size);
            note.view.pasteHTML(
              note.view.serializeForClipboard(whole).dom.innerHTML,
              new Event('paste') as ClipboardEvent,
            );
          }
          const ids = lineIds(note).filter((id) => id !== null);
          expect(new Set(ids).size).toBe(ids.length);
          const nameless = linesOf(note.state.doc).filter(
            ({ attrs }) => attrs.mark !== null && !attrs.lineId,
          );
          expect(nameless).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('who and when', () => {
  it('are read while a task is typed', () => {
    const note = open('');
    note.commands.toggleLineMark('task');
    type(note, 'Send the lease @Jana Nováková do 30. 11.');
    expect(marks(note)[0]).toMatchObject({ who: 'Jana Nováková', due: '2026-11-30' });
    expect([...note.view.dom.querySelectorAll('.task-chip')].map((chip) => chip.textContent)).toEqual([
      'Jana Nováková',
      '(2026-11-30)',
    ]);
  });

  it('are read when a line becomes a task', () => {
    const note = at(open('позвонить завтра @Пётр'), 0, 1);
    note.commands.toggleLineMark('task');
    expect(marks(note)[0]).toMatchObject({ who: 'Пётр', due: '2026-11-23' });
  });

  it('stay as set by hand until the words about them change', () => {
    const note = at(open('Send it by 30 Nov'), 0, 7);
    note.commands.toggleLineMark('task');
    note.commands.setTaskParts('Eva', '2026-12-24');
    type(note, ' at once');
    expect(marks(note)[0]).toMatchObject({ who: 'Eva', due: '2026-12-24' });
    note.commands.insertContentAt({ from: 1, to: note.state.doc.content.size - 1 }, 'Send it by 2 Dec');
    expect(marks(note)[0]).toMatchObject({ who: 'Eva', due: '2026-12-02' });
  });

  it('make a task of the line they are set on, and are cleared with the mark', () => {
    const note = at(open('Send it'), 0, 2);
    note.commands.setTaskParts(' Eva ', '2026-12-24');
    expect(marks(note)[0]).toMatchObject({ mark: 'task', who: 'Eva', due: '2026-12-24' });
    note.commands.toggleLineMark('decision');
    expect(marks(note)[0]).toMatchObject({ mark: 'decision', who: '', due: null });
  });

  it('come back with undo', () => {
    const note = open('');
    note.commands.toggleLineMark('task');
    type(note, 'x do 30.11. ');
    note.commands.undo();
    note.commands.redo();
    expect(marks(note)[0]?.due).toBe('2026-11-30');
  });
});

describe('going to a line', () => {
  it('puts the cursor there and highlights it until something is done', () => {
    const note = at(open('One', 'Two'), 1, 0);
    note.commands.toggleLineMark('decision');
    const id = lineIds(note)[1] ?? '';
    at(note, 0, 0);
    expect(note.commands.jumpToLine(id)).toBe(true);
    expect(note.state.selection.$from.parent.textContent).toBe('Two');
    expect(note.view.dom.querySelector('.is-target')?.textContent).toBe('Two');
    type(note, '!');
    expect(note.view.dom.querySelector('.is-target')).toBeNull();
    expect(note.commands.jumpToLine('gone')).toBe(false);
  });
});
