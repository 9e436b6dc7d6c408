import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { PASSPHRASE, passphraseField, unlock } from './support/journey.ts';
import { createClient } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import { replaceWindow } from './support/running-app.ts';
import { storeFolder, vaultBytes } from './support/vault-files.ts';

/** A disk on which the app runs well, and a file that fills it. */
const DISK = '420m';
const FREE_BYTES = 1024 * 1024;
const CLIENT = 'Plná Disková';

/** A small disk of its own; null where that takes rights this machine does not give. */
function mountDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const freeOn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

test('a full disk: everything can be read, nothing is destroyed, and it goes on when there is room', async ({
  prepareFolder,
  launchApp,
}) => {
  const disk = mountDisk();
  test.skip(disk === null, 'mounting a small disk takes root on Linux');
  if (disk === null) return;
  const filler = join(disk, 'filler');
  const fill = (): void => {
    execFileSync('fallocate', ['-l', String(freeOn(disk) - FREE_BYTES), filler]);
  };
  try {
    const { folder } = await prepareFolder({ language: 'cs' });
    const userData = join(disk, 'data');
    cpSync(folder, userData, { recursive: true });
    const t = translator('cs');
    const first = await launchApp({ userData, language: 'cs' });
    const firstPage = await first.window();
    await unlock(firstPage, t);
    await createClient(firstPage, t, CLIENT);
    await first.close();

    fill();
    const before = vaultBytes(userData);
    const app = await launchApp({ userData, language: 'cs' });
    const page = await app.window();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('space.rescue.title'));
    await expect(page.getByRole('alert')).toContainText(userData);
    await expectAccessible(page);
    await page.getByRole('button', { name: t('space.rescue.read') }).press('Enter');
    await passphraseField(page, t('unlock.passphrase')).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('space.rescue.banner')).first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('grid').getByText(CLIENT)).toBeVisible();
    await expectAccessible(page);
    // What would write is off and says why; what reads goes on.
    await expect(page.getByRole('button', { name: t('clients.new') })).toBeDisabled();
    await page.getByRole('grid').getByText(CLIENT).click();
    await expect(page.getByRole('heading', { level: 1, name: CLIENT })).toBeVisible();
    await expect(page.getByRole('button', { name: t('clients.file.meet') }).first()).toBeDisabled();
    await expect(page.getByRole('button', { name: t('clients.file.print') })).toBeEnabled();
    await page.keyboard.press('t');
    await expect(page.getByText(t('space.rescue.reason'))).toBeVisible();
    for (const tab of ['3', '4', '5', '6']) {
      await page.keyboard.press(tab);
      await expect(page.getByRole('tabpanel').locator('button, textarea, input').first()).toBeDisabled();
    }
    await expectAccessible(page);
    // Neither the journal nor Chromium's database was touched.
    expect(storeFolder(userData)).toContain('indexeddb');
    expect(vaultBytes(userData)).toEqual(before);

    rmSync(filler);
    const again = page.getByRole('button', { name: t('space.rescue.again') });
    const locked = await replaceWindow(app, page, () => again.press('Enter', { timeout: 5_000 }));
    await unlock(locked, t);
    await expect(locked.getByText(t('space.rescue.banner'))).toHaveCount(0);
    await createClient(locked, t, 'Zase Místo');
    await app.close();
  } finally {
    execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
