import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '#shared/lib/bytes.ts';
import { createDevice, type DeviceService, type Keychain } from './device.ts';

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A keychain that turns text round, so that what lies on the disk is not the secret. */
const keychain = (change: Partial<Keychain> = {}): Keychain => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(Buffer.from(text).toReversed()),
  decryptString: (bytes) => Buffer.from(bytes.toReversed()).toString(),
  ...change,
});
const file = (): string => join(folder, 'device.json');
const make = (change?: Partial<Keychain>, platform: NodeJS.Platform = 'linux'): DeviceService =>
  createDevice({ file: file(), keychain: keychain(change), platform, log });

describe('the secret of this computer', () => {
  it('comes back at the next start, and lies on the disk only as the keychain sealed it', async () => {
    expect(await make().status()).toEqual({ available: true, kept: false });
    expect(await make().read()).toBeNull();
    const secret = await make().make();
    expect(secret).toHaveLength(32);
    expect(await make().read()).toEqual(secret);
    expect(await make().status()).toEqual({ available: true, kept: true });
    expect(await readFile(file(), 'utf8')).not.toContain(toHex(secret));
    expect(await make().make()).not.toEqual(secret);
  });

  it('is gone when it was forgotten', async () => {
    await make().make();
    await make().forget();
    expect(await make().read()).toBeNull();
    expect(await make().status()).toEqual({ available: true, kept: false });
  });

  it.each<[string, Partial<Keychain>, NodeJS.Platform]>([
    ['no keychain', { isEncryptionAvailable: () => false }, 'win32'],
    ['the plain-text stand-in of Linux', { getSelectedStorageBackend: () => 'basic_text' }, 'linux'],
    ['a keyring that nobody knows', { getSelectedStorageBackend: () => 'unknown' }, 'linux'],
    [
      'a keychain that does not answer',
      {
        isEncryptionAvailable: () => {
          throw new Error('D-Bus');
        },
      },
      'linux',
    ],
  ])('is not made with %s', async (_name, change, platform) => {
    expect(await make(change, platform).status()).toEqual({ available: false, kept: false });
    await expect(make(change, platform).make()).rejects.toMatchObject({ failure: { code: 'refused' } });
    await make().make();
    expect(await make(change, platform).read()).toBeNull();
  });

  it('does not ask Windows and macOS for the backend, which only Linux has', async () => {
    const change = { getSelectedStorageBackend: () => 'basic_text' };
    expect(await make(change, 'darwin').status()).toMatchObject({ available: true });
  });

  it('is none when the keychain has lost its key, or the file is damaged', async () => {
    await make().make();
    const lost = {
      decryptString: () => {
        throw new Error('Error while decrypting the ciphertext');
      },
    };
    expect(await make(lost).read()).toBeNull();
    await writeFile(file(), '{"format":1,"sealed":"zz');
    expect(await make().read()).toBeNull();
  });

  it('is not relied on when the keychain gives something else back', async () => {
    await expect(make({ decryptString: () => 'x' }).make()).rejects.toMatchObject({
      failure: { code: 'refused' },
    });
  });
});
