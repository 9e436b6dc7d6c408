// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { AuditBody } from '#shared/domain/audit.ts';
import { auditRecord } from '#shared/domain/audit.ts';
import { newFileId } from '#shared/domain/ids.ts';
import { verifyAuditChain } from '#shared/formats/audit-chain.ts';
import { auditNow, vault } from '#renderer/db/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { ActivityScreen } from './ActivityScreen.tsx';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
  await auditNow('unlocked', { way: 'passphrase', failures: 1 });
  await auditNow('pdfSaved', { document: 'summary', fileId: newFileId() });
});
const open = async (): Promise<void> => {
  renderScreen({ [routes.activity]: <ActivityScreen /> }, routes.activity);
  await screen.findByRole('cell', { name: 'The vault was unlocked' });
};

it('lists what happened, the newest first', async () => {
  await open();
  const [, first, second] = screen.getAllByRole('row');
  expect(within(first!).getByText('A document was saved as PDF')).toBeInTheDocument();
  expect(within(second!).getByText('by passphrase · 1 wrong attempt before it')).toBeInTheDocument();
});

it('checks the chain, and names the line that does not fit it', async () => {
  await open();
  await userEvent.keyboard('v');
  expect(await screen.findByText(/^2 lines, whole and unaltered/)).toBeInTheDocument();
  const [line] = await vault().all(auditRecord);
  await vault().commit((change) => change.update(auditRecord, line!.id, () => ({ at: line!.at + 1 })));
  await userEvent.keyboard('v');
  expect(await screen.findByText(/^Line 1 was altered/)).toBeInTheDocument();
});

it('exports all of it as JSON that can be verified elsewhere, and tells so in the log', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: /Export as JSON/ }));
  expect(await screen.findByText(/^Saved as activity log/)).toBeInTheDocument();
  const request = test.platform.fake.lastRequest('files.save');
  expect(request?.kind).toBe('json');
  const log = JSON.parse(new TextDecoder().decode(request?.bytes)) as {
    entries: AuditBody[];
    vaultId: string;
  };
  expect(log.vaultId).toBe(test.header.vaultId);
  expect(verifyAuditChain(log.entries)).toMatchObject({ state: 'whole', entries: 2 });
  expect(await screen.findByRole('cell', { name: 'The activity log was exported' })).toBeInTheDocument();
});

it('says what went wrong when the file could not be written', async () => {
  await open();
  test.platform.fake.failNext('files.save', 'diskFull');
  await userEvent.click(screen.getByRole('button', { name: /Export as JSON/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/disk is full/);
});
