// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentModel } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { newLineId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { taskQueries } from '#renderer/entities/task/index.ts';
import { requirementCommands, requirementQueries } from '#renderer/entities/requirement/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { routes } from '#renderer/lib/routes.ts';
import { aClient, aNote, aPractice, aRequirement, aRequirementsDocument } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { useView } from '../model/view.ts';
import { RequirementsScreen } from './RequirementsScreen.tsx';
import { RequirementsTab } from './RequirementsTab.tsx';

// The pages themselves need a browser; what they say does not.
vi.mock('#renderer/entities/paper/index.ts', () => ({
  PaperPanel: ({
    document,
    side,
    label,
  }: {
    document: DocumentModel;
    side: React.ReactNode;
    label: string;
  }) => (
    <section aria-label={label}>
      <pre>{documentText(document)}</pre>
      {side}
    </section>
  ),
}));

let fileId: FileId;
beforeEach(async () => {
  await openTestVault();
  useView.setState({ active: null, wanted: null, open: new Set(), fresh: [], table: false });
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient({ language: 'en' }));
});

const user = userEvent.setup();

async function aDocument(): Promise<RecordId> {
  return requirementCommands.createDocument(
    fileId,
    aRequirementsDocument({
      title: 'Lease',
      sections: [
        { id: 'wishes', title: 'Wishes', text: '' },
        { id: 'money', title: 'Money', text: '' },
      ],
    }),
  );
}
const add = (documentId: RecordId, text: string, changes: Parameters<typeof aRequirement>[0] = {}) => {
  const { documentId: _, number: __, ...body } = aRequirement({ text, ...changes });
  return requirementCommands.add(documentId, body);
};
const show = (documentId: RecordId): void =>
  renderScreen(
    { 'clients/:fileId/requirements/:documentId': <RequirementsScreen /> },
    routes.requirements(fileId, documentId),
  );
const stored = async (documentId: RecordId) => {
  await flushAll();
  return (await requirementQueries.inDocument(fileId, documentId)).map(
    ({ number, text, sectionId }) => `${String(number)} ${sectionId} ${text}`,
  );
};
const row = (label: string): Promise<HTMLElement> => screen.findByRole('group', { name: label });
const wordsOf = async (label: string): Promise<HTMLElement> =>
  within(await row(label)).getByRole('textbox', { name: 'Requirement' });

describe('the requirements of a file', () => {
  it('says what belongs there, and starts a document from a template by keyboard', async () => {
    renderScreen(
      { 'clients/:fileId/requirements': <RequirementsTab fileId={fileId} /> },
      routes.file(fileId, 'requirements'),
    );
    await screen.findByText('No requirements document yet');
    await user.keyboard('{Shift>}R{/Shift}');
    const dialog = await screen.findByRole('dialog', { name: 'Start from a template' });
    const [first] = await within(dialog).findAllByRole('listitem');
    within(first!).getByRole('button').focus();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await requirementQueries.documentsOf(fileId)).toHaveLength(1));
    const [document] = await requirementQueries.documentsOf(fileId);
    expect(document?.sections.length).toBeGreaterThan(1);
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(routes.requirements(fileId, document!.id)),
    );
  });

  it('counts what each document holds', async () => {
    const documentId = await aDocument();
    await add(documentId, 'One');
    await add(documentId, 'Two', { status: 'done' });
    await add(documentId, 'Three', { status: 'dropped' });
    renderScreen(
      { 'clients/:fileId/requirements': <RequirementsTab fileId={fileId} /> },
      routes.file(fileId, 'requirements'),
    );
    const item = (await screen.findByRole('link', { name: 'Lease' })).closest('li');
    expect(item).toHaveTextContent('2 requirements · 1 open');
  });
});

