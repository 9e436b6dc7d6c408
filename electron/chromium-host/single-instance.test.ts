import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SingleInstance, instanceAddress } from './single-instance.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'instance-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = { argv: ['node', 'start'], cwd: '/', data: {} };

describe('SingleInstance', () => {
  it('takes the lock of a process that is no more, and gives it back', () => {
    // No process has this number, and one of another program would not be taken for ours either.
    writeFileSync(join(folder, 'host.lock'), '2147483646');
    const instance = new SingleInstance();
    expect(instance.request(folder, start, vi.fn())).toBe(true);
    expect(readFileSync(join(folder, 'host.lock'), 'utf8')).toBe(String(process.pid));
    expect(instance.has()).toBe(true);
    instance.release();
    expect(() => readFileSync(join(folder, 'host.lock'))).toThrow('ENOENT');
  });
  it('takes the lock of another program that got the number since', () => {
    writeFileSync(join(folder, 'host.lock'), String(process.ppid));
    const instance = new SingleInstance();
    expect(instance.request(folder, start, vi.fn())).toBe(true);
    instance.release();
  });
  it('takes an unreadable lock', () => {
    writeFileSync(join(folder, 'host.lock'), '');
    const instance = new SingleInstance();
    expect(instance.request(folder, start, vi.fn())).toBe(true);
    instance.release();
  });
  it('has a short address of its own for each folder', () => {
    const address = instanceAddress(`/${'long/'.repeat(60)}`, 'linux');
    expect(address.length).toBeLessThan(100);
    expect(address).not.toBe(instanceAddress('/other', 'linux'));
    expect(instanceAddress('/other', 'win32')).toMatch(/^\\\\\.\\pipe\\kartoteka-/);
  });
});
