import { expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aNote, aTask } from '#test/builders/bodies.ts';
import { allRawRows } from '#test/fakes/raw-store.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { vault } from './index.ts';

const CANARY = 'Zlatokop';

/** All bytes and strings of a value, as text in which a canary would be found in UTF-8 or UTF-16. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) {
    return new TextDecoder('latin1').decode(value) + new TextDecoder('utf-16le').decode(value);
  }
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, own]) => `${key} ${textOf(own)}`)
      .join('\n');
  }
  return String(value);
}

it('no text of a record stands in clear in the store, in the journal or in what main is told', async () => {
  const test = await openTestVault();
  const fileId = newFileId();
  const id = fileId as string as RecordId;
  await vault().commit((change) => {
    change.put(clientRecord, { id, fileId }, aClient({ name: CANARY, address: CANARY, keyFacts: CANARY }));
    change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: CANARY, who: CANARY }));
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: CANARY }] }] };
    change.put(noteRecord, { id: newRecordId(), fileId }, aNote({ title: CANARY, body }));
  });
  await vault().commit((change) =>
    change.update(clientRecord, id, () => ({ email: `${CANARY}@example.org` })),
  );

  // The search itself finds what is there to be found.
  expect(textOf(new TextEncoder().encode(`x${CANARY}x`))).toContain(CANARY);
  const kept = textOf([await allRawRows(), test.platform.fake.disk, test.platform.fake.calls]);
  expect(kept).toContain(fileId);
  expect(kept).not.toContain(CANARY);
  expect(kept).not.toContain(textOf(test.vaultKey));
});
