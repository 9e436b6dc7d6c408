import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from './ledger.ts';
import { ledgerFileAt } from './ledger-file.ts';
import { memoryFile, occurrence, quietLog } from './testing.ts';

const fired = (n: number, missed = false) => ({ ...occurrence(n, n * 1000), missed });

describe('the ledger', () => {
  it('knows after a restart what fired and what was seen', async () => {
    const file = memoryFile();
    const first = await openLedger(file, quietLog);
    await first.fire([fired(2), fired(1, true)]);
    await first.acknowledge([fired(2).id, 'unknown']);
    const again = await openLedger(file, quietLog);
    expect(again.due()).toEqual([fired(1, true)]);
    expect(again.has(fired(2).id)).toBe(true);
    expect(again.has(fired(3).id)).toBe(false);
  });

  it('passes over a line that broke off, and starts the next one afresh', async () => {
    const file = memoryFile();
    const first = await openLedger(file, quietLog);
    await first.fire([fired(1)]);
    file.text += '{"event":"fired","id":"abc","rem';
    const second = await openLedger(file, quietLog);
    expect(second.due()).toEqual([fired(1)]);
    await second.fire([fired(2)]);
    expect((await openLedger(file, quietLog)).due()).toEqual([fired(1), fired(2)]);
  });

  it('keeps what could not be written for the next write', async () => {
    const file = memoryFile();
    const ledger = await openLedger(file, quietLog);
    file.cut = true;
    await expect(ledger.fire([fired(1)])).rejects.toThrow('EIO');
    expect(ledger.has(fired(1).id)).toBe(true);
    file.broken = true;
    await expect(ledger.fire([fired(2)])).rejects.toThrow('ENOSPC');
    file.broken = false;
    await ledger.acknowledge([fired(1).id]);
    const again = await openLedger(file, quietLog);
    expect(again.due()).toEqual([fired(2)]);
    expect(again.has(fired(1).id)).toBe(true);
  });

  it('forgets what is old and seen, and nothing else, once it has grown', async () => {
    const file = memoryFile();
    const ledger = await openLedger(file, quietLog);
    const all = Array.from({ length: 1200 }, (_, n) => fired(n));
    await ledger.fire(all);
    await ledger.acknowledge(all.slice(0, 1100).map(({ id }) => id));
    const size = file.text.length;
    await ledger.compact(({ at }) => at >= 1_000_000);
    expect(file.text.length).toBeLessThan(size / 4);
    const again = await openLedger(file, quietLog);
    expect(again.due()).toHaveLength(100);
    expect(again.has(fired(1050).id)).toBe(true);
    expect(again.has(fired(10).id)).toBe(false);
  });

  it('leaves a small file alone', async () => {
    const file = memoryFile();
    const ledger = await openLedger(file, quietLog);
    await ledger.fire([fired(1)]);
    await ledger.acknowledge([fired(1).id]);
    await ledger.compact(() => false);
    expect(file.text).not.toBe('');
  });

  it('lies on disk for its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
    const path = join(folder, 'reminders', 'ledger.jsonl');
    const ledger = await openLedger(ledgerFileAt(path), quietLog);
    await ledger.fire([fired(1)]);
    await ledger.fire([fired(2)]);
    expect((await readFile(path, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
    // Windows has no such permissions: there the folder guards what is in it.
    const mode = process.platform === 'win32' ? 0o600 : (await stat(path)).mode & 0o777;
    expect(mode).toBe(0o600);
    expect((await openLedger(ledgerFileAt(path), quietLog)).due()).toHaveLength(2);
    await rm(folder, { recursive: true });
  });
});
