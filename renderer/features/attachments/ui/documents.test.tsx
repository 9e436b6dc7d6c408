// @vitest-environment jsdom
import { readFile } from 'node:fs/promises';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attachmentQueries } from '#renderer/entities/attachment/index.ts';
import { noteQueries } from '#renderer/entities/note/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { plainText } from '#shared/domain/rich-text.ts';
import { aClient } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { DocumentsTab, FileDrop } from '../index.ts';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

let test: TestVault;
let fileId: FileId;
const onAdd = vi.fn();
beforeEach(async () => {
  vi.clearAllMocks();
  test = await openTestVault();
  const terms = {
    kind: 'terms',
    givenOn: '2020-01-01',
    validUntil: null,
    withdrawnOn: null,
    paper: '',
  } as const;
  fileId = await clientCommands.create(aClient({ consents: [terms] }));
});

const show = (): void =>
  renderScreen(
    {
      '/': (
        <FileDrop fileId={fileId} onAdd={onAdd}>
          <DocumentsTab fileId={fileId} />
        </FileDrop>
      ),
    },
    '/',
  );
const transferOf = (...files: File[]) => ({
  types: ['Files'],
  items: files.map((file) => ({
    kind: 'file',
    webkitGetAsEntry: () => ({ isDirectory: file.name === 'folder' }),
    getAsFile: () => file,
  })),
});
const drop = (...files: File[]): boolean => fireEvent.drop(window, { dataTransfer: transferOf(...files) });
const aFile = (name: string): File => new File(['content'], name);

describe('documents of a client file', () => {
  it('teach what belongs here while there are none', async () => {
    show();
    expect(await screen.findByText('No documents in this file yet')).toBeInTheDocument();
    await userEvent.keyboard('a');
    await waitFor(() =>
      expect(test.platform.fake.lastRequest('attachments.start')).toMatchObject({ from: { way: 'dialog' } }),
    );
  });

  it('are dropped anywhere on the screen and listed with name, type and size', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    fireEvent.dragEnter(window, { dataTransfer: transferOf(aFile('a.pdf')) });
    expect(screen.getByText('Drop to add to this client file')).toBeInTheDocument();
    drop(aFile('Lease.pdf'));
    expect(screen.queryByText('Drop to add to this client file')).not.toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /Lease\.pdf/ });
    expect(row).toHaveTextContent('PDF');
    expect(row).toHaveTextContent('7 byte');
    expect(onAdd).toHaveBeenCalledOnce();
    expect(await screen.findByText('1 document was added.')).toBeInTheDocument();
  });

  it('leave folders and other drags alone, and say so', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    drop(aFile('folder'));
    expect(await screen.findByText(/Folders cannot be added/)).toBeInTheDocument();
    const untouched = fireEvent.drop(window, { dataTransfer: { types: ['text/plain'], items: [] } });
    expect(untouched).toBe(true);
    expect(onAdd).not.toHaveBeenCalled();
    expect(await attachmentQueries.inFile(fileId)).toEqual([]);
  });

  it('are pasted; a picture without a name gets one', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    fireEvent.paste(window, { clipboardData: transferOf(aFile('image.png')) });
    expect(await screen.findByRole('button', { name: /^Pasted picture .*\.png$/ })).toBeInTheDocument();
  });

  it('of the e-mail kind become an interaction with what is attached, which is undone as one', async () => {
    const mail = await readFile('test/fixtures/documents/Nabídka.eml');
    show();
    await screen.findByText('No documents in this file yet');
    drop(new File([mail], 'Nabídka.eml'));
    expect(await screen.findByRole('button', { name: 'Nabídka.eml' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Zápis.txt' })).toBeInTheDocument();
    const [note] = await noteQueries.inFile(fileId);
    expect(note).toMatchObject({
      title: 'Nabídka služeb',
      place: 'E-mail message',
      startedAt: Date.parse('2026-11-06T14:05:00+01:00'),
    });
    expect(note?.attendees.map(({ name }) => name)).toEqual(['Jana Nováková', 'kancelar@example.cz']);
    expect(note && plainText(note.body)).toContain('posílám nabídku.');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('No documents in this file yet');
    expect(await noteQueries.inFile(fileId)).toEqual([]);
  });

  it('are documents when only their name says e-mail', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    drop(new File(['\u0000'], 'a.eml'));
    expect(await screen.findByRole('button', { name: 'a.eml' })).toBeInTheDocument();
    expect(await noteQueries.inFile(fileId)).toEqual([]);
  });

  it('tell for each file what went wrong', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    test.platform.fake.failNext('attachments.outcome', 'diskFull');
    drop(aFile('a.pdf'), aFile('b.pdf'));
    expect(await screen.findByText(/The disk is full/)).toBeInTheDocument();
    expect(await screen.findByRole('row', { name: /b\.pdf/ })).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /a\.pdf/ })).not.toBeInTheDocument();
  });

  it('are renamed, removed and brought back from the keyboard', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    drop(aFile('a.pdf'));
    await userEvent.click(await screen.findByRole('button', { name: 'Rename: a.pdf' }));
    const field = within(screen.getByRole('dialog')).getByRole('textbox', { name: /Name/ });
    await waitFor(() => expect(field).toHaveFocus());
    // The stem is selected: typing leaves the extension.
    await userEvent.keyboard('Lease{Enter}');
    (await screen.findByRole('button', { name: 'Lease.pdf' })).focus();
    await userEvent.keyboard('{F2}');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Lease.pdf' })).toBeInTheDocument();
  });

  it('show which one is incomplete once that was found', async () => {
    show();
    await screen.findByText('No documents in this file yet');
    drop(aFile('a.pdf'));
    const save = await screen.findByRole('button', { name: 'Save as: a.pdf' });
    test.platform.fake.failNext('attachments.outcome', 'attachmentDamaged');
    await userEvent.click(save);
    expect(await screen.findByText('Incomplete on the disk')).toBeInTheDocument();
    await userEvent.click(save);
    expect(await screen.findByText('a.pdf was saved in /documents.')).toBeInTheDocument();
    expect(screen.queryByText('Incomplete on the disk')).not.toBeInTheDocument();
  });
});

