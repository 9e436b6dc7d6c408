// @vitest-environment jsdom
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientCommands, clientQueries } from '#renderer/entities/client/index.ts';
import { vault } from '#renderer/db/index.ts';
import { noteCommands } from '#renderer/entities/note/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { registerViewRecord } from '#shared/domain/register-view.ts';
import { aClient, aNote } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { resetView } from '../model/view.ts';
import { ClientsScreen } from './ClientsScreen.tsx';
import { NewClientDialog } from './NewClientDialog.tsx';

// Working out what is hidden takes most of the time here, and nothing asked for by role is.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

beforeEach(async () => {
  window.requestIdleCallback = (run) => window.setTimeout(run, 0);
  window.cancelIdleCallback = (handle) => window.clearTimeout(handle);
  // The list shows what fits; here that is a window of 600 pixels.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 900 });
  resetView();
  await openTestVault();
});

const shown = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);

describe('register', () => {
  it('teaches while it is empty', async () => {
    const onNewClient = vi.fn();
    renderScreen({ '/': <ClientsScreen onNewClient={onNewClient} onErase={() => undefined} /> }, '/');
    await screen.findByText('Your clients will stand here');
    await userEvent.click(screen.getByRole('button', { name: 'New client' }));
    expect(onNewClient).toHaveBeenCalledOnce();
  });

  it('filters, moves and opens by the keyboard alone', async () => {
    for (const name of ['Nováková Jana', 'Novotný Jan', 'Dvořák Petr'])
      await clientCommands.create(aClient({ name, email: '' }));
    renderScreen({ '/': <ClientsScreen onNewClient={() => undefined} onErase={() => undefined} /> }, '/');
    await waitFor(() => expect(shown()).toEqual(['Dvořák Petr', 'Nováková Jana', 'Novotný Jan']));
    await userEvent.keyboard('/');
    await userEvent.keyboard('nov');
    await waitFor(() => expect(shown()).toEqual(['Nováková Jana', 'Novotný Jan']));
    expect(screen.getByText('2 of 3 clients')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('row', { selected: true })).toHaveTextContent('Novotný Jan');
    await userEvent.keyboard('{Enter}');
    const opened = (await clientQueries.all()).find(({ name }) => name === 'Novotný Jan');
    expect(screen.getByLabelText('address')).toHaveTextContent(routes.file(opened!.fileId));
  });

  it('sorts by a column and back, and says so', async () => {
    await clientCommands.create(aClient({ name: 'A', stage: 'retention' }));
    await clientCommands.create(aClient({ name: 'B', stage: 'acquisition' }));
    renderScreen({ '/': <ClientsScreen onNewClient={() => undefined} onErase={() => undefined} /> }, '/');
    await waitFor(() => expect(shown()).toEqual(['A', 'B']));
    await userEvent.click(screen.getByRole('button', { name: 'Stage' }));
    expect(shown()).toEqual(['B', 'A']);
    expect(screen.getByRole('columnheader', { name: 'Stage' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Stage' }));
    expect(shown()).toEqual(['A', 'B']);
  });

  it('chooses by the keyboard, tags those who are chosen in one step, and takes it back', async () => {
    const ids = [];
    for (const name of ['A', 'B', 'C']) ids.push(await clientCommands.create(aClient({ name })));
    renderScreen({ '/': <ClientsScreen onNewClient={() => undefined} onErase={() => undefined} /> }, '/');
    await waitFor(() => expect(shown()).toEqual(['A', 'B', 'C']));
    await userEvent.keyboard('{Home} {Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByText('2 clients chosen')).toBeInTheDocument();
    expect(screen.getAllByRole('row', { selected: true })).toHaveLength(2);
    await userEvent.keyboard('t');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Add tags' }), 'VIP{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('2 clients were changed.')).toBeInTheDocument();
    const tags = async () => (await clientQueries.all()).map((client) => client.tags.join()).toSorted();
    expect(await tags()).toEqual(['', 'VIP', 'VIP']);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await tags()).toEqual(['', '', '']));
  });

  it('remembers its columns, and keeps a view under a name', async () => {
    await clientCommands.create(aClient({ name: 'A' }));
    renderScreen({ '/': <ClientsScreen onNewClient={() => undefined} onErase={() => undefined} /> }, '/');
    const head = await screen.findByRole('button', { name: 'Kind' });
    head.focus();
    await userEvent.keyboard('{Delete}');
    expect(screen.queryByRole('button', { name: 'Kind' })).toBeNull();
    screen.getByRole('button', { name: 'Stage' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads()).toEqual(['Name↑', 'Last contact', 'Stage', 'Next date', 'Phone, e-mail']);
    const views = () => vault().all(registerViewRecord);
    await waitFor(async () =>
      expect(await views()).toMatchObject([
        { name: '', columns: [{ id: 'name' }, { id: 'lastContact' }, {}, {}, {}] },
      ]),
    );
    await userEvent.click(screen.getByRole('button', { name: /All clients/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Keep as a view…' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Name/ }), 'Mine{Enter}');
    expect(await screen.findByRole('button', { name: /^Mine/ })).toBeInTheDocument();
    expect((await views()).map(({ name }) => name).toSorted()).toEqual(['', 'Mine']);
  });

  it('shows when the last meeting was', async () => {
    const fileId = await clientCommands.create(aClient());
    await noteCommands.create(fileId, aNote({ startedAt: Date.now() - 3 * 86_400_000 }));
    renderScreen({ '/': <ClientsScreen onNewClient={() => undefined} onErase={() => undefined} /> }, '/');
    expect(await screen.findByText('3 days ago')).toBeInTheDocument();
    await noteCommands.create(fileId, aNote({ startedAt: Date.now() - 1.5 * 86_400_000 }));
    expect(await screen.findByText('1 day ago')).toBeInTheDocument();
  });
});

describe('new client', () => {
  it('needs a name and nothing else', async () => {
    const onCreated = vi.fn();
    renderScreen(
      {
        '/': (
          <NewClientDialog
            onOpen={() => undefined}
            draft={{}}
            onClose={() => undefined}
            onCreated={onCreated}
            onCheck={() => undefined}
          />
        ),
      },
      '/',
    );
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Write a name; it is all that is needed to begin.')).toBeInTheDocument();
    expect(await clientQueries.all()).toEqual([]);
    await userEvent.keyboard('  Nováková Jana {Enter}');
    await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
    const [client] = await clientQueries.all();
    expect(client).toMatchObject({ name: 'Nováková Jana', kind: 'client', type: 'person', sample: false });
    expect(onCreated).toHaveBeenCalledWith(client?.fileId);
  });

  it('keeps what was typed when it cannot be stored', async () => {
    const onCreated = vi.fn();
    const { platform } = await openTestVault();
    renderScreen(
      {
        '/': (
          <NewClientDialog
            onOpen={() => undefined}
            draft={{ name: 'Petr' }}
            onClose={() => undefined}
            onCreated={onCreated}
            onCheck={() => undefined}
          />
        ),
      },
      '/',
    );
    platform.fake.failNext('journal.append', 'diskFull');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Petr');
    expect(onCreated).not.toHaveBeenCalled();
  });
});
