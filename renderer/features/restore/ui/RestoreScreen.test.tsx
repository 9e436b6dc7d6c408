// @vitest-environment jsdom
import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recoveryBackupIdentity, vaultBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { BACKUP_FORMAT, type BackupManifest } from '#shared/formats/backup-manifest.ts';
import { sealOfBackup } from '#shared/formats/backup-seal.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { closeVault, makeRecoveryWords } from '#renderer/db/index.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import { fakePlatform, type FakePlatform } from '#test/fakes/platform.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { RestoreScreen } from './RestoreScreen.tsx';

quickDerive();

// A busy machine takes its time for a whole opening.
configure({ asyncUtilTimeout: 30_000 });
vi.setConfig({ testTimeout: 120_000 });

const PASSPHRASE = 'quiet river of paper cards';
const MADE = new Date(2026, 10, 20, 14, 5).getTime();
const user = userEvent.setup({ delay: null });
const onDone = vi.fn<() => void>();
const onBack = vi.fn<() => void>();
let made: TestVault;
let platform: FakePlatform;
let candidates: RestoreCandidate[];
let manifest: BackupManifest;
/** Main opens a backup no sooner. */
let opening: Promise<void>;

const candidate = (more: Partial<RestoreCandidate> = {}): RestoreCandidate => ({
  backupId: 'chosen/b.age',
  placeId: 'chosen',
  fileName: 'b.age',
  madeAt: MADE,
  reason: 'close',
  size: 4_000_000,
  verified: true,
  counts: { clients: 3, notes: 4 },
  newestChange: MADE - 60_000,
  seq: 9,
  onChain: true,
  sealed: true,
  quarantined: 0,
  shrunken: false,
  header: made.header,
  keyring: true,
  ...more,
});

const plain = (): BackupManifest => ({
  format: BACKUP_FORMAT,
  vaultId: made.header.vaultId,
  madeAt: MADE,
  reason: 'close',
  appVersion: '0.1.0',
  head: { seq: 9, hash: '0'.repeat(64) },
  stamp: '',
  header: made.header,
  rootHash: '1'.repeat(64),
  counts: { clients: 3, notes: 4 },
  quarantined: [],
  chunks: [],
});
const sealed = (): BackupManifest => ({ ...plain(), mac: sealOfBackup(made.vaultKey, plain()) });

beforeAll(async () => {
  made = await openTestVault({ passphrase: PASSPHRASE });
  await closeVault();
});

beforeEach(() => {
  vi.clearAllMocks();
  candidates = [candidate()];
  manifest = sealed();
  opening = Promise.resolve();
  platform = fakePlatform({
    answers: {
      'restore.choose': () => ({ state: 'chosen', candidates }),
      'backups.open': async () => {
        await opening;
        return { readId: 'read', manifest };
      },
      'restore.install': () => ({ header: made.header }),
    },
  });
  installPlatform(platform);
});

const show = (damaged = false) =>
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <RestoreScreen damaged={damaged} onDone={onDone} onBack={onBack} />
    </I18nextProvider>,
  );
const enter = () => user.keyboard('{Enter}');
const area = () => screen.findByLabelText('15 words');
const identities = () =>
  platform.fake.calls.flatMap(({ channel, request }) =>
    channel === 'backups.open' ? [(request as { identity: string }).identity] : [],
  );

async function toWords(): Promise<void> {
  show();
  await enter();
  await screen.findByRole('heading', { name: 'Which backup?' });
  await enter();
  await area();
}

async function typeWords(words: readonly string[]): Promise<void> {
  await user.click(await area());
  await user.paste(words.join(' '));
  await enter();
}

describe('a lost laptop, by keyboard', () => {
  it('folder, newest verified backup, 15 words, unlock', async () => {
    await toWords();
    expect(screen.getByText(`Vault ${made.header.vaultId.slice(0, 8)}`)).toBeVisible();
    await typeWords(made.recoveryWords);
    expect(await screen.findByRole('heading', { name: 'The vault is here' })).toBeVisible();
    expect(identities()).toEqual([recoveryBackupIdentity(made.recoveryWords)]);
    await enter();
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(platform.fake.disk.settings).toMatchObject({ language: 'en', languageChosen: true });
  });

  it('opens an older backup, of another sheet, by the words of today', async () => {
    await toWords();
    platform.fake.failNext('backups.open', 'backupLocked');
    await typeWords(made.recoveryWords);
    await screen.findByRole('heading', { name: 'The vault is here' });
    expect(identities()).toEqual([
      recoveryBackupIdentity(made.recoveryWords),
      vaultBackupIdentity(made.vaultKey, made.header.vaultId),
    ]);
  });

  it('takes the passphrase too where a header lies beside the backup', async () => {
    await toWords();
    await user.click(screen.getByRole('button', { name: 'Use the passphrase' }));
    await user.click(screen.getByLabelText('Passphrase'));
    await user.paste('not this one');
    await enter();
    expect(await screen.findByText(/passphrase does not open this backup/)).toBeVisible();
    await user.clear(screen.getByLabelText('Passphrase'));
    await user.paste(PASSPHRASE);
    await enter();
    await screen.findByRole('heading', { name: 'The vault is here' });
    expect(identities()).toEqual([vaultBackupIdentity(made.vaultKey, made.header.vaultId)]);
  });

  it('goes back by Escape, step by step', async () => {
    await toWords();
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'Which backup?' });
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'Where is the backup?' });
    await user.keyboard('{Escape}');
    expect(onBack).toHaveBeenCalledOnce();
  });
});

