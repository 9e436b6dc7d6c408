import { readFile } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { XLSX } from './lines.ts';
import { previewOf } from './preview-of.ts';

const load = async (): Promise<Uint8Array> =>
  new Uint8Array(await readFile('test/fixtures/import/klienti-a-ukoly.xlsx'));
const shown = (bytes: Uint8Array) => previewOf({ mediaType: XLSX, bytes });

describe('a workbook among the documents', () => {
  it('is shown sheet by sheet, with what its cells hold', async () => {
    const preview = await shown(await load());
    expect(preview).toMatchObject({
      kind: 'workbook',
      cut: false,
      sheets: [{ name: 'Klienti' }, { name: 'Úkoly' }],
    });
    if (preview.kind !== 'workbook') throw new Error('No workbook');
    const [clients, tasks] = preview.sheets;
    expect(clients?.rows[0]?.[0]).toEqual({ is: 'text', text: 'Jméno a příjmení' });
    expect(clients?.rows[1]?.slice(4, 6)).toEqual([
      { is: 'number', text: '420603111222' },
      { is: 'date', text: '1985-01-01' },
    ]);
    expect(tasks?.rows.flat()).toContainEqual({ is: 'date', text: '2026-12-01' });
  });

  it('that unpacks to too much is told as too large, a damaged one as malformed', async () => {
    const parts = unzipSync(await load());
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(24_000_000) }, { level: 4 });
    expect(await shown(bomb)).toEqual({ kind: 'tooLarge' });
    await expect(shown((await load()).subarray(0, 300))).rejects.toThrow();
  });
});
