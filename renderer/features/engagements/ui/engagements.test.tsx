// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { engagementCommands } from '#renderer/entities/engagement/index.ts';
import { moneyCommands } from '#renderer/entities/money/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { vault } from '#renderer/db/index.ts';
import { ReadOnly } from '#renderer/ui/read-only/index.ts';
import { useNotices } from '#renderer/ui/notices.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { engagementRecord } from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { moneyEntryRecord } from '#shared/domain/money-entry.ts';
import { aClient, aMoneyEntry, anEngagement, aPractice } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { EngagementsTab, MoneyTab } from '../index.ts';

let fileId: FileId;
beforeEach(async () => {
  useNotices.setState({ shown: [] });
  await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient());
});
const dialog = async () => within(await screen.findByRole('dialog'));
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('engagements', () => {
  it('are added, changed, removed and brought back', async () => {
    renderScreen({ '/': <EngagementsTab fileId={fileId} /> }, '/');
    await screen.findByRole('button', { name: 'Add engagement' });
    await userEvent.keyboard('a');
    const form = await dialog();
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByText('Write what it is about.')).toBeVisible();
    await userEvent.type(form.getByRole('textbox', { name: 'What it is about' }), 'Sale of a flat');
    await userEvent.type(form.getByRole('textbox', { name: 'Price' }), '1,500.50{Enter}');
    await closed();
    expect(await vault().inFile(engagementRecord, fileId)).toMatchObject([
      { title: 'Sale of a flat', price: 150_050, currency: 'EUR', quantity: 100, status: 'active' },
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Sale of a flat' }));
    await userEvent.click((await dialog()).getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await vault().inFile(engagementRecord, fileId)).toEqual([]));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Sale of a flat' })).toBeVisible();
  });

  it('have the fields that the practice added, in the form and in the list', async () => {
    const field = (label: string, kind: CustomField['kind']): CustomField => ({
      id: label,
      label,
      kind,
      options: kind.startsWith('choice') ? [{ id: 'o1', label: 'Brno court' }] : [],
      currency: kind === 'money' ? 'CZK' : '',
    });
    const fields = [
      field('File mark', 'text'),
      field('Claim', 'money'),
      field('Court', 'choice'),
      field('Paid', 'yesNo'),
    ];
    await practiceCommands.change({ engagementFields: { [aPractice().kind]: fields } });
    renderScreen({ '/': <EngagementsTab fileId={fileId} /> }, '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Add engagement' }));
    const form = await dialog();
    await userEvent.type(form.getByRole('textbox', { name: 'What it is about' }), 'Sale');
    await userEvent.type(await form.findByRole('textbox', { name: 'File mark' }), '12 C 34');
    await userEvent.type(form.getByRole('textbox', { name: 'Claim (CZK)' }), '1,500.5');
    for (const [label, option] of [
      ['Court', 'Brno court'],
      ['Paid', 'Yes'],
    ] as const) {
      await userEvent.click(form.getByRole('combobox', { name: label }));
      await userEvent.click(await screen.findByRole('option', { name: option }));
    }
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await closed();
    expect(await vault().inFile(engagementRecord, fileId)).toMatchObject([
      { custom: { 'File mark': '12 C 34', Claim: 1500.5, Court: 'o1', Paid: true } },
    ]);
    expect(await screen.findByText('Court: Brno court')).toBeVisible();
    expect(screen.getByText(/Claim: CZK\s1,500\.50/)).toBeVisible();
  });

  it('are not stored with a price that cannot be read', async () => {
    renderScreen({ '/': <EngagementsTab fileId={fileId} /> }, '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Add engagement' }));
    const form = await dialog();
    await userEvent.type(form.getByRole('textbox', { name: 'What it is about' }), 'Sale');
    const price = form.getByRole('textbox', { name: 'Price' });
    await userEvent.type(price, 'a lot');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(price).toHaveFocus();
    expect(price).toBeInvalid();
    expect(await vault().inFile(engagementRecord, fileId)).toEqual([]);
  });
});

it('an engagement says what of it is open, and what is left of prepaid time', async () => {
  const id = await engagementCommands.add(
    fileId,
    anEngagement({ feeModel: 'prepaid', packageMinutes: 600, price: 1_000_000 }),
  );
  await moneyCommands.add(fileId, aMoneyEntry({ engagementId: id, amount: 1_000_000 }));
  await moneyCommands.add(fileId, aMoneyEntry({ engagementId: id, kind: 'payment', amount: 250_000 }));
  const time = { minutes: 90, rate: 0, step: 1 } as const;
  await moneyCommands.add(fileId, aMoneyEntry({ engagementId: id, kind: 'time', amount: 0, time }));
  renderScreen({ '/': <EngagementsTab fileId={fileId} /> }, '/');
  expect(await screen.findByText(/^open CZK\s7,500\.00$/)).toBeVisible();
  expect(screen.getByText('Prepaid time left: 8 hrs 30 mins')).toBeVisible();
});

