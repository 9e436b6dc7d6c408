// @vitest-environment jsdom
import { ThemeProvider } from '@mui/material/styles';
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newLineId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { markedLines, plainText } from '#shared/domain/rich-text.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { questionCommands } from '#renderer/entities/question/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useKeyDispatcher } from '#renderer/ui/commands/index.ts';
import { createAppTheme } from '#renderer/ui/theme/index.ts';
import { aClient, aNote, aPractice, aQuestion } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { startMeeting } from '../model/start-meeting.ts';
import { MeetingScreen } from './MeetingScreen.tsx';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 });

// jsdom lays nothing out; ProseMirror asks where the cursor is to keep it in sight.
Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

function Frame(): ReactElement {
  useKeyDispatcher();
  return (
    <main>
      <Outlet />
    </main>
  );
}

let test: TestVault;
let fileId: FileId;

function open(address: string) {
  const router = createMemoryRouter(
    [
      {
        Component: Frame,
        children: [
          { path: 'meeting/:noteId', Component: MeetingScreen },
          { path: '*', element: <p>another screen</p> },
        ],
      },
    ],
    { initialEntries: [address] },
  );
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <ThemeProvider theme={createAppTheme('light', 'compact', 'en')}>
        <RouterProvider router={router} />
      </ThemeProvider>
    </I18nextProvider>,
  );
  return router;
}

const text = (): HTMLElement => screen.getByRole('textbox', { name: 'Text of the note' });
const editor = (): Editor => (text() as HTMLElement & { editor: Editor }).editor;
const type = (words: string): void => act(() => editor().view.dispatch(editor().state.tr.insertText(words)));
const press = (key: string, more: object = {}): void =>
  void fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key, ...more });
const saveState = () => screen.getByText(/^(Saved|Saving|Not saved)/).textContent;
const stored = async (id: RecordId) => {
  const note = await noteQueries.get(id);
  return note ? plainText(note.body) : '';
};

beforeEach(async () => {
  test = await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient({ keyFacts: 'Lease of a flat\nmore' }));
});

describe('a meeting', () => {
  let noteId: RecordId;
  beforeEach(async () => {
    noteId = await startMeeting(fileId);
    open(routes.meeting(noteId));
    await screen.findByRole('textbox', { name: 'Text of the note' });
    await screen.findByRole('heading', { name: 'Nováková Jana' });
  });

  it('shows the client and starts the time', () => {
    expect(screen.getByText(/Lease of a flat · \+420/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Pause the time' })).toBeInTheDocument();
    expect(document.activeElement).toBe(text());
  });

  it('says «Saved» only when the text is in both copies', async () => {
    expect(saveState()).toBe('Saved');
    const { journal } = test.platform;
    const append = journal.append.bind(journal);
    let goOn = (): void => undefined;
    vi.spyOn(journal, 'append').mockImplementationOnce(async (request) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return append(request);
    });
    type('We agreed on it.');
    await waitFor(() => expect(journal.append).toHaveBeenCalled());
    expect(saveState()).toBe('Saving…');
    goOn();
    await waitFor(() => expect(saveState()).toBe('Saved'));
    expect(await stored(noteId)).toContain('We agreed on it.');
  });

  it('says what failed, keeps the text, and stores it when tried again', async () => {
    test.platform.fake.failNext('journal.append', 'diskFull');
    type('Not to be lost');
    const alert = await screen.findByRole('alert');
    expect(saveState()).toBe('Not saved');
    expect(text()).toHaveTextContent('Not to be lost');
    await userEvent.click(alert.querySelector('button') ?? alert);
    await waitFor(() => expect(saveState()).toMatch(/^Saved/));
    expect(await stored(noteId)).toContain('Not to be lost');
  });

  it('leaves the text on Escape, and the meeting on the next, with everything stored', async () => {
    type('Last words');
    press('Escape');
    expect(document.activeElement).not.toBe(text());
    expect(text()).toBeInTheDocument();
    press('Escape');
    await screen.findByText('another screen');
    expect(await stored(noteId)).toContain('Last words');
  });

  it('stays when what was typed cannot be stored', async () => {
    type('Last words');
    test.platform.fake.failNext('journal.append', 'diskFull');
    press('Enter', { ctrlKey: true });
    await screen.findByRole('alert');
    expect(text()).toHaveTextContent('Last words');
  });

  it('marks the line by its key, tells so, and goes to the wrap-up by one', async () => {
    type('We give notice');
    press('!', { code: 'Digit1', altKey: true });
    expect(screen.getByRole('button', { name: /Decision/ })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('Decision', { selector: '[aria-live]' })).toBeInTheDocument();
    press('Enter', { ctrlKey: true });
    await screen.findByText('another screen');
    const note = await noteQueries.get(noteId);
    expect(note && markedLines(note.body)).toMatchObject([{ mark: 'decision', text: 'We give notice' }]);
  });

  it('keeps agenda, attendees and place', async () => {
    const user = userEvent.setup({ delay: null });
    const [point] = screen.getAllByRole('checkbox');
    if (point) await user.click(point);
    await user.type(screen.getByLabelText('Add a point'), 'Costs{Enter}');
    await user.type(screen.getByLabelText('Add a person'), 'Petr Novák{Enter}');
    fireEvent.change(screen.getByLabelText('Place'), { target: { value: 'Court' } });
    press('Escape');
    await user.click(screen.getByRole('button', { name: 'Back to the file' }));
    await screen.findByText('another screen');
    const note = await noteQueries.get(noteId);
    expect(note?.agenda[0]?.done).toBe(true);
    expect(note?.agenda.at(-1)).toEqual({ text: 'Costs', done: false });
    expect(note?.attendees.at(-1)).toEqual({ name: 'Petr Novák', side: 'client' });
    expect(note?.place).toBe('Court');
  });
});

it('answers a question of an earlier meeting in place', async () => {
  const id = await questionCommands.add(fileId, aQuestion({ text: 'Which bank?' }));
  open(routes.meeting(await startMeeting(fileId)));
  const answer = await screen.findByLabelText('Answer to: Which bank?');
  fireEvent.change(answer, { target: { value: 'Savings bank' } });
  fireEvent.keyDown(answer, { key: 'Enter' });
  await waitFor(() => expect(screen.queryByLabelText('Answer to: Which bank?')).toBeNull(), {
    timeout: 5000,
  });
  const { questionRecord } = await import('#shared/domain/question.ts');
  expect(await test.vault.get(questionRecord, id)).toMatchObject({ answer: 'Savings bank' });
});

it('goes to the line that a record came from, also in a note that was wrapped up', async () => {
  const lineId = newLineId();
  const line = { mark: 'decision', lineId, who: '', due: null };
  const noteId = await noteCommands.create(
    fileId,
    aNote({
      wrappedAt: Date.UTC(2026, 10, 2, 10),
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'Before' }] },
          { type: 'paragraph', attrs: line, content: [{ type: 'text', text: 'The line' }] },
        ],
      },
    }),
  );
  open(routes.meeting(noteId, lineId));
  await screen.findByText(/wrapped up on 02\/11\/2026/);
  expect(editor().state.selection.$from.parent.textContent).toBe('The line');
  expect(text().querySelector('.is-target')).toHaveTextContent('The line');
});

it('says so when there is no such note', async () => {
  open(routes.meeting('01a201b9-3fd4-705d-9e50-7db59eeeebdd' as RecordId));
  expect(await screen.findByText('This note is not here')).toBeInTheDocument();
});
