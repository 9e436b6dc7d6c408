import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from './running-app.ts';

/** From now on the app's open dialog answers with these files; none: the user cancels. */
export async function answerOpenDialog(app: RunningApp, files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const answer = { canceled: filePaths.length === 0, filePaths: [...filePaths] };
    Object.assign(dialog, { showOpenDialog: () => Promise.resolve(answer) });
  }, files);
}

/** Writes a file of so many MiB, the same MiB over and over, and answers its bytes. */
export function writeRepeating(path: string, mebibytes: number): Buffer {
  const one = randomBytes(1024 * 1024);
  const bytes = Buffer.concat(Array.from({ length: mebibytes }, () => one));
  writeFileSync(path, bytes);
  return bytes;
}

/** Every file in the vault's folder of attachments. */
export function storedChunks(userData: string): readonly string[] {
  const folder = join(userData, 'vault', 'attachments');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Drops a file of so many bytes, all the same, on the page. */
export async function dropFile(page: Page, name: string, size: number, byte: number): Promise<void> {
  await page.evaluate(
    ([fileName, length, value]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(length).fill(value)], fileName));
      for (const type of ['dragenter', 'drop'])
        window.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
    },
    [name, size, byte] as const,
  );
}