describe('money', () => {
  it('is charged from what was agreed, and paid', async () => {
    const id = await engagementCommands.add(fileId, anEngagement({ price: 1_000_000 }));
    renderScreen({ '/': <MoneyTab fileId={fileId} /> }, '/');
    await screen.findByRole('button', { name: 'Add a charge' });
    await userEvent.keyboard('a');
    expect((await dialog()).getByRole('textbox', { name: 'Amount' })).toHaveValue('10000');
    await userEvent.keyboard('{Enter}');
    await closed();
    await screen.findByRole('table', { name: 'Charges and payments' });
    await userEvent.keyboard('p');
    await userEvent.type((await dialog()).getByRole('textbox', { name: 'Amount' }), '4000.50{Enter}');
    await closed();
    const overview = within(await screen.findByRole('table', { name: 'How things stand' }));
    await waitFor(() => expect(overview.getByRole('cell', { name: /^CZK\s5,999\.50$/ })).toBeVisible());
    expect(await vault().inFile(moneyEntryRecord, fileId)).toMatchObject([
      { kind: 'fee', engagementId: id, amount: 1_000_000 },
      { kind: 'payment', engagementId: id, amount: 400_050 },
    ]);
  });

  it('gives back what was paid: for the engagement that was paid, with a minus, and nothing is owed again', async () => {
    const id = await engagementCommands.add(fileId, anEngagement({ status: 'done' }));
    await moneyCommands.add(fileId, aMoneyEntry({ engagementId: id, amount: 100_000 }));
    await moneyCommands.add(fileId, aMoneyEntry({ engagementId: id, kind: 'payment', amount: 100_000 }));
    renderScreen({ '/': <MoneyTab fileId={fileId} /> }, '/');
    await screen.findByRole('table', { name: 'Charges and payments' });
    await userEvent.keyboard('b');
    const form = await dialog();
    expect(form.getByText(/Paid so far: CZK\s1,000\.00/)).toBeVisible();
    expect(form.getByRole('combobox', { name: 'Kind' })).toHaveTextContent('Charge given back');
    await userEvent.type(form.getByRole('textbox', { name: 'Amount' }), '400{Enter}');
    await closed();
    const entries = within(await screen.findByRole('table', { name: 'Charges and payments' }));
    await waitFor(() => expect(entries.getAllByRole('cell', { name: /^-CZK\s400\.00$/ })).toHaveLength(2));
    expect(await vault().inFile(moneyEntryRecord, fileId)).toMatchObject([
      {},
      {},
      { kind: 'refund', engagementId: id, amount: 40_000, dueOn: null },
    ]);
    const overview = within(screen.getByRole('table', { name: 'How things stand' }));
    expect(overview.getAllByRole('cell', { name: /^CZK\s0\.00$/ }).length).toBeGreaterThan(0);
  });

  it('counts time by begun steps at the price of an hour', async () => {
    await engagementCommands.add(
      fileId,
      anEngagement({ feeModel: 'hourly', price: 180_000, quantity: null, timeStep: 15 }),
    );
    renderScreen({ '/': <MoneyTab fileId={fileId} /> }, '/');
    await screen.findByRole('button', { name: 'Record time' });
    await userEvent.keyboard('w');
    const form = await dialog();
    const time = form.getByRole('textbox', { name: 'Time worked' });
    await userEvent.clear(time);
    await userEvent.type(time, '1:01');
    expect(form.getByText(/1 hr 15 mins? come to CZK\s2,250\.00/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await closed();
    expect(await vault().inFile(moneyEntryRecord, fileId)).toMatchObject([
      { kind: 'time', amount: 225_000, time: { minutes: 61, rate: 180_000, step: 15 } },
    ]);
  });

  it('is split into instalments that together are what was agreed', async () => {
    await engagementCommands.add(fileId, anEngagement({ feeModel: 'instalments', price: 1_000_000 }));
    renderScreen({ '/': <MoneyTab fileId={fileId} /> }, '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Plan instalments' }));
    const form = await dialog();
    expect(within(form.getByRole('list')).getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await closed();
    const parts = await vault().inFile(moneyEntryRecord, fileId);
    expect(parts.map(({ amount }) => amount)).toEqual([333_334, 333_333, 333_333]);
  });

  it('can be looked at and not changed in a vault that is only read', async () => {
    await engagementCommands.add(fileId, anEngagement());
    renderScreen(
      {
        '/': (
          <ReadOnly value>
            <MoneyTab fileId={fileId} />
            <EngagementsTab fileId={fileId} />
          </ReadOnly>
        ),
      },
      '/',
    );
    expect(await screen.findByRole('button', { name: 'Add engagement' })).toBeDisabled();
    for (const name of ['Add a charge', 'Record time', 'Record a payment'])
      expect(screen.getByRole('button', { name })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Sale of a flat' }));
    expect((await dialog()).getByRole('button', { name: 'Save' })).toBeDisabled();
  });
});
