// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentModel } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { newLineId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { LineMark, RichTextNode } from '#shared/domain/rich-text.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { sheetQueries } from '#renderer/entities/sheet/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { routes } from '#renderer/lib/routes.ts';
import { aClient, aNote, aPractice } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { SheetScreen } from './SheetScreen.tsx';

interface PaperProps {
  readonly document: DocumentModel;
  readonly suggestedName: string;
  readonly side: React.ReactNode;
  readonly onOut: (way: 'printed' | 'saved') => void;
  readonly label: string;
}

// The pages themselves need a browser; what they say does not.
vi.mock('#renderer/entities/paper/index.ts', () => ({
  PaperPanel: ({ document, suggestedName, side, onOut, label }: PaperProps) => (
    <section aria-label={label}>
      <pre>{documentText(document)}</pre>
      <p aria-label="file name">{suggestedName}</p>
      <button onClick={() => onOut('printed')}>print</button>
      <aside aria-label="side">{side}</aside>
    </section>
  ),
}));

const decisionId = newLineId();
const line = (mark: LineMark, text: string, lineId = newLineId()): RichTextNode => ({
  type: 'paragraph',
  attrs: { mark, lineId, who: '', due: null },
  content: [{ type: 'text', text }],
});

let test: TestVault;
let fileId: FileId;
let noteId: RecordId;
beforeEach(async () => {
  test = await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient({ language: 'cs' }));
  const body = {
    type: 'doc',
    content: [
      line('decision', 'Podáme výpověď', decisionId),
      line('internal', 'Klientka váhá'),
      line('sensitive', 'Zdraví'),
    ],
  };
  noteId = await noteCommands.create(fileId, aNote({ body }));
});

const user = userEvent.setup();
const show = (): void => renderScreen({ 'meeting/:noteId/sheet': <SheetScreen /> }, routes.sheet(noteId));
const pages = async (): Promise<HTMLElement> =>
  within(await screen.findByRole('region', { name: 'Pages of the sheet' })).getByText(/Horáková & Partners/u);
const side = (): HTMLElement => screen.getByRole('complementary', { name: 'side' });

describe('the sheet of what was agreed', () => {
  it('is in the client’s language and lists what it holds back beside the pages', async () => {
    show();
    expect(await pages()).toHaveTextContent('Rozhodnutí');
    expect(await pages()).toHaveTextContent('Podáme výpověď');
    expect(await pages()).not.toHaveTextContent('Klientka váhá');
    expect(within(side()).getByText('Held back: 2 lines')).toBeInTheDocument();
    expect(within(side()).getByText('Klientka váhá')).toBeInTheDocument();
    expect(within(side()).getByText('Zdraví')).toBeInTheDocument();
    expect(screen.getByLabelText('file name')).toHaveTextContent(
      'Na čem jsme se dohodli – Nováková Jana – 2. 11. 2026 – v1',
    );
  });

  it('records a version when it leaves, once a wording', async () => {
    show();
    expect(await pages()).toHaveTextContent(/Verze 1 · [0-9a-f]{8}/u);
    await user.click(screen.getByText('print'));
    await screen.findByText('This wording has already left as version 1.');
    await user.click(screen.getByText('print'));
    const sheets = await sheetQueries.ofNote(fileId, noteId);
    expect(sheets).toHaveLength(1);
    expect(await pages()).toHaveTextContent(`Verze 1 · ${sheets[0]?.hash.slice(0, 8) ?? ''}`);

    await user.selectOptions(screen.getByLabelText('Language'), 'English');
    expect(await pages()).toHaveTextContent(/Version 2 · /u);
    await user.click(screen.getByText('print'));
    await screen.findByText('This wording has already left as version 2.');
    expect(
      (await sheetQueries.ofNote(fileId, noteId)).map(({ version, languages }) => [version, languages]),
    ).toEqual([
      [1, ['cs']],
      [2, ['en']],
    ]);
  });

  it('says so when the version could not be recorded', async () => {
    show();
    await pages();
    test.platform.fake.failNext('journal.append', 'journalUnwritable');
    await user.click(screen.getByText('print'));
    await screen.findByText(/its version could not be recorded/u);
    expect(await sheetQueries.ofNote(fileId, noteId)).toEqual([]);
  });

  it('puts a second language beside the first, in words typed here and kept with the note', async () => {
    show();
    await pages();
    await user.selectOptions(screen.getByLabelText('Second language'), 'Russian');
    expect(await pages()).toHaveTextContent('Rozhodnutí / Решения');
    await user.type(screen.getByLabelText('Podáme výpověď'), 'Расторгаем договор');
    await flushAll();
    expect((await noteQueries.get(noteId))?.translations).toEqual({ [decisionId]: 'Расторгаем договор' });
    await waitFor(async () => expect(await pages()).toHaveTextContent('Расторгаем договор'));
    await user.clear(screen.getByLabelText('Podáme výpověď'));
    await flushAll();
    expect((await noteQueries.get(noteId))?.translations).toEqual({});
  });

  it('teaches how to mark lines when there is none', async () => {
    noteId = await noteCommands.create(fileId, aNote());
    show();
    await screen.findByText(/No line of this note is marked yet/u);
    expect(screen.getByText('Nothing is held back.')).toBeInTheDocument();
  });

  it('leads back to the note by Escape', async () => {
    show();
    await pages();
    await user.keyboard('{Escape}');
    expect(screen.getByLabelText('address')).toHaveTextContent(routes.meeting(noteId));
  });
});