describe('a requirements document', () => {
  it('is written by keyboard alone: add, type, Enter for the next', async () => {
    const documentId = await aDocument();
    show(documentId);
    await screen.findByRole('textbox', { name: 'Title of the document' });
    await user.keyboard('n');
    await waitFor(async () => expect(await wordsOf('R-1')).toHaveFocus());
    await user.keyboard('Quiet flat{Enter}');
    await waitFor(async () => expect(await wordsOf('R-2')).toHaveFocus());
    await user.keyboard('Two rooms');
    expect(await stored(documentId)).toEqual(['1 wishes Quiet flat', '2 wishes Two rooms']);
  });

  it('becomes a task by one key, which keeps the link and is shown with it', async () => {
    const documentId = await aDocument();
    const id = await add(documentId, 'Quiet flat', { responsible: 'Eva', dueOn: '2026-12-01' });
    show(documentId);
    (await row('R-1')).focus();
    await user.keyboard('d');
    await within(await row('R-1')).findByText('There is no task for it.');
    (await row('R-1')).focus();
    await user.keyboard('{Alt>}t{/Alt}');
    await waitFor(async () =>
      expect(await taskQueries.inFile(fileId)).toMatchObject([
        { title: 'Quiet flat', who: 'Eva', dueOn: '2026-12-01', side: 'practice', requirementIds: [id] },
      ]),
    );
    const tasks = await within(await row('R-1')).findByRole('list', { name: 'Tasks for it' });
    expect(within(tasks).getByRole('link', { name: 'Quiet flat' })).toBeInTheDocument();
  });

  it('moves a requirement within its section and into the next, numbers staying', async () => {
    const documentId = await aDocument();
    await add(documentId, 'One', { order: 1 });
    await add(documentId, 'Two', { order: 2 });
    show(documentId);
    await user.click(await wordsOf('R-1'));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(async () => expect(await stored(documentId)).toEqual(['2 wishes Two', '1 wishes One']));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(async () =>
      expect((await stored(documentId)).toSorted()).toEqual(['1 money One', '2 wishes Two']),
    );
    expect(await wordsOf('R-1')).toHaveFocus();
  });

  it('drops what was agreed, and takes that back', async () => {
    const documentId = await aDocument();
    const id = await add(documentId, 'One', { status: 'agreed' });
    show(documentId);
    await user.click(await wordsOf('R-1'));
    await user.keyboard('{Escape}{Delete}');
    const status = async () =>
      (await requirementQueries.inDocument(fileId, documentId)).find((one) => one.id === id)?.status;
    await waitFor(async () => expect(await status()).toBe('dropped'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await status()).toBe('agreed'));
  });

  it('asks before it removes a draft with words, and never gives its number again', async () => {
    const documentId = await aDocument();
    await add(documentId, 'One');
    show(documentId);
    await user.click(await wordsOf('R-1'));
    await user.keyboard('{Escape}{Delete}');
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove the draft' }),
    );
    await waitFor(async () => expect(await stored(documentId)).toEqual([]));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const [title] = screen.getAllByRole('textbox', { name: 'Title of the section' });
    await waitFor(() => expect(title).toHaveFocus());
    await user.keyboard('{Escape}n');
    await row('R-2');
  });

  it('asks about words typed a moment ago too', async () => {
    const documentId = await aDocument();
    await add(documentId, '');
    show(documentId);
    await user.click(await wordsOf('R-1'));
    await user.keyboard('One{Escape}{Delete}');
    expect(await screen.findByRole('dialog')).toHaveTextContent('One');
    expect(await stored(documentId)).toEqual(['1 wishes One']);
  });

  it('keeps the details of a requirement', async () => {
    const documentId = await aDocument();
    await add(documentId, 'One');
    show(documentId);
    await user.click(within(await row('R-1')).getByRole('button', { name: /R-1, details/u }));
    await user.selectOptions(screen.getByLabelText('Priority'), 'Could');
    await user.selectOptions(screen.getByLabelText('Status'), 'Agreed');
    await user.type(screen.getByLabelText('Acceptance criterion'), 'Signed');
    await user.type(screen.getByLabelText('Responsible'), 'Eva');
    await flushAll();
    const [kept] = await requirementQueries.inDocument(fileId, documentId);
    expect(kept).toMatchObject({
      priority: 'could',
      status: 'agreed',
      acceptance: 'Signed',
      responsible: 'Eva',
    });
  });

  it('shows where a requirement came from, and goes there', async () => {
    const lineId = newLineId();
    const body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { mark: 'requirement', lineId, who: '', due: null },
          content: [{ type: 'text', text: 'wants it quiet' }],
        },
      ],
    };
    const noteId = await noteCommands.create(fileId, aNote({ body }));
    const documentId = await aDocument();
    await add(documentId, 'Quiet flat', { source: { noteId, lineId } });
    show(documentId);
    const link = await screen.findByRole('button', { name: 'meeting of 02/11/2026' });
    await user.click(within(await row('R-1')).getByRole('button', { name: /R-1, details/u }));
    expect(screen.getByText('In the note: “wants it quiet”')).toBeInTheDocument();
    await user.click(link);
    expect(screen.getByLabelText('address')).toHaveTextContent(routes.meeting(noteId, lineId));
  });

  it('adds, names and removes sections, and keeps both when two are typed at once', async () => {
    const documentId = await aDocument();
    show(documentId);
    await screen.findByRole('textbox', { name: 'Title of the document' });
    await user.keyboard('{Shift>}N{/Shift}');
    await waitFor(() =>
      expect(screen.getAllByRole('textbox', { name: 'Title of the section' })).toHaveLength(3),
    );
    const titles = screen.getAllByRole('textbox', { name: 'Title of the section' });
    await waitFor(() => expect(titles[2]).toHaveFocus());
    await user.keyboard('Dates');
    await user.type(screen.getByRole('textbox', { name: 'Text of the section Money' }), 'Up to 20,000');
    await flushAll();
    const sections = async () => (await requirementQueries.documentById(documentId))?.sections;
    expect((await sections())?.map(({ title, text }) => [title, text])).toEqual([
      ['Wishes', ''],
      ['Money', 'Up to 20,000'],
      ['Dates', ''],
    ]);
    await user.click(await screen.findByRole('button', { name: 'Section Dates: actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove the empty section' }));
    await waitFor(async () => expect(await sections()).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Section Money: actions' }));
    expect(screen.getByRole('menuitem', { name: 'Remove the empty section' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('shows the table by one key, and its paper by another', async () => {
    const documentId = await aDocument();
    await add(documentId, 'One');
    show(documentId);
    await row('R-1');
    await user.keyboard('v');
    const table = await screen.findByRole('table', { name: 'Table' });
    await user.selectOptions(within(table).getByLabelText('R-1, Status'), 'Done');
    await waitFor(async () =>
      expect((await requirementQueries.inDocument(fileId, documentId))[0]?.status).toBe('done'),
    );
    await user.keyboard('{Control>}p{/Control}');
    const pages = await screen.findByRole('region', { name: 'Pages of the requirements document' });
    expect(pages).toHaveTextContent('R-1 One');
  });
});
