// @vitest-environment jsdom
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileId } from '#shared/domain/ids.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import type { ListedBackup } from '#shared/ipc/contract/backups.ts';
import type * as Restore from '#renderer/operations/restore.ts';
import { useNotices } from '#renderer/ui/notices.ts';
import { RestoreWizard } from './RestoreWizard.tsx';

const restore = vi.hoisted(() => ({
  lookInto: vi.fn<typeof Restore.lookInto>(),
  whatWouldChange: vi.fn<typeof Restore.whatWouldChange>(),
  restore: vi.fn<typeof Restore.restore>(),
}));
vi.mock('#renderer/operations/restore.ts', () => restore);

configure({ asyncUtilTimeout: 10_000 });
const user = userEvent.setup({ delay: null });
const onClose = vi.fn<() => void>();
const FILE = 'file-jana' as FileId;
const MADE = new Date(2026, 10, 20, 14, 5).getTime();

const listed = (name: string, madeAt: number, verified = true): ListedBackup => ({
  backupId: `local/${name}`,
  placeId: 'local',
  fileName: name,
  madeAt,
  reason: 'daily',
  size: 4_000_000,
  verified,
  counts: { clients: 2, notes: 40 },
  newestChange: madeAt - 60_000,
  seq: 9,
  onChain: true,
  quarantined: 0,
  shrunken: false,
  sealed: true,
});
const manifest = {
  madeAt: MADE,
  reason: 'daily',
  counts: { clients: 2, notes: 40, tasks: 0 },
  quarantined: [],
} as unknown as BackupManifest;

beforeEach(() => {
  vi.clearAllMocks();
  restore.lookInto.mockResolvedValue({
    manifest,
    origin: 'sealed',
    clients: [{ fileId: FILE, name: 'Nováková Jana', records: 12 }],
    unreadable: 0,
  });
  restore.whatWouldChange.mockResolvedValue({ put: 4, removed: 1 });
  restore.restore.mockResolvedValue({ put: 4, removed: 1 });
  Element.prototype.scrollIntoView = () => undefined;
});

const show = (list: readonly ListedBackup[] = [listed('b.age', MADE), listed('a.age', MADE - 86_400_000)]) =>
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <RestoreWizard list={list} onClose={onClose} />
    </I18nextProvider>,
  );
const enter = () => user.keyboard('{Enter}');

describe('the restore wizard by keyboard', () => {
  it('chooses, shows what it holds, says what will happen, restores, and says what was done', async () => {
    show();
    expect(screen.getByRole('radio', { name: /20\/11\/2026/ })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    await enter();
    expect(await screen.findByText('Meetings and notes')).toBeVisible();
    expect(restore.lookInto).toHaveBeenCalledWith('local/a.age');
    expect(screen.getByText('40')).toBeVisible();
    expect(screen.queryByText('Tasks')).toBeNull();
    await enter();
    expect(await screen.findByText('4 records are put back.')).toBeVisible();
    expect(screen.getByText('1 record made since then is removed from view.')).toBeVisible();
    expect(screen.getByText(/backup of today’s state is made first/)).toBeVisible();
    await enter();
    expect(await screen.findByText('4 records were put back.')).toBeVisible();
    expect(restore.restore).toHaveBeenCalledWith(
      'local/a.age',
      { whole: true },
      expect.anything(),
      expect.anything(),
    );
    expect(restore.restore).toHaveBeenCalledOnce();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('restores one client file, and asks which', async () => {
    show();
    await enter();
    await user.click(await screen.findByRole('radio', { name: /One client file/ }));
    await enter();
    expect(await screen.findByText('Choose a client.')).toBeVisible();
    await user.type(screen.getByRole('combobox', { name: 'Client' }), 'nov');
    await enter();
    await enter();
    expect(await screen.findByText(/The file Nováková Jana becomes what it was on/)).toBeVisible();
    await enter();
    await screen.findByText('Restored');
    expect(restore.restore).toHaveBeenCalledWith(
      'local/b.age',
      { fileId: FILE },
      expect.anything(),
      expect.anything(),
    );
  });

  it('can be cancelled while it works', async () => {
    restore.restore.mockImplementationOnce(
      (_id: string, _scope: unknown, _onPart: unknown, signal: AbortSignal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    show();
    await enter();
    await screen.findByText('Meetings and notes');
    await enter();
    await screen.findByText('4 records are put back.');
    await enter();
    expect(await screen.findByText('Backing up today’s state')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(useNotices.getState().shown.at(-1)?.text).toMatch(/cancelled; nothing was changed/);
  });

  it('is left by Escape at each step, and changes nothing', async () => {
    const { unmount } = show();
    await user.keyboard('{Escape}');
    unmount();
    const second = show();
    await enter();
    await screen.findByText('Meetings and notes');
    await user.keyboard('{Escape}');
    second.unmount();
    show();
    await enter();
    await screen.findByText('Meetings and notes');
    await enter();
    await screen.findByText('4 records are put back.');
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(3);
    expect(restore.restore).not.toHaveBeenCalled();
  });

  it('goes back without forgetting what was chosen', async () => {
    show();
    await user.keyboard('{ArrowDown}');
    await enter();
    await screen.findByText('Meetings and notes');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('radio', { name: /19\/11\/2026/ })).toBeChecked();
  });
});

describe('what can go wrong', () => {
  const failure = { failure: { code: 'backupDamaged', details: { fileName: 'b.age' } } };

  it('a damaged backup is told and leads no further', async () => {
    restore.lookInto.mockRejectedValue(failure);
    show();
    await enter();
    expect(await screen.findByRole('alert')).toHaveTextContent(/b\.age is damaged/);
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('an unverified one is never chosen by itself, and is told', async () => {
    restore.lookInto.mockReturnValue(new Promise(() => undefined));
    show([listed('b.age', MADE, false), listed('a.age', MADE - 86_400_000)]);
    expect(screen.getByRole('radio', { name: /19\/11\/2026/ })).toBeChecked();
    await user.keyboard('{ArrowUp}');
    await enter();
    expect(await screen.findByText(/never verified/)).toBeVisible();
  });

  it('the same as today needs no restore', async () => {
    restore.whatWouldChange.mockResolvedValue({ put: 0, removed: 0 });
    show();
    await enter();
    await screen.findByText('Meetings and notes');
    await enter();
    expect(await screen.findByText(/Nothing would change/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  it('a failed one says that nothing was restored', async () => {
    restore.restore.mockRejectedValue({ failure: { code: 'diskFull', details: { folder: '/x' } } });
    show();
    await enter();
    await screen.findByText('Meetings and notes');
    await enter();
    await screen.findByText('4 records are put back.');
    await enter();
    expect(await screen.findByText('Nothing was restored')).toBeVisible();
    expect(screen.getByText('Everything is as it was before.')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});
