import { hkdfSync, pbkdf2Sync } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupRecipient, recoveryBackupIdentity, vaultBackupIdentity } from './backup-identity.ts';
import { bech32 } from './bech32.ts';
import { newRecoveryWords } from './recovery-words.ts';

const VAULT = '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b';
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at);
/** All-zero entropy: a fixed set, so that sheets printed today open for ever. */
const ZEROS = [...Array.from({ length: 14 }, () => 'abandon'), 'address'];

describe('bech32', () => {
  it('gives the results of BIP 173', () => {
    expect(bech32('a', new Uint8Array())).toBe('a12uel5l');
    expect(bech32('abcdef', Buffer.from('00443214c74254b635cf84653a56d7c675be77df', 'hex'))).toBe(
      'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    );
  });
});

describe('backup identities', () => {
  it('stay the same over the years', async () => {
    const vault = vaultBackupIdentity(KEY, VAULT);
    const recovery = recoveryBackupIdentity(ZEROS) ?? '';
    expect([vault, await backupRecipient(vault)]).toMatchInlineSnapshot(`
      [
        "AGE-SECRET-KEY-1LR5WA563RNWYW35NE467LK06UAE96C6JMPHLFGTMDCVG7X95WJQSQ8WL82",
        "age1xeyqlwfqtmr79zvn6lvh7rtylcasxvmld87ge4dsw556n5n7hegqwy3dej",
      ]
    `);
    expect([recovery, await backupRecipient(recovery)]).toMatchInlineSnapshot(`
      [
        "AGE-SECRET-KEY-17HFZ0X20U2M3S8C83XGXFE8E6TFJ8VPVL4FZ5V6J6A7SJRTPN5PSP5XPGX",
        "age1jaeye29htcjgz4njlpxsew0zq50zeeqxacll45s09g8j2lm6ay4s6amf6s",
      ]
    `);
  });

  it('come out of the words without the word list', () => {
    const seed = pbkdf2Sync(ZEROS.join(' '), 'mnemonic', 2048, 64, 'sha512');
    const scalar = new Uint8Array(hkdfSync('sha256', seed, '', 'kartoteka/1/backup-recovery', 32));
    expect(recoveryBackupIdentity(ZEROS)).toBe(bech32('age-secret-key-', scalar).toUpperCase());
  });

  it('are the same however the words were typed, and none for wrong words', () => {
    const words = newRecoveryWords();
    const identity = recoveryBackupIdentity(words);
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
    expect(recoveryBackupIdentity(words.map((word) => ` ${word.slice(0, 4).toUpperCase()} `))).toBe(identity);
    expect(recoveryBackupIdentity(words.slice(1))).toBeNull();
    expect(recoveryBackupIdentity(['zoo', ...ZEROS.slice(1)])).toBeNull();
    expect(recoveryBackupIdentity(newRecoveryWords())).not.toBe(identity);
  });

  it('are other ones for another vault or key', () => {
    const identity = vaultBackupIdentity(KEY, VAULT);
    expect(vaultBackupIdentity(KEY, `${VAULT}0`)).not.toBe(identity);
    expect(vaultBackupIdentity(new Uint8Array(32), VAULT)).not.toBe(identity);
  });

  it('open what age sealed for their recipients, and nothing else does', async () => {
    const plain = new TextEncoder().encode('Nováková Jana');
    const recovery = recoveryBackupIdentity(ZEROS) ?? '';
    const identities = [vaultBackupIdentity(KEY, VAULT), recovery];
    const encrypter = new Encrypter();
    for (const identity of identities) encrypter.addRecipient(await backupRecipient(identity));
    const sealed = await encrypter.encrypt(plain);
    for (const identity of identities) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(await decrypter.decrypt(sealed)).toEqual(plain);
    }
    const stranger = new Decrypter();
    stranger.addIdentity(vaultBackupIdentity(new Uint8Array(32), VAULT));
    await expect(stranger.decrypt(sealed)).rejects.toThrow();
  });

  it('are read by age for any key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (key) => {
        expect(await backupRecipient(vaultBackupIdentity(key, VAULT))).toMatch(/^age1[a-z0-9]{58}$/);
      }),
      { numRuns: 50 },
    );
  });

  it('are refused when altered', async () => {
    const identity = vaultBackupIdentity(KEY, VAULT);
    await expect(
      backupRecipient(identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'))),
    ).rejects.toThrow();
    await expect(backupRecipient('')).rejects.toThrow();
  });
});
