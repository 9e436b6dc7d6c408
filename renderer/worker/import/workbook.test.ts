import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const FIXTURE = 'test/fixtures/import/klienti-a-ukoly.xlsx';
const load = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(FIXTURE));
const readBytes = (bytes: Uint8Array, sheet?: number) =>
  read([{ name: 'a.xlsx', bytes: Uint8Array.from(bytes) }], sheet === undefined ? {} : { sheet });

describe('a workbook', () => {
  it('is read as texts: long numbers whole, days as days', async () => {
    const file = await readBytes(await load());
    expect(file).toMatchObject({ format: 'xlsx', sheets: ['Klienti', 'Úkoly'], sheet: 0, encoding: null });
    expect(file.headers[0]).toBe('Jméno a příjmení');
    expect(file.rows[0]).toEqual({
      number: 2,
      cells: [
        'Horák Petr',
        '',
        '',
        'petr.horak@example.cz',
        '420603111222',
        '1985-01-01',
        '2025-01-01',
        'Přišel na doporučení',
      ],
    });
  });

  it('gives another of its sheets when it is asked for', async () => {
    const file = await readBytes(await load(), 1);
    expect(file.headers).toEqual(['Klient', 'Úkol', 'Termín', 'Hotovo']);
    expect(file.rows.map(({ cells }) => cells[2])).toEqual(['2026-12-01', '2025-12-09']);
  });

  it('that unpacks to far more than it should is refused, whatever it says of itself', async () => {
    const parts = unzipSync(await load());
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(40_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readBytes(bomb)).rejects.toMatchObject({ reason: 'bomb' });
    const small = new Uint8Array(4);
    new DataView(small.buffer).setUint32(0, 40_000_000, true);
    const lying = bomb.slice();
    for (let at = 0; at + 4 <= lying.length; at += 1)
      if (small.every((byte, index) => lying[at + index] === byte)) lying.set([0, 1, 0, 0], at);
    expect(lying).not.toEqual(bomb);
    await expect(readBytes(lying)).rejects.toMatchObject({ reason: 'bomb' });
  });

  it('whose directory speaks of more than a workbook holds is refused before it is unpacked', async () => {
    const bytes = await load();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 150_000_000, true);
    await expect(readBytes(bytes)).rejects.toMatchObject({ reason: 'bomb' });
  });

  it('with more parts than a workbook has is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2500 }, (_, index) => [`p${String(index)}`, new Uint8Array()]),
    );
    await expect(readBytes(zipSync(many))).rejects.toMatchObject({ reason: 'bomb' });
  });

  it('whose parts have names that lead elsewhere is read for what it is, and nothing is written', async () => {
    const parts = unzipSync(await load());
    const slip = zipSync({ ...parts, '../../../../tmp/slip.txt': strToU8('out') });
    expect((await readBytes(slip)).rows).toHaveLength(3);
  });

  it('that is cut short, or is something else in a zip, is refused', async () => {
    const whole = await load();
    for (const cut of [whole.subarray(0, 200), whole.subarray(0, whole.length - 300)])
      await expect(readBytes(cut)).rejects.toMatchObject({ reason: 'damaged' });
    await expect(readBytes(zipSync({ 'a.txt': strToU8('x') }))).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('of an old Excel, or with a password, is refused in its own words', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    await expect(readBytes(old)).rejects.toMatchObject({ reason: 'oldWorkbook' });
  });
});
