import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupRecipient, recoveryBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { newRecoveryWords } from '#shared/crypto/recovery-words.ts';
import type { VaultKey } from '#shared/crypto/vault-key.ts';
import { macHolds, withMac } from '#shared/formats/header-mac.ts';
import { vaultHeaderSchema, type VaultHeader } from '#shared/formats/vault-header.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import {
  changePassphrase,
  changeRecoveryWords,
  closeVault,
  HeaderAlteredError,
  openDoor,
  openVault,
  unlockWithPassphrase,
  unlockWithRecoveryWords,
} from './index.ts';

quickDerive();

const PASSPHRASE = 'pět švestek na talíři';
const LEAST = { memoryKiB: 65_536, iterations: 3 };
let test: TestVault;
let header: VaultHeader;

beforeAll(async () => {
  test = await openTestVault({ passphrase: PASSPHRASE });
  header = test.header;
  await closeVault();
});

const byPassphrase =
  (passphrase: string) =>
  (at: VaultHeader): Promise<VaultKey | null> =>
    unlockWithPassphrase(at, passphrase);
const byWords =
  (words: readonly string[]) =>
  (at: VaultHeader): Promise<VaultKey | null> =>
    unlockWithRecoveryWords(at, words);
const slots = (change: Partial<VaultHeader['slots']>): VaultHeader => ({
  ...header,
  slots: { ...header.slots, ...change },
});

describe('a header that somebody wrote to', () => {
  it('holds as the vault made it', () => {
    expect(macHolds(test.vaultKey, header)).toBe(true);
    expect(macHolds(test.vaultKey, vaultHeaderSchema.parse(JSON.parse(JSON.stringify(header))))).toBe(true);
  });

  it('does not hold with any single digit, number or letter changed', () => {
    const paths: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) paths.push(path);
      else for (const [key, own] of Object.entries(value)) walk(own, [...path, key]);
    };
    walk(header, []);
    expect(paths.length).toBeGreaterThan(12);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 15 }),
        (path, at, change) => {
          const altered = structuredClone(header);
          const holder = path
            .slice(0, -1)
            .reduce<unknown>((own, key) => own?.[key as never], altered) as Record<string, unknown>;
          const key = String(path.at(-1));
          const value = holder[key];
          if (typeof value === 'number') holder[key] = value + change;
          else if (typeof value === 'string') {
            const place = at % value.length;
            const letter = value.charAt(place) === 'a' ? 'b' : 'a';
            holder[key] = value.slice(0, place) + letter + value.slice(place + 1);
          }
          expect(macHolds(test.vaultKey, altered)).toBe(false);
        },
      ),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it('is told of when the recipient of backups was replaced, by either way in', async () => {
    const theirs = await backupRecipient(recoveryBackupIdentity(newRecoveryWords()) ?? '');
    const altered = slots({ recovery: { ...header.slots.recovery, recipient: theirs } });
    for (const way of [byPassphrase(PASSPHRASE), byWords(test.recoveryWords)]) {
      await expect(way(altered)).rejects.toThrow(HeaderAlteredError);
    }
    await expect(openVault(altered, test.vaultKey)).rejects.toThrow(HeaderAlteredError);
    await expect(changePassphrase(altered, test.vaultKey, 'x', LEAST)).rejects.toThrow(HeaderAlteredError);
    expect(test.platform.fake.lastRequest('vault.replaceHeader')).toBeUndefined();
  });

  it('is told of when a way in was added, or the words exchanged for others that open nothing', async () => {
    const { wrapped, madeAt } = header.slots.passphrase;
    await expect(byPassphrase(PASSPHRASE)(slots({ device: { wrapped, madeAt } }))).rejects.toThrow(
      HeaderAlteredError,
    );
    const recovery = { ...header.slots.recovery, wrapped };
    await expect(byPassphrase(PASSPHRASE)(slots({ recovery }))).rejects.toThrow(HeaderAlteredError);
    expect(await byWords(test.recoveryWords)(slots({ recovery }))).toBeNull();
  });

  it('opens nothing with other parameters of Argon2id', async () => {
    const { passphrase } = header.slots;
    const other = slots({ passphrase: { ...passphrase, kdf: { ...passphrase.kdf, iterations: 4 } } });
    expect(await byPassphrase(PASSPHRASE)(other)).toBeNull();
    await expect(byWords(test.recoveryWords)(other)).rejects.toThrow(HeaderAlteredError);
  });

  it('is not mended by a seal under another key', async () => {
    const forged = withMac(new Uint8Array(32), { ...header, epoch: 1 });
    await expect(byPassphrase(PASSPHRASE)(forged)).rejects.toThrow(HeaderAlteredError);
  });
});

describe('two copies of the header', () => {
  it('of which one was altered are the other', async () => {
    const altered = { ...header, epoch: 3, revision: 9 };
    for (const door of [
      { header: altered, other: header },
      { header, other: altered },
    ]) {
      const opened = await openDoor(door, byPassphrase(PASSPHRASE));
      expect(opened).toMatchObject({ header, mended: door.header === altered });
      expect(test.platform.fake.disk.header).toEqual(header);
    }
    await expect(openDoor({ header: altered, other: altered }, byPassphrase(PASSPHRASE))).rejects.toThrow(
      HeaderAlteredError,
    );
    expect(await openDoor({ header: altered, other: header }, byPassphrase('wrong'))).toBeNull();
  });

  it('of which one is older are the newer: what was replaced opens nothing', async () => {
    const words = newRecoveryWords();
    const newer = await changeRecoveryWords(
      await changePassphrase(header, test.vaultKey, 'nová a delší věta', LEAST),
      test.vaultKey,
      words,
    );
    expect(newer.revision).toBe(2);
    for (const door of [
      { header, other: newer },
      { header: newer, other: header },
    ]) {
      for (const way of [byPassphrase('nová a delší věta'), byWords(words)]) {
        expect((await openDoor(door, way))?.header).toEqual(newer);
      }
      for (const way of [byPassphrase(PASSPHRASE), byWords(test.recoveryWords)]) {
        expect(await openDoor(door, way)).toBeNull();
      }
    }
    expect(test.platform.fake.disk.header).toEqual(newer);
  });
});
