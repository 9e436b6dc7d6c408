import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessibility.ts';
import { answerOpenDialog, dropFile, storedChunks, writeRepeating } from './support/attachment-steps.ts';
import { answerSaveDialog, unlock } from './support/journey.ts';
import { createClient, openByPalette } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';

const CLIENT = 'Čermák Adam';
const MIB = 1024 * 1024;

test('documents are kept, given back byte for byte, and damage is told', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  const { userData } = app;
  const lease = join(userData, 'Nájemní smlouva.pdf');
  const copy = join(userData, 'Kopie.pdf');
  const bytes = writeRepeating(lease, 4);
  writeFileSync(copy, bytes);

  await test.step('two files with the same bytes are stored once', async () => {
    await createClient(page, t, CLIENT);
    await page.keyboard.press('6');
    await expect(page.getByText(t('attachments.empty.title'))).toBeVisible();
    await answerOpenDialog(app, [lease, copy]);
    await page.keyboard.press('a');
    await expect(page.getByRole('row', { name: /Nájemní smlouva\.pdf/ })).toContainText('4,2 MB');
    await expect(page.getByRole('row', { name: /Kopie\.pdf/ })).toBeVisible();
    expect(storedChunks(userData)).toHaveLength(1);
    await expectAccessible(page);
  });

  await test.step('a dropped file of several parts too, from another tab', async () => {
    await page.keyboard.press('1');
    await dropFile(page, 'Sken.tif', 9 * MIB + 1, 7);
    await expect(page.getByRole('tab', { name: t('clients.tab.documents'), selected: true })).toBeVisible();
    await expect(page.getByRole('row', { name: /Sken\.tif/ })).toContainText('9,4 MB');
    // Nine chunks of the same bytes are one, and one byte is another.
    expect(storedChunks(userData)).toHaveLength(3);
  });
  await app.close();

  const again = await launchApp({ userData, language: 'cs' });
  const window = await again.window();
  await unlock(window, t);
  const target = join(userData, 'zpět.pdf');
  const save = async (file: string): Promise<void> => {
    await answerSaveDialog(again, file);
    await window
      .getByRole('button', { name: t('attachments.saveOne', { name: 'Nájemní smlouva.pdf' }) })
      .click();
  };

  await test.step('they are there after a restart and are saved as they came', async () => {
    await openByPalette(window, t, 'cermak', CLIENT);
    await window.keyboard.press('6');
    await save(target);
    const ask = window.getByRole('dialog', { name: t('consent.title.export') });
    await ask.getByRole('radio', { name: t('consent.reason.law') }).check();
    await ask.getByRole('button', { name: t('consent.goOn') }).press('Enter');
    await expect(
      window.getByText(t('attachments.saved', { fileName: 'zpět.pdf', folder: userData })),
    ).toBeVisible();
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });

  await test.step('a damaged chunk is told in clear words, and no file is left', async () => {
    for (const chunk of storedChunks(userData)) {
      const sealed = readFileSync(chunk);
      sealed.writeUInt8(sealed.readUInt8(100) ^ 1, 100);
      writeFileSync(chunk, sealed);
    }
    const broken = join(userData, 'poškozený.pdf');
    await save(broken);
    await expect(
      window.getByText(t('errors.attachmentDamaged.happened', { fileName: 'Nájemní smlouva.pdf' })),
    ).toBeVisible();
    await expect(window.getByRole('row', { name: /Nájemní/ })).toContainText(t('attachments.broken'));
    expect(existsSync(broken)).toBe(false);
  });

  await test.step('adding the same file again mends it', async () => {
    await answerOpenDialog(again, [copy]);
    await window.keyboard.press('a');
    await expect(window.getByRole('row', { name: /Kopie\.pdf/ })).toHaveCount(2);
    await expect(window.getByRole('row', { name: /Nájemní/ })).not.toContainText(t('attachments.broken'));
    await save(target);
    await expect(
      window.getByText(t('attachments.saved', { fileName: 'zpět.pdf', folder: userData })),
    ).toBeVisible();
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });
});
