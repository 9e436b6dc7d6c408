import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from './staleness.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staleness-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Makes a file that was last changed `seconds` after some fixed moment; its folder is as old as that moment. */
function file(path: string, seconds: number): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, 1_000_000 + seconds, 1_000_000 + seconds);
  utimesSync(dirname(full), 1_000_000, 1_000_000);
}
const stale = (): boolean => isStale(root, ['src', 'config.ts', 'absent.ts'], ['out/a.js', 'out/b.js']);

describe('isStale', () => {
  beforeEach(() => {
    file('src/deep/one.ts', 1);
    file('config.ts', 2);
    utimesSync(join(root, 'src'), 1_000_000, 1_000_000);
    file('out/a.js', 10);
    file('out/b.js', 11);
  });

  it('is fresh when every output is newer than every source', () => {
    expect(stale()).toBe(false);
  });
  it('is stale when an output is missing', () => {
    rmSync(join(root, 'out/b.js'));
    expect(stale()).toBe(true);
  });
  it('is stale when a file changed after the oldest output', () => {
    utimesSync(join(root, 'src/deep/one.ts'), 1_000_010.5, 1_000_010.5);
    expect(stale()).toBe(true);
  });
  it('is stale when a file went away, which only its folder tells', () => {
    utimesSync(join(root, 'src/deep'), 1_000_012, 1_000_012);
    expect(stale()).toBe(true);
  });
  it('does not count tests', () => {
    file('src/deep/one.test.ts', 20);
    utimesSync(join(root, 'src/deep'), 1_000_000, 1_000_000);
    expect(stale()).toBe(false);
  });
});
