import { beforeEach, expect, it } from 'vitest';
import { auditRecord } from '#shared/domain/audit.ts';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { verifyAuditChain } from '#shared/formats/audit-chain.ts';
import { aTask } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { audit, auditNow, vault } from './index.ts';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});
const log = () => vault().all(auditRecord);

it('makes one chain of all that is told, over restarts and whatever the clock says', async () => {
  await auditNow('unlocked', { way: 'passphrase', failures: 1 });
  await test.reopen();
  const clock = { now: () => 5 };
  await vault().commit(async (change) => {
    await audit(change, 'printed', { document: 'summary' }, clock);
    await audit(change, 'pdfSaved', { document: 'summary' }, clock);
  });
  await Promise.all(Array.from({ length: 5 }, () => auditNow('passphraseChanged')));
  const entries = await log();
  expect(entries.map(({ action }) => action).slice(0, 3)).toEqual(['unlocked', 'printed', 'pdfSaved']);
  expect(verifyAuditChain(entries)).toMatchObject({ state: 'whole', entries: 8 });
});

it('tells nothing of a change that came to nothing, and goes on without a gap', async () => {
  const remove = (id = newRecordId()) =>
    vault().commit(async (change) => {
      change.put(taskRecord, { id, fileId: newFileId() }, aTask());
      await audit(change, 'removed', { table: 'tasks', count: 1 });
    });
  await auditNow('unlocked');
  test.platform.fake.failNext('journal.append', 'diskFull');
  await expect(remove()).rejects.toThrow();
  expect(await log()).toHaveLength(1);
  await remove();
  expect(verifyAuditChain(await log())).toMatchObject({ state: 'whole', entries: 2 });
});
