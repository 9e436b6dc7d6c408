import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
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
  it.skipIf(process.platform === 'win32')(
    'removes sockets of hosts that were killed, and no others',
    async () => {
      const [dead, alive] = [instanceAddress('/dead', 'linux'), instanceAddress('/alive', 'linux')];
      // A process that is killed cannot take its socket away.
      const script = `require('net').createServer().listen(${JSON.stringify(dead)}, () => process.kill(process.pid, 'SIGKILL'))`;
      spawnSync(process.execPath, ['-e', script]);
      expect(existsSync(dead)).toBe(true);
      const server = createServer().listen(alive);
      const instance = new SingleInstance();
      instance.request(folder, start, vi.fn());
      await vi.waitFor(() => expect(existsSync(dead)).toBe(false));
      expect(existsSync(alive)).toBe(true);
      instance.release();
      server.close();
    },
  );
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
