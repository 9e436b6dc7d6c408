// @vitest-environment jsdom
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { newLineId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { LineMark, RichTextNode } from '#shared/domain/rich-text.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { requirementRecord } from '#shared/domain/requirement.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { vault } from '#renderer/db/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useKeyDispatcher } from '#renderer/ui/commands/index.ts';
import { aClient, aNote, aPractice } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { WrapUpScreen } from './WrapUpScreen.tsx';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 });

const write = (field: HTMLElement, value: string): void =>
  void fireEvent.change(field, { target: { value } });

const bodyOf = (lines: readonly (readonly [LineMark, string])[]): RichTextNode => ({
  type: 'doc',
  content: lines.map(([mark, text]) => ({
    type: 'paragraph',
    attrs: { mark, lineId: newLineId(), who: '', due: null },
    content: [{ type: 'text', text }],
  })),
});

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
let noteId: RecordId;

async function show(lines: readonly (readonly [LineMark, string])[]) {
  test = await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient());
  noteId = await noteCommands.create(fileId, aNote({ body: bodyOf(lines) }));
  const router = createMemoryRouter(
    [
      {
        Component: Frame,
        children: [
          { path: 'meeting/:noteId/wrap-up', Component: WrapUpScreen },
          { path: '*', element: <p>another screen</p> },
        ],
      },
    ],
    { initialEntries: [routes.wrapUp(noteId)] },
  );
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <RouterProvider router={router} />
    </I18nextProvider>,
  );
  await screen.findByRole('heading', { name: 'Wrap up' });
  return router;
}

const LINES = [
  ['decision', 'We give notice'],
  ['task', 'Send the lease'],
  ['task', 'Not this one'],
  ['requirement', 'Two rooms'],
  ['internal', 'Seems unsure'],
  ['sensitive', 'Ill'],
] as const;

const confirmKey = () =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', code: 'Enter', ctrlKey: true });
const group = (name: string) => within(screen.getByRole('region', { name }));

describe('the wrap-up sheet', () => {
  beforeEach(() => show(LINES));

  it('lists the marked lines in their groups, and nothing that stays with us', () => {
    expect(group('Decided').getByDisplayValue('We give notice')).toBeInTheDocument();
    expect(group('To do').getAllByRole('listitem')).toHaveLength(2);
    expect(group('Wanted').getByDisplayValue('Two rooms')).toBeInTheDocument();
    expect(screen.queryByDisplayValue(/unsure|Ill/)).toBeNull();
  });

  it('edits, leaves out, and confirms all of it by one key', async () => {
    const user = userEvent.setup({ delay: null });
    write(group('To do').getByDisplayValue('Send the lease'), 'Send the signed lease');
    const [first] = group('To do').getAllByLabelText('By when');
    if (first) write(first, '30/11/2026');
    await user.click(group('To do').getByRole('checkbox', { name: 'Include: Not this one' }));
    confirmKey();
    await screen.findByText('another screen');
    const tasks = await vault().inFile(taskRecord, fileId);
    expect(tasks).toMatchObject([{ title: 'Send the signed lease', dueOn: '2026-11-30', side: 'practice' }]);
    expect(await vault().inFile(requirementRecord, fileId)).toMatchObject([{ number: 1, text: 'Two rooms' }]);
    expect((await noteQueries.get(noteId))?.wrappedAt).not.toBeNull();
  });

  it('sets the next reminder, and asks for its day when it is missing', async () => {
    const user = userEvent.setup({ delay: null });
    await user.click(screen.getByRole('combobox', { name: /What follows/ }));
    await user.click(screen.getByRole('option', { name: 'Next meeting' }));
    confirmKey();
    expect(await screen.findByRole('alert')).toHaveTextContent('Write the day');
    expect(await vault().inFile(taskRecord, fileId)).toEqual([]);
    write(screen.getByLabelText(/^Day/), '1/12/2026');
    confirmKey();
    await screen.findByText('another screen');
    expect(await vault().inFile(reminderRecord, fileId)).toMatchObject([
      { kind: 'meeting', title: 'Meeting: Nováková Jana', at: '2026-12-01T09:00', leadMinutes: 15 },
    ]);
  });

  it('does nothing by halves: says what failed, keeps the edits, and tries again', async () => {
    const user = userEvent.setup({ delay: null });
    write(group('To do').getByDisplayValue('Send the lease'), 'Send the lease now');
    // The draft keeps itself, which is not what fails here.
    await flushAll();
    test.platform.fake.failNext('journal.append', 'diskFull');
    confirmKey();
    const alert = await screen.findByRole('alert');
    expect(await vault().inFile(taskRecord, fileId)).toEqual([]);
    expect(screen.getByDisplayValue('Send the lease now')).toBeInTheDocument();
    await user.click(within(alert).getByRole('button'));
    await waitFor(async () => expect(await vault().inFile(taskRecord, fileId)).toHaveLength(2));
  });
});

it('keeps edits while the user looks at the note, and over a restart', async () => {
  const router = await show(LINES);
  write(group('To do').getByDisplayValue('Send the lease'), 'Send the lease now');
  await router.navigate('/elsewhere');
  await screen.findByText('another screen');
  await flushAll();
  await test.reopen();
  await router.navigate(routes.wrapUp(noteId));
  expect(await screen.findByDisplayValue('Send the lease now')).toBeInTheDocument();
});

it('says how lines are marked when none is', async () => {
  await show([['internal', 'Only for us']]);
  expect(screen.getByRole('heading', { name: 'No line of this note is marked' })).toBeInTheDocument();
  confirmKey();
  await screen.findByText('another screen');
  expect((await noteQueries.get(noteId))?.wrappedAt).not.toBeNull();
});
