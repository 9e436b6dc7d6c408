// @vitest-environment jsdom
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { auditRecord } from '#shared/domain/audit.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { closeVault, isReadOnly, openVault, unlockWithPassphrase, vault } from '#renderer/db/index.ts';
import type { OpeningReport } from '#renderer/db/types.ts';
import { practiceQueries } from '#renderer/entities/practice/index.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import type { FakeDisk } from '#test/fakes/disk.ts';
import { fakePlatform, type FakePlatform } from '#test/fakes/platform.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { Unlock } from './Unlock.tsx';

quickDerive();

// A busy machine takes its time for a whole opening.
configure({ asyncUtilTimeout: 30_000 });
vi.setConfig({ testTimeout: 120_000 });

const PASSPHRASE = 'quiet river of paper cards';
const RENEWED = 'another seven windy hats';
const user = userEvent.setup({ delay: null });
let made: TestVault;
let disk: FakeDisk;
let platform: FakePlatform;
const onReady = vi.fn<(report: OpeningReport) => void>();
const onRetry = vi.fn<() => void>();
const onRestore = vi.fn<() => void>();

beforeAll(async () => {
  made = await openTestVault({ passphrase: PASSPHRASE });
  const fileId = newFileId();
  await vault().commit((change) =>
    change.put(
      clientRecord,
      { id: fileId as string as RecordId, fileId },
      aClient({ name: 'Unmistakable Client' }),
    ),
  );
  disk = copyOf(made.platform.fake.disk);
});

beforeEach(async () => {
  await closeVault();
  onReady.mockReset();
  onRetry.mockReset();
  onRestore.mockReset();
  platform = fakePlatform({ disk: copyOf(disk) });
  installPlatform(platform);
});

function show(status: VaultStatus = { state: 'ready', header: made.header, repaired: false }): void {
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <Unlock status={status} onReady={onReady} onRetry={onRetry} onRestore={onRestore} />
    </I18nextProvider>,
  );
}

/** The disk as the first run left it; what a test writes stays in the copy. */
const copyOf = (left: FakeDisk): FakeDisk => ({
  ...left,
  frames: [...left.frames],
  hashes: new Map(left.hashes),
  keyring: new Map(left.keyring),
});

const field = () => screen.getByLabelText('Passphrase');
const opened = () => waitFor(() => expect(onReady).toHaveBeenCalledOnce());

async function typeNewPassphrase(): Promise<void> {
  await user.click(await screen.findByLabelText('Passphrase'));
  await user.paste(RENEWED);
  await user.click(screen.getByLabelText('Passphrase once more'));
  await user.paste(RENEWED);
  await user.keyboard('{Enter}');
}

