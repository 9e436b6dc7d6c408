// @vitest-environment jsdom
import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands } from '#renderer/entities/note/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { aClient, aNote } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { Palette } from './Palette.tsx';

// Working out what is hidden takes most of the time here, and nothing asked for by role is.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

const onOpenFile = vi.fn();
const onOpenNote = vi.fn();
const onNewClient = vi.fn();
const onSearch = vi.fn();
const onClose = vi.fn();
const lock = vi.fn();

function OpenPalette() {
  useCommands([{ id: 'app.lock', title: 'Lock', group: 'App', keys: 'mod+l', run: lock }]);
  return (
    <Palette
      open
      onClose={onClose}
      onOpenFile={onOpenFile}
      onOpenNote={onOpenNote}
      onNewClient={onNewClient}
      onSearch={onSearch}
    />
  );
}

let jana: FileId;
beforeEach(async () => {
  vi.clearAllMocks();
  window.requestIdleCallback = (run) => window.setTimeout(run, 0);
  window.cancelIdleCallback = (handle) => window.clearTimeout(handle);
  Element.prototype.scrollIntoView = () => undefined;
  await openTestVault();
  await clientCommands.create(aClient({ name: 'Dvořák Petr', phone: '' }));
  jana = await clientCommands.create(aClient({ name: 'Nováková Jana' }));
  renderScreen({ '/': <OpenPalette /> }, '/');
});

const field = () => screen.findByRole('combobox');
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('palette', () => {
  it('opens a file by two letters and Enter, however fast they come', async () => {
    await field();
    await userEvent.keyboard('no{Enter}');
    await waitFor(() => expect(onOpenFile).toHaveBeenCalledExactlyOnceWith(jana));
  });

  it('offers to create the client that is not there', async () => {
    await userEvent.type(await field(), 'Zelený Karel');
    await screen.findByRole('option', { name: 'Create client “Zelený Karel”' });
    await userEvent.keyboard('{Enter}');
    expect(onNewClient).toHaveBeenCalledExactlyOnceWith('Zelený Karel');
  });

  it('passes what was typed on to the search of everything', async () => {
    await userEvent.type(await field(), 'lease of');
    await userEvent.click(await screen.findByRole('option', { name: /Search everything for “lease of”/ }));
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('lease of');
  });

  it('moves by the arrows and tells screen readers where it is', async () => {
    await userEvent.type(await field(), 'a');
    await waitFor(() => expect(options()).toHaveLength(4));
    await userEvent.keyboard('{ArrowDown}');
    const active = screen.getByRole('option', { selected: true });
    expect(active).toHaveTextContent('Nováková Jana');
    expect(await field()).toHaveAttribute('aria-activedescendant', active.id);
  });

  it('runs commands, after closing', async () => {
    await userEvent.type(await field(), 'loc{Enter}');
    await waitFor(() => expect(lock).toHaveBeenCalledOnce());
    expect(onClose).toHaveBeenCalledBefore(lock);
  });

  it('finds notes by their title', async () => {
    const note = await noteCommands.create(jana, aNote({ title: 'Lease of the shop' }));
    await userEvent.type(await field(), 'lease');
    await userEvent.click(await screen.findByRole('option', { name: /Lease of the shop/ }));
    expect(onOpenNote).toHaveBeenCalledExactlyOnceWith(note);
  });
});
