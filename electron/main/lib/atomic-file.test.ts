import { mkdtemp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { FailureCode } from '#shared/ipc/failure.ts';
import {
  type AtomicFileDeps,
  type FileHandlePort,
  type FilePort,
  nodeFileDeps,
  writeFileAtomically,
} from './atomic-file.ts';

const OLD = Buffer.from('the old file, whole');
const NEW = Buffer.from('%PDF-1.7 the new file, whole');

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-'));
  path = join(folder, 'Dohoda č. 1.pdf');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** Real files with a fault at the n-th step; `steps` counts how many there were. */
function faulty(
  at: number,
  code: string,
  times = 1,
): { deps: AtomicFileDeps; steps: string[]; waits: number[] } {
  const steps: string[] = [];
  const waits: number[] = [];
  let left = times;
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    steps.push(name);
    if (steps.length > at && left > 0 && (steps.length === at + 1 || steps[at] === name)) {
      left -= 1;
      throw systemError(code);
    }
    return run();
  };
  const real = nodeFileDeps.files;
  const files: FilePort = {
    realpath: (p) => step('realpath', () => real.realpath(p)),
    mode: (p) => step('mode', () => real.mode(p)),
    checkWritable: (p) => step('checkWritable', () => real.checkWritable(p)),
    open: async (p, flags, mode) => {
      const handle = await step(`open ${flags}`, () => real.open(p, flags, mode));
      return {
        writeFile: (bytes) =>
          step('write', async () => handle.writeFile(bytes)).catch(async (error: unknown) => {
            // A disk that is full takes the beginning of a file.
            await handle.writeFile(bytes.subarray(0, 5));
            throw error;
          }),
        sync: () => step(`sync ${flags}`, () => handle.sync()),
        close: async () => {
          await handle.close();
          await step(`close ${flags}`, async () => undefined);
        },
      } satisfies FileHandlePort;
    },
    rename: (from, to) => step('rename', () => real.rename(from, to)),
    unlink: (p) => real.unlink(p),
  };
  const deps: AtomicFileDeps = {
    files,
    platform: 'linux',
    wait: async (ms) => {
      waits.push(ms);
    },
  };
  return { deps, steps, waits };
}

async function failureOf(run: Promise<void>): Promise<FailureCode | 'raw' | 'none'> {
  try {
    await run;
    return 'none';
  } catch (error) {
    return error instanceof MainFailure ? error.failure.code : 'raw';
  }
}

describe('writeFileAtomically', () => {
  it('writes a new file, and nothing else', async () => {
    await writeFileAtomically(path, NEW);
    expect(await readFile(path)).toEqual(NEW);
    expect(await readdir(folder)).toEqual(['Dohoda č. 1.pdf']);
  });

  it('replaces a file and keeps its permissions', async () => {
    await writeFile(path, OLD, { mode: 0o640 });
    await writeFileAtomically(path, NEW);
    expect(await readFile(path)).toEqual(NEW);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('writes where a link leads and keeps the link', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'x.pdf'), OLD);
    await symlink(join(folder, 'real', 'x.pdf'), path);
    await writeFileAtomically(path, NEW);
    expect(await readFile(join(folder, 'real', 'x.pdf'))).toEqual(NEW);
    expect((await readdir(folder)).toSorted()).toEqual(['Dohoda č. 1.pdf', 'real']);
  });

  it('writes a file whose name is as long as a name may be', async () => {
    const long = join(folder, `${'ž'.repeat(120)}.pdf`);
    await writeFileAtomically(long, NEW);
    expect(await readFile(long)).toEqual(NEW);
  });

  it('says that the folder is not there', async () => {
    expect(await failureOf(writeFileAtomically(join(folder, 'gone', 'x.pdf'), NEW))).toBe('notFound');
  });

  it('says that the name is too long', async () => {
    expect(await failureOf(writeFileAtomically(join(folder, `${'x'.repeat(300)}.pdf`), NEW))).toBe(
      'pathTooLong',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['CON.pdf', 'nul', 'COM¹.pdf'])('refuses %s, which Windows could not read', async (name) => {
    expect(await failureOf(writeFileAtomically(join(folder, name), NEW))).toBe('nameNotAllowed');
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the name is a folder', async () => {
    await mkdir(path);
    expect(await failureOf(writeFileAtomically(path, NEW))).toBe('nameNotAllowed');
    expect(await readdir(folder)).toEqual(['Dohoda č. 1.pdf']);
  });
});

describe('a fault at every step', () => {
  const codes: readonly [string, FailureCode | 'raw'][] = [
    ['ENOENT', 'notFound'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'readOnly'],
    ['EPERM', 'readOnly'],
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['ENAMETOOLONG', 'pathTooLong'],
    ['EIO', 'raw'],
  ];

  it.each(codes)(
    '%s leaves the old file or the new one, whole, and nothing beside it',
    async (code, expected) => {
      const probe = faulty(Number.POSITIVE_INFINITY, code);
      await writeFile(path, OLD);
      await writeFileAtomically(path, NEW, { deps: probe.deps });
      expect(probe.steps.length).toBeGreaterThanOrEqual(10);
      const renamed = probe.steps.indexOf('rename');

      for (const [at, name] of probe.steps.entries()) {
        await writeFile(path, OLD);
        const failure = await failureOf(writeFileAtomically(path, NEW, { deps: faulty(at, code).deps }));
        expect(await readdir(folder)).toEqual(['Dohoda č. 1.pdf']);
        const left = await readFile(path);
        // A path that vanished while it was looked up is a file that does not exist yet.
        const noFault = (name === 'realpath' && code === 'ENOENT') || (name === 'sync r' && code === 'EPERM');
        expect([at, failure]).toEqual([at, noFault ? 'none' : expected]);
        expect(left).toEqual(at > renamed || noFault ? NEW : OLD);
      }
    },
  );
});

describe('a file another program holds', () => {
  const renameStep = 7;

  it.each(['EBUSY', 'EPERM', 'EACCES'])('is waited for on Windows (%s)', async (code) => {
    await writeFile(path, OLD);
    const { deps, steps, waits } = faulty(renameStep, code, 3);
    await writeFileAtomically(path, NEW, { deps: { ...deps, platform: 'win32' } });
    expect(steps.filter((step) => step === 'rename')).toHaveLength(4);
    expect(waits).toEqual([200, 400, 800]);
    expect(await readFile(path)).toEqual(NEW);
  });

  it('is named when it is not let go', async () => {
    await writeFile(path, OLD);
    const { deps, waits } = faulty(renameStep, 'EPERM', 4);
    const run = writeFileAtomically(path, NEW, { deps: { ...deps, platform: 'win32' } });
    expect(await failureOf(run)).toBe('fileBusy');
    expect(waits).toEqual([200, 400, 800]);
    expect(await readFile(path)).toEqual(OLD);
    expect(await readdir(folder)).toEqual(['Dohoda č. 1.pdf']);
  });
});