describe('by passphrase', () => {
  test('the right one opens the vault and tells main', async () => {
    show();
    expect(field()).toHaveFocus();
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    await opened();
    expect((await vault().all(clientRecord)).map(({ name }) => name)).toEqual(['Unmistakable Client']);
    expect(platform.fake.lastRequest('session.unlocked')?.reminderKey).toHaveLength(32);
    expect(platform.fake.lastRequest('session.reportAttempt')).toEqual({ success: true });
  });

  test('a wrong one is said to be wrong, is kept in the field and counted', async () => {
    show();
    await user.keyboard('not this one{Enter}');
    expect(await screen.findByText(/does not open the vault/)).toBeVisible();
    expect(await screen.findByText('1 attempt failed so far.')).toBeVisible();
    expect(field()).toHaveValue('not this one');
    expect(onReady).not.toHaveBeenCalled();
    await user.clear(field());
    await user.type(field(), `${PASSPHRASE}{Enter}`);
    await opened();
  });

  test('too many wrong ones make wait, counted down, then it goes on', async () => {
    const now = Date.now();
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    platform = fakePlatform({
      disk: copyOf(disk),
      answers: { 'session.attempts': () => ({ failures: 5, waitUntil: now + 30_000 }) },
    });
    installPlatform(platform);
    show();
    expect(await screen.findByText('The next attempt is possible in 30 seconds.')).toBeVisible();
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    const button = screen.getByRole('button', { name: 'Unlock' });
    expect(button).toBeDisabled();
    expect(field()).toHaveValue(PASSPHRASE);
    expect(platform.fake.calls.some(({ channel }) => channel === 'session.reportAttempt')).toBe(false);
    vi.setSystemTime(now + 29_000);
    expect(await screen.findByText('The next attempt is possible in 1 second.')).toBeVisible();
    vi.setSystemTime(now + 30_000);
    await waitFor(() => expect(button).toBeEnabled());
    await user.type(field(), '{Enter}');
    await opened();
  });

  test('an empty one is asked for again and not counted', async () => {
    show();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Type the passphrase.')).toBeVisible();
    expect(platform.fake.calls.some(({ channel }) => channel === 'session.reportAttempt')).toBe(false);
  });

  test('Caps Lock is told', async () => {
    show();
    await user.keyboard('{CapsLock}A');
    expect(await screen.findByText('Caps Lock is on.')).toBeVisible();
  });

  test('shows nothing of any client', () => {
    show();
    expect(document.body).not.toHaveTextContent('Unmistakable');
  });

  test('a journal that cannot be read is told, and trying again opens', async () => {
    show();
    // It is asked for ahead as well, which tells nobody.
    await waitFor(() => expect(platform.fake.calls.map(({ channel }) => channel)).toContain('journal.head'));
    // Read ahead behind the door, perhaps, and then to open it.
    for (let times = 0; times < 3; times += 1) platform.fake.failNext('journal.head', 'journalDamaged');
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    const alert = await screen.findByRole('alert');
    expect(onReady).not.toHaveBeenCalled();
    platform.fake.clearFaults();
    await user.click(alert.querySelector('button') ?? alert);
    await opened();
  });
});

const toWords = async (): Promise<void> => {
  show();
  await user.click(screen.getByRole('button', { name: /recovery words/ }));
  await screen.findByLabelText('15 words');
};
const area = () => screen.getByLabelText('15 words');

describe('by recovery words', () => {
  test('the right ones ask for a new passphrase, which opens from then on', async () => {
    await toWords();
    expect(area()).toHaveFocus();
    await user.click(area());
    await user.paste(made.recoveryWords.map((word, index) => `${index + 1}. ${word}`).join('\n'));
    await user.keyboard('{Enter}');
    await typeNewPassphrase();
    await opened();
    const { header } = platform.fake.disk;
    if (!header) throw new Error('No header');
    expect(await unlockWithPassphrase(header, RENEWED)).toEqual(made.vaultKey);
    expect(await unlockWithPassphrase(header, PASSPHRASE)).toBeNull();
    await waitFor(async () => {
      const lines = (await vault().all(auditRecord)).map(({ action }) => action);
      expect(lines.slice(-2)).toEqual(['unlocked', 'passphraseChanged']);
    });
  });

  test('a new passphrase that cannot be stored is told, and nothing is lost', async () => {
    await toWords();
    await user.click(area());
    await user.paste(made.recoveryWords.join(' '));
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Passphrase once more');
    platform.fake.failNext('vault.replaceHeader', 'diskFull');
    await typeNewPassphrase();
    const alert = await screen.findByRole('alert');
    expect(platform.fake.disk.header).toEqual(made.header);
    await user.click(alert.querySelector('button') ?? alert);
    await opened();
  });

  test('a mistyped word is named', async () => {
    await toWords();
    await user.click(area());
    await user.paste(made.recoveryWords.with(3, 'abandn').join(' '));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Word 4, “abandn”.*“abandon”/)).toBeVisible();
    expect(area()).toHaveValue(made.recoveryWords.with(3, 'abandn').join(' '));
  });

  test('the words of another vault are refused and counted', async () => {
    await toWords();
    await user.click(area());
    await user.paste('abandon '.repeat(14) + 'address');
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/another vault/)).toBeVisible();
    expect(platform.fake.lastRequest('session.reportAttempt')).toEqual({ success: false });
  });

  test('there is a way back to the passphrase', async () => {
    await toWords();
    await user.click(screen.getByRole('button', { name: /Use the passphrase/ }));
    expect(field()).toHaveFocus();
  });
});