describe('what can go wrong', () => {
  it('words of another sheet are told as such, and stay in the field', async () => {
    await toWords();
    const other = makeRecoveryWords();
    platform.fake.failNext('backups.open', 'backupLocked');
    await typeWords(other);
    expect(await screen.findByText(/do not open this backup.*valid on 20\/11\/2026/)).toBeVisible();
    expect(await area()).toHaveValue(other.join(' '));
    expect(onDone).not.toHaveBeenCalled();
  });

  it('a mistyped word is named, and nothing is tried', async () => {
    await toWords();
    await typeWords(made.recoveryWords.with(3, 'abandn'));
    expect(await screen.findByText(/Word 4, “abandn”/)).toBeVisible();
    expect(identities()).toEqual([]);
  });

  it('a damaged backup is told, and another can be chosen', async () => {
    await toWords();
    platform.fake.failNext('backups.open', 'backupDamaged');
    await typeWords(made.recoveryWords);
    expect(await screen.findByRole('alert')).toHaveTextContent(/damaged or incomplete/);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByRole('heading', { name: 'Which backup?' });
  });

  it('one that the vault did not make is told, and not restored', async () => {
    await toWords();
    manifest = { ...sealed(), counts: { clients: 2, notes: 4 } };
    await typeWords(made.recoveryWords);
    expect(await screen.findByRole('alert')).toHaveTextContent(/seal is wrong/);
    expect(platform.fake.lastRequest('restore.install')).toBeUndefined();
  });

  it('one of the format without a seal is restored only when that is wanted', async () => {
    await toWords();
    manifest = { ...plain(), format: 1 };
    await typeWords(made.recoveryWords);
    expect(await screen.findByText(/older format without the vault’s seal/)).toBeVisible();
    expect(platform.fake.lastRequest('restore.install')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Restore all the same' }));
    expect(await screen.findByRole('heading', { name: 'The vault is here' })).toBeVisible();
    expect(platform.fake.lastRequest('restore.install')).toMatchObject({ mac: null });
  });

  it('tells how far it is, and ends without a trace when it is cancelled', async () => {
    await toWords();
    let goOn = (): void => undefined;
    opening = new Promise((resolve) => {
      goOn = resolve;
    });
    await typeWords(made.recoveryWords);
    act(() => platform.fake.emit('restore.progress', { step: 'checking', done: 30, total: 120 }));
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    await user.keyboard('{Escape}');
    expect(platform.fake.calls.at(-1)?.channel).toBe('restore.cancel');
    goOn();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Restore' })).toBeEnabled());
    expect(await area()).toHaveValue(made.recoveryWords.join(' '));
    expect(platform.fake.lastRequest('restore.install')).toBeUndefined();
  });

  it('an unverified one is told and not preferred', async () => {
    candidates = [
      candidate({ backupId: 'new', madeAt: MADE + 86_400_000, verified: false, counts: null }),
      candidate(),
    ];
    show();
    await enter();
    expect(await screen.findByRole('radio', { name: /^20\/11\/2026/ })).toBeChecked();
    await user.keyboard('{ArrowUp}');
    expect(await screen.findByText(/never verified/)).toBeVisible();
  });

  it('one without its keys leads no further', async () => {
    candidates = [candidate({ keyring: false })];
    show();
    await enter();
    expect(await screen.findByText(/keys of the client files do not lie beside/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('a folder without backups is told', async () => {
    candidates = [];
    show(true);
    expect(screen.getByText(/set aside under a dated name/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Choose a file' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/no backup in it/);
    expect(platform.fake.lastRequest('restore.choose')).toEqual({ from: 'file' });
  });
});
