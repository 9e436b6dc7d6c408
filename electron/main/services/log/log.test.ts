import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, describeError } from './log.ts';

describe('describeError', () => {
  it('keeps kind, code and place, and nothing that was said', () => {
    const error = Object.assign(new TypeError('Unexpected token: Nováková Jana'), { code: 'ENOSPC' });
    const text = describeError(error);
    expect(text).toContain('TypeError ENOSPC');
    expect(text).toContain('log.test.ts');
    expect(text).not.toContain('Nováková');
    expect(describeError('Nováková')).toBe('a thrown string');
  });
});

describe('log', () => {
  it('writes into its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'log-'));
    const log = createLog(folder);
    log.info('Started', { version: '1.2.3' });
    const text = await readFile(join(folder, 'main.log'), 'utf8');
    expect(text).toMatch(/\[info\] +Started \{"version":"1\.2\.3"\}/);
    await rm(folder, { recursive: true });
  });
});