describe('a document is shown', () => {
  const drops = async (...files: File[]): Promise<void> => {
    show();
    await screen.findByText('No documents in this file yet');
    drop(...files);
    for (const { name } of files) await screen.findByRole('button', { name });
  };
  const textFile = new File(['P\u0159\u00edloha k zápisu'], 'b.txt');

  it('over the list by Enter, with what it says; the others by J and K; the focus comes back to the last', async () => {
    await drops(new File([Uint8Array.from([0x9e, 0xe1, 0x64, 0x6f, 0x73, 0x74])], 'a.txt'), textFile);
    (await screen.findByRole('button', { name: 'a.txt' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'a.txt' });
    expect(await within(dialog).findByText('žádost')).toBeInTheDocument();
    await waitFor(() => expect(within(dialog).getByRole('region', { name: 'a.txt' })).toHaveFocus());
    const to = within(dialog).getByRole('button', { name: /^Next/ });
    await userEvent.keyboard((to as HTMLButtonElement).disabled ? 'k' : 'j');
    expect(await screen.findByText('Příloha k zápisu')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'b.txt' })).toHaveFocus();
  });

  it('in another encoding when the user knows better', async () => {
    await drops(new File([Uint8Array.from([0xf2, 0xe5, 0xf1, 0xf2])], 'a.txt'));
    await userEvent.click(screen.getByRole('button', { name: 'a.txt' }));
    await userEvent.click(await screen.findByRole('combobox', { name: /Encoding/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'WINDOWS-1251' }));
    expect(await screen.findByText('тест')).toBeInTheDocument();
  });

  it('as an e-mail without what it would fetch; what is attached is taken into the file', async () => {
    const mail =
      'From: Jana <jana@example.cz>\nSubject: Offer\nDate: Fri, 6 Nov 2026 14:05:00 +0100\n' +
      'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Dear <img src="https://example.invalid/x.gif"> Eva</p>' +
      '<script>alert(1)</script>\n--b\nContent-Disposition: attachment; filename="deed.txt"\n\nDeed\n--b--';
    await drops(new File([mail], 'a.eml'));
    await userEvent.click(screen.getByRole('button', { name: 'a.eml' }));
    expect(await screen.findByText(/Dear\s+Eva/)).toBeInTheDocument();
    expect(screen.getByText('Jana <jana@example.cz>')).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add to the file: deed.txt' }));
    expect(await screen.findByRole('button', { name: 'deed.txt' })).toBeInTheDocument();
  });

  it.each([
    ['a.heic', 'x', 'Documents of this kind cannot be shown here'],
    ['a.txt', '', 'This file is empty'],
    ['a.docx', 'no archive', 'It cannot be read as what its name says'],
    ['a.eml', '\u0000', 'It cannot be read as what its name says'],
  ])('or it is told why not, and a copy can be saved: %s', async (name, content, told) => {
    await drops(new File([content], name));
    await userEvent.click(screen.getByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(told)).toBeInTheDocument();
    for (const save of dialog.getAllByRole('button', { name: /^Save as/ })) {
      const before = test.platform.fake.calls.length;
      await userEvent.click(save);
      await waitFor(() =>
        expect(test.platform.fake.calls.slice(before)).toContainEqual(
          expect.objectContaining({ channel: 'attachments.save' }),
        ),
      );
    }
  });

  it('or its damage is told, in the list too', async () => {
    await drops(textFile);
    test.platform.fake.failNext('attachments.read', 'attachmentDamaged');
    await userEvent.click(screen.getByRole('button', { name: 'b.txt' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('Incomplete on the disk')).toBeInTheDocument();
  });
});
