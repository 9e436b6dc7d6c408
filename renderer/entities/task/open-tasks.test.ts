import { beforeEach, describe, expect, it, vi } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { openTasks } from './open-tasks.ts';
import { taskCommands } from './task-commands.ts';

const task = (title: string, dueOn: string | null = null): TaskBody => ({
  title,
  side: 'practice',
  who: '',
  dueOn,
  doneAt: null,
  source: null,
});
const titles = (): readonly string[] | undefined =>
  openTasks()
    .snapshot()
    ?.map(({ title }) => title);
const shows = (...expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(titles()).toEqual(expected));

let fileId: FileId;
beforeEach(async () => {
  await openTestVault();
  fileId = newFileId();
  await vault().commit((change) =>
    change.put(clientRecord, { id: fileId as string as never, fileId }, aClient()),
  );
});

describe('open tasks', () => {
  it('are read once, the earliest due first, and follow what is added, changed, done, opened again, removed and undone', async () => {
    await taskCommands.add(fileId, task('without a day'));
    await taskCommands.add(fileId, task('later', '2027-01-02'));
    const first = await taskCommands.add(fileId, task('first', '2026-12-01'));
    expect(titles()).toBeUndefined();
    openTasks().subscribe(() => undefined);
    await shows('first', 'later', 'without a day');
    await taskCommands.change(first, { dueOn: '2027-03-01' });
    await shows('later', 'first', 'without a day');
    await taskCommands.setDone(first, true);
    await shows('later', 'without a day');
    await taskCommands.setDone(first, false);
    await shows('later', 'first', 'without a day');
    await taskCommands.remove(first);
    await shows('later', 'without a day');
    await vault().undo();
    await shows('later', 'first', 'without a day');
  });

  it('are all there after many were added at once, also while they are being read', async () => {
    openTasks().subscribe(() => undefined);
    const expected = Array.from({ length: 500 }, (_, index) => String(index).padStart(3, '0'));
    await vault().commit((change) => {
      for (const title of expected)
        change.put(taskRecord, { id: crypto.randomUUID() as never, fileId }, task(title));
    });
    await vi.waitFor(() => expect(titles()?.toSorted()).toEqual(expected));
  });

  it('are those of the vault that is open', async () => {
    await taskCommands.add(fileId, task('of the first'));
    openTasks().subscribe(() => undefined);
    await shows('of the first');
    await openTestVault();
    openTasks().subscribe(() => undefined);
    await vi.waitFor(() => expect(titles()).toEqual([]));
  });
});
