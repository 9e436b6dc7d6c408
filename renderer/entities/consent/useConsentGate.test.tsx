// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { auditRecord } from '#shared/domain/audit.ts';
import { type Client, clientRecord } from '#shared/domain/client.ts';
import type { Consent } from '#shared/domain/consent.ts';
import { type FileId, newFileId, type RecordId } from '#shared/domain/ids.ts';
import { aClient } from '#test/builders/bodies.ts';
import type { FakePlatform } from '#test/fakes/platform.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { useConsentGate } from './index.ts';

const given: Consent = {
  kind: 'terms',
  givenOn: '2020-01-01',
  validUntil: null,
  withdrawnOn: null,
  paper: '',
};
const expired: Consent = { ...given, validUntil: '2020-12-31' };

function Exporting({ clients }: { readonly clients: readonly Client[] }): ReactElement {
  const gate = useConsentGate();
  const [went, setWent] = useState('');
  const run = async (): Promise<void> => {
    const on = await gate.askAll(clients, 'export');
    setWent(on === null ? 'cancelled' : `with ${on.map(({ name }) => name).join(', ')}`);
  };
  return (
    <>
      <button type="button" onClick={() => void run()}>
        export
      </button>
      <p>{went}</p>
      {gate.dialog}
    </>
  );
}

let platform: FakePlatform;
let clients: readonly Client[];

const add = async (name: string, consents: readonly Consent[]): Promise<void> => {
  const fileId: FileId = newFileId();
  await vault().commit((change) =>
    change.put(
      clientRecord,
      { id: fileId as string as RecordId, fileId },
      aClient({ name, consents: [...consents] }),
    ),
  );
};
const overridden = async () =>
  (await vault().all(auditRecord)).filter(({ action }) => action === 'consentOverridden');
const start = async (chosen: (client: Client) => boolean): Promise<void> => {
  clients = (await vault().all(clientRecord)).filter(chosen).toSorted((a, b) => a.name.localeCompare(b.name));
  renderScreen({ '/': <Exporting clients={clients} /> }, '/');
  await userEvent.click(await screen.findByRole('button', { name: 'export' }));
};

beforeEach(async () => {
  ({ platform } = await openTestVault());
  await add('Adam', [given]);
  await add('Beata', []);
  await add('Cyril', [expired]);
});

describe('the gate before an action that needs a consent', () => {
  it('asks nothing when nobody lacks one', async () => {
    await start(({ name }) => name === 'Adam');
    expect(await screen.findByText('with Adam')).toBeInTheDocument();
    expect(await overridden()).toEqual([]);
  });

  it('lists who lacks one, and goes on without them', async () => {
    await start(() => true);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('2 clients have no valid consent to:', { exact: false })).toBeVisible();
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Beatanone', 'Cyrilexpired']);
    expect(within(dialog).getByRole('radio', { name: 'Go on without them' })).toBeChecked();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('with Adam')).toBeInTheDocument();
    expect(await overridden()).toEqual([]);
  });

  it('goes on with everybody for a reason, and tells of each in the activity log', async () => {
    await start(() => true);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'With them, because the law requires it' }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('with Adam, Beata, Cyril')).toBeInTheDocument();
    expect((await overridden()).map(({ details }) => details)).toEqual(
      [clients[1], clients[2]].map((client, at) => ({
        covered: 'export',
        reason: 'law',
        state: at === 0 ? 'missing' : 'expired',
        fileId: client?.fileId,
      })),
    );
    // The reason stands until the vault is locked.
    await userEvent.click(screen.getByRole('button', { name: 'export' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await overridden()).toHaveLength(2);
  });

  it('leaves nobody out of one, and needs a reason', async () => {
    await start(({ name }) => name === 'Beata');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('radio', { name: 'Go on without them' })).toBeNull();
    expect(within(dialog).getByRole('button', { name: 'Go on' })).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('cancelled')).toBeInTheDocument();
  });

  it('does not go on when the reason cannot be told', async () => {
    await start(({ name }) => name === 'Beata');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'the law requires it' }));
    platform.fake.failNext('journal.append', 'diskFull');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(within(dialog).getByRole('alert')).toBeVisible());
    expect(screen.queryByText(/^with/)).toBeNull();
  });
});
