import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, type RecordId } from '#shared/domain/ids.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { auditNow, firstChangeAfter, vault } from './index.ts';

let made: TestVault;
const head = () => made.platform.fake.disk.frames.length;

async function change(): Promise<void> {
  const fileId = newFileId();
  await vault().commit((writer) =>
    writer.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient()),
  );
}

beforeEach(async () => {
  made = await openTestVault();
});

describe('the first change after a frame', () => {
  it('is none while nothing changed, whatever the activity log tells', async () => {
    expect(await firstChangeAfter(0)).toBeNull();
    await change();
    const seq = head();
    await auditNow('unlocked', { way: 'passphrase', failures: 0 });
    expect(head()).toBe(seq + 1);
    expect(await firstChangeAfter(seq)).toBeNull();
  });

  it('is dated by the first of several, over the lines of the log and over parts of the journal', async () => {
    await change();
    const seq = head();
    await auditNow('unlocked', { way: 'passphrase', failures: 0 });
    const begun = Date.now();
    await change();
    const done = Date.now();
    await change();
    const at = await firstChangeAfter(seq);
    expect(at).toBeGreaterThanOrEqual(begun);
    expect(at).toBeLessThanOrEqual(done);
    const early = await firstChangeAfter(0);
    expect(early).not.toBeNull();
    expect(early).toBeLessThanOrEqual(begun);
  });

  it('cannot be asked of a journal that does not answer', async () => {
    made.platform.fake.failNext('journal.read', 'journalDamaged');
    await expect(firstChangeAfter(0)).rejects.toMatchObject({ failure: { code: 'journalDamaged' } });
  });
});
