import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { openedApp } from './measure-start.ts';
import { randomFrom } from './random.ts';
import { seedVault } from './seed.ts';

const GIVEN = ['Jana', 'Petr', 'Łukasz', 'Анна', 'Eva', 'Tomáš', 'Małgorzata', 'Сергей', 'Ivan', 'Olga'];
const FAMILY = ['Novák', 'Dvořák', 'Wójcik', 'Соколов', 'Smith', 'Černý', 'Zając', 'Орлов', 'Marek', 'Brown'];

/** A table of that many made-up clients; one in ten says again who stands in a row before. */
export function clientTable(rows: number): string {
  const random = randomFrom(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const lines = ['Surname;First name;E-mail;Phone;Address;Date of birth;Client since;Tags;Notes'];
  for (let row = 0; row < rows; row += 1) {
    const who = row % 10 === 9 ? row - 5 : row;
    const id = String(who).padStart(5, '0');
    const note = Array.from({ length: 20 }, () => pick(FAMILY).toLowerCase()).join(' ');
    lines.push(
      `${pick(FAMILY)}${id};${pick(GIVEN)};c${id}@example.com;+420 6${id}${id.slice(1)};"Street ${id}, 110 00 Praha";${String((who % 28) + 1)}.${String((who % 12) + 1)}.19${String((who % 60) + 30)};1.2.2024;alpha, beta;${note}`,
    );
  }
  return lines.join('\r\n');
}

/** What an import took, milliseconds. */
export interface ImportTimes {
  /** From the choice of the file to the columns on the screen. */
  readonly read: number;
  /** From there to the review, all rows recognised. */
  readonly check: number;
  /** From «Import» to the report, the backup before it included. */
  readonly write: number;
}

/** Imports a table into a vault of some clients, in the app as it is built. A multiple of ten rows; throws when one is lost. */
export async function measureTableImport(rows: number): Promise<ImportTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-import-'));
  try {
    const vault = await seedVault(folder, { clients: 100, notes: 100 });
    const { page, close } = await openedApp(folder, vault);
    page.setDefaultTimeout(120_000);
    const t = translator('en');
    await page.evaluate(() => {
      location.hash = '#/import';
    });
    const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
    const buffer = Buffer.from(clientTable(rows));
    const input = page.locator('input[type=file]');
    await input.waitFor({ state: 'attached' });
    const begun = performance.now();
    await input.setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer });
    await heading(t('imports.columns.title'));
    const read = performance.now();
    await page.keyboard.press('Control+Enter');
    await heading(t('imports.review.title'));
    const checked = performance.now();
    await page.keyboard.press('Control+Enter');
    await heading(t('imports.done.title'));
    const written = performance.now();
    const added = (rows * 9) / 10;
    const number = formatNumber(added, 'en');
    await page.getByText(t('imports.done.added', { count: added, number })).waitFor();
    await close();
    return { read: read - begun, check: checked - read, write: written - checked };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