describe('what cannot be opened', () => {
  test('a damaged vault: what happened, what was kept and where, what to do, and a backup in its place', async () => {
    show({ state: 'damaged', folder: '/data/kartoteka' });
    expect(screen.getByRole('alert')).toHaveTextContent(/damaged.*changed nothing.*\/data\/kartoteka.*Copy/);
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Restore from a backup' }));
    expect(onRestore).toHaveBeenCalledOnce();
  });

  test('a newer vault: nothing was touched, install the newer app', () => {
    show({ state: 'newer', format: 7 });
    expect(screen.getByRole('alert')).toHaveTextContent(/format 7.*nothing was changed.*Install/);
    expect(platform.fake.calls).toEqual([]);
  });

  test('a repaired header is told beside the field', () => {
    show({ state: 'ready', header: made.header, repaired: true });
    expect(screen.getByText(/second copy took its place/)).toBeVisible();
  });
});

test('a vault whose first run ended early gets a practice', async () => {
  show();
  await user.keyboard(`${PASSPHRASE}{Enter}`);
  await opened();
  expect(await practiceQueries.get()).toMatchObject({ kind: 'other', language: 'en' });
});

test('rebuilding from the journal is shown and told', async () => {
  const { Dexie } = await import('dexie');
  await Dexie.delete('kartoteka-rows');
  show();
  await user.keyboard(`${PASSPHRASE}{Enter}`);
  await opened();
  expect(onReady.mock.calls[0]?.[0]).toMatchObject({ state: 'rebuilt', cause: 'empty' });
});

describe('on a full disk', () => {
  const rescue = (): VaultStatus => ({ state: 'ready', header: made.header, repaired: false, rescue: true });

  test('says so, and opens for reading what the user asks for', async () => {
    show(rescue());
    expect(await screen.findByText(/free, 95 MB are needed/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Unlock for reading' }));
    await user.click(field());
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    await opened();
    expect(onReady).toHaveBeenCalledWith({ state: 'readOnly' });
    expect((await vault().all(clientRecord)).map(({ name }) => name)).toEqual(['Unmistakable Client']);
    expect(isReadOnly()).toBe(true);
  });

  test('looks again when asked to, and by itself as soon as there is room', async () => {
    show(rescue());
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
    const room = { freeBytes: 1e9, neededBytes: 1e8, folder: '/data' };
    platform.fake.emit('space.changed', { state: 'full', ...room });
    expect(onRetry).toHaveBeenCalledTimes(1);
    platform.fake.emit('space.changed', { state: 'low', ...room });
    expect(onRetry).toHaveBeenCalledTimes(2);
  });
});

describe('with damage that nothing covers', () => {
  test('says how much is lost, and opens with all the rest only when told to', async () => {
    await vaultWithTasks();
    platform.fake.disk.frames.splice(-2, 1);
    await indexedDbGone();
    show();
    await user.click(field());
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    expect(await screen.findByText(/1 change cannot be read/)).toBeVisible();
    expect(screen.getByText('/data/vault/journal')).toBeVisible();
    expect(onReady).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Open with all the rest' }));
    await opened();
    expect((await vault().all(taskRecord)).map(({ title }) => title)).toEqual(['one', 'three']);
  });

  async function vaultWithTasks(): Promise<void> {
    await openVault(made.header, made.vaultKey);
    for (const title of ['one', 'two', 'three']) {
      await vault().commit((change) =>
        change.put(taskRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aTask({ title })),
      );
    }
    await closeVault();
  }

  const indexedDbGone = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('kartoteka-rows');
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(request.error ?? new Error('not deleted')));
    });
});
