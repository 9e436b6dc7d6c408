import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientBody } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { clientCommands } from './client-commands.ts';
import { clientQueries } from './client-queries.ts';

const MINUTE = 60_000;
const BEGUN = Date.UTC(2026, 10, 2, 9);
let now = BEGUN;
let fileId: FileId;

beforeEach(async () => {
  now = BEGUN;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  await openTestVault();
  fileId = await clientCommands.create(aClient({ stage: 'acquisition', stageReason: '' }));
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Changes the client so many minutes after the last change. */
const change = (minutes: number, patch: Partial<ClientBody>): Promise<void> => {
  now += minutes * MINUTE;
  return clientCommands.change(fileId, patch);
};
/** Minutes after the beginning, stage and reason of each change. */
const told = async () =>
  (await clientQueries.stageChanges(fileId)).map(({ at, stage, reason }) => [
    (at - BEGUN) / MINUTE,
    stage,
    reason,
  ]);

describe('the stages a client came to', () => {
  it('are told however soon after another edit they follow, on their own moment', async () => {
    await change(5, { keyFacts: 'One' });
    await change(1, { stage: 'conversion' });
    await change(1, { keyFacts: 'One and two' });
    await change(1, { stage: 'retention' });
    await change(1, { stage: 'conversion' });
    await change(1, { keyFacts: 'One, two and three' });
    expect(await told()).toEqual([
      [6, 'conversion', ''],
      [8, 'retention', ''],
      [9, 'conversion', ''],
    ]);
  });

  it('bear the reason as it was completed', async () => {
    await change(1, { stage: 'lost' });
    await change(1, { stageReason: 'Moved' });
    await change(5, { stageReason: 'Moved to Brno' });
    await change(5, { stage: 'conversion', stageReason: '' });
    expect(await told()).toEqual([
      [1, 'lost', 'Moved to Brno'],
      [12, 'conversion', ''],
    ]);
  });

  it('hold what was undone as well: so it was for a while', async () => {
    await change(1, { keyFacts: 'One' });
    await change(1, { stage: 'conversion' });
    now += MINUTE;
    expect(await vault().undo()).toMatchObject({ state: 'done' });
    expect(await told()).toEqual([
      [2, 'conversion', ''],
      [3, 'acquisition', ''],
    ]);
  });
});
