// @vitest-environment jsdom
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attachmentQueries } from '#renderer/entities/attachment/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
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
    await userEvent.click(await screen.findByRole('button', { name: 'a.pdf' }));
    const field = within(screen.getByRole('dialog')).getByRole('textbox', { name: /Name/ });
    await waitFor(() => expect(field).toHaveFocus());
    // The stem is selected: typing leaves the extension.
    await userEvent.keyboard('Lease{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Lease.pdf' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
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
