import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newFileKey, unwrapFileKey, wrapFileKey } from '#shared/crypto/file-key.ts';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import type { VaultKey } from '#shared/crypto/vault-key.ts';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { onFault, type FaultPoint } from '#shared/lib/fault.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { createKeyring, type KeyringService } from '#main/services/keyring/keyring.ts';
import { replaceHeader } from '#main/services/vault/handlers.ts';
import { createVaultService, type VaultService } from '#main/services/vault/vault.ts';
import {
  changePassphrase,
  changeRecoveryWords,
  disableDevice,
  enableDevice,
  makeRecoveryWords,
  openDoor,
  prepareVault,
  rotateKeys,
  unlockWithPassphrase,
  unlockWithRecoveryWords,
  unlockWithSecret,
  type OpenedDoor,
} from '#renderer/db/index.ts';
import { installPlatform, value } from '#renderer/platform/index.ts';
import { fakePlatform, type FakePlatform } from '#test/fakes/platform.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import type { Random } from './random.ts';
import { promise, type Counts } from './row.ts';

const LEAST_WORK = { memoryKiB: 65_536, iterations: 3 };
const silent = { info: () => undefined, error: () => undefined };

/** What the user has in hand: every way in that is said to open the vault. */
interface Ways {
  readonly passphrase: string;
  readonly words: readonly string[];
  readonly secret: Uint8Array | null;
}

/** A change of the keys: what it does and which ways in there are after it. */
interface KeyChange {
  readonly name: ChangeName;
  readonly after: Ways;
  readonly run: (opened: OpenedDoor) => Promise<unknown>;
}

/** What goes wrong in a change. */
interface Fault {
  /** Number of the step, from 1. */
  readonly step: number;
  /** The disk fails once, or from then on, or the process ends. */
  readonly how: (typeof HOWS)[number];
}
export const HOWS = ['once', 'full', 'crash'] as const;
export const CHANGES = ['passphrase', 'words', 'device', 'rotation', 'file'] as const;
type ChangeName = (typeof CHANGES)[number];
/** No change has more steps. */
const MOST_STEPS: Readonly<Record<ChangeName, number>> = {
  passphrase: 20,
  words: 20,
  device: 20,
  rotation: 40,
  file: 8,
};

/** How a change ended for the user. */
type End = 'done' | 'failed' | 'unsure' | 'crashed';

/** The real keeping of header and keyring in a folder, behind a gate that a crash closes. */
class Machine {
  readonly #folder: string;
  readonly platform: FakePlatform;
  #vault: VaultService;
  #keyring: KeyringService;
  #dead = false;

  constructor(folder: string) {
    this.#folder = folder;
    [this.#vault, this.#keyring] = this.#services();
    this.platform = fakePlatform({
      answers: {
        'vault.status': () => this.#alive(() => this.#vault.status()),
        'vault.create': ({ header }) => this.#alive(() => this.#vault.create(header)),
        'vault.replaceHeader': ({ header }) =>
          this.#alive(() => replaceHeader({ vault: this.#vault, keyring: this.#keyring }, header)),
        'keyring.load': () =>
          this.#alive(async () => {
            return this.#keyring.load(await this.#vault.requireSettledHeader());
          }),
        'keyring.put': (entries) =>
          this.#alive(async () => this.#keyring.put(await this.#vault.requireSettledHeader(), entries)),
        'keyring.stage': ({ epoch, entries }) =>
          this.#alive(async () => {
            const { vaultId } = await this.#vault.requireSettledHeader();
            await this.#keyring.stage({ vaultId, epoch }, entries);
          }),
      },
    });
  }

  /** Lets the step with this number fail. Returns which ones were passed. */
  arm({ step, how }: Fault): () => readonly FaultPoint[] {
    const passed: FaultPoint[] = [];
    onFault((point) => {
      passed.push(point);
      if (how === 'full' ? passed.length < step : passed.length !== step) return;
      if (how === 'crash') this.#dead = true;
      throw new MainFailure('diskFull', { folder: this.#folder });
    });
    return () => passed;
  }

  /** Starts anew, with nothing in memory. */
  restart(): void {
    onFault(null);
    this.#dead = false;
    [this.#vault, this.#keyring] = this.#services();
  }

  get isDead(): boolean {
    return this.#dead;
  }

  #services(): [VaultService, KeyringService] {
    const paths = dataPaths(this.#folder);
    return [
      createVaultService({ paths, log: silent }),
      createKeyring({ folder: paths.keyring, log: silent }),
    ];
  }

  async #alive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#dead) throw new MainFailure('offline');
    try {
      return await work();
    } catch (error) {
      throw this.#dead ? new MainFailure('offline') : error;
    }
  }
}

/** A vault whose keys are changed again and again while disk and process fail at every step. */
export class KeyTorture {
  readonly #machine: Machine;
  #ways: Ways;
  readonly #fileKeys = new Map<FileId, Uint8Array>();

  private constructor(machine: Machine, ways: Ways) {
    this.#machine = machine;
    this.#ways = ways;
  }

  /** Makes the vault in an empty folder. Takes the place of the platform and of Argon2id in this process. */
  static async begin(folder: string, random: Random): Promise<KeyTorture> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, 'vault', 'journal'), { recursive: true });
    quickDerive();
    const machine = new Machine(folder);
    installPlatform(machine.platform);
    const passphrase = phrase(random);
    const { header, recoveryWords, vaultKey } = await prepareVault(passphrase, LEAST_WORK);
    await value(machine.platform.vault.create({ header }));
    const torture = new KeyTorture(machine, { passphrase, words: recoveryWords, secret: null });
    for (let count = 0; count < 3; count += 1) await torture.#addFile(header, vaultKey);
    return torture;
  }

  /** Makes a change with a fault somewhere in it, both by chance. Throws as {@link changeAt}. */
  async change(random: Random, counts: Counts): Promise<void> {
    const name = random.pick(CHANGES);
    const fault = { step: random.between(1, MOST_STEPS[name]), how: random.pick(HOWS) };
    await this.changeAt(name, fault, random, counts);
  }

  /**
   * Makes one change with one fault and looks what it left. Throws when somebody is locked out, when old and new both hold,
   * when the user was told something else than what is.
   * @returns Whether the change came so far that the fault happened.
   */
  async changeAt(name: ChangeName, fault: Fault, random: Random, counts: Counts): Promise<boolean> {
    const before = await this.#open('before the change', this.#ways);
    const change = this.#make(name, random);
    const passed = this.#machine.arm(fault);
    const end = await this.#run(change, before);
    counts.add(`${name} ${end}`);
    counts.most(`steps of ${name}`, passed().length);
    this.#machine.restart();
    await this.#judge(change, end);
    return passed().length >= fault.step;
  }

  #make(name: ChangeName, random: Random): KeyChange {
    const ways = this.#ways;
    switch (name) {
      case 'passphrase': {
        const passphrase = phrase(random);
        return {
          name,
          after: { ...ways, passphrase },
          run: ({ header, vaultKey }) => changePassphrase(header, vaultKey, passphrase, LEAST_WORK),
        };
      }
      case 'words': {
        const words = makeRecoveryWords();
        return {
          name,
          after: { ...ways, words },
          run: ({ header, vaultKey }) => changeRecoveryWords(header, vaultKey, words),
        };
      }
      case 'device': {
        const secret = ways.secret === null ? random.bytes(32) : null;
        return {
          name,
          after: { ...ways, secret },
          run: ({ header, vaultKey }) =>
            secret === null ? disableDevice(header, vaultKey) : enableDevice(header, vaultKey, secret),
        };
      }
      case 'rotation': {
        const { passphrase } = ways;
        const words = random.chance(0.5) ? ways.words : makeRecoveryWords();
        return {
          name,
          after: { passphrase, words, secret: null },
          run: ({ header, vaultKey }) =>
            rotateKeys(header, vaultKey, { passphrase, words }, undefined, LEAST_WORK),
        };
      }
      case 'file':
        return { name, after: ways, run: ({ header, vaultKey }) => this.#addFile(header, vaultKey) };
      default:
        return assertNever(name);
    }
  }

  async #run(change: KeyChange, opened: OpenedDoor): Promise<End> {
    try {
      await change.run(opened);
      return this.#machine.isDead ? 'crashed' : 'done';
    } catch (error) {
      if (this.#machine.isDead) return 'crashed';
      const failure = (error as { failure?: { code: string } }).failure;
      promise(failure !== undefined, () => `${change.name} failed without a word: ${String(error)}`);
      return failure.code === 'keysUnsure' ? 'unsure' : 'failed';
    }
  }

  async #judge(change: KeyChange, end: End): Promise<void> {
    const { after } = change;
    const before = this.#ways;
    const [old, next] = [await this.#opens(before), await this.#opens(after)];
    const told = `${change.name}, ${end}: old ${String(old)}, new ${String(next)}`;
    promise(old || next, `Locked out by ${told}`);
    promise(!(old && next) || sameWays(before, after), `Both old and new after ${told}`);
    if (end === 'done') promise(next, `Not what was told by ${told}`);
    if (end === 'failed') promise(old, `Not what was told by ${told}`);
    this.#ways = next ? after : before;
    const opened = await this.#open(told, this.#ways);
    await this.#checkRest(told, opened, next ? before : after);
    await this.#checkKeys(told, opened);
  }

  /** Whether these are the ways in, all of them and no other: without the last, a slot not yet removed would count as gone. */
  async #opens(ways: Ways): Promise<boolean> {
    const opened = await this.#each(ways);
    const slot = opened[0]?.header.slots.device;
    return opened.every((one) => one !== null) && (slot === undefined) === (ways.secret === null);
  }

  async #open(when: string, ways: Ways): Promise<OpenedDoor> {
    const [first, ...rest] = await this.#each(ways);
    promise(first !== null && first !== undefined, `Does not open ${when}`);
    for (const one of rest) {
      promise(one !== null && equalBytes(one.vaultKey, first.vaultKey), `A way in leads elsewhere ${when}`);
    }
    return first;
  }

  async #each({ passphrase, words, secret }: Ways): Promise<readonly (OpenedDoor | null)[]> {
    const tries: ((header: VaultHeader) => Promise<VaultKey | null>)[] = [
      (header) => unlockWithPassphrase(header, passphrase),
      (header) => unlockWithRecoveryWords(header, words),
    ];
    if (secret !== null) tries.push(async (header) => unlockWithSecret(header, secret));
    const opened: (OpenedDoor | null)[] = [];
    for (const way of tries) {
      const status = await value(this.#machine.platform.vault.status());
      promise(status.state === 'ready', `The vault is ${status.state}`);
      opened.push(await openDoor(status, way));
    }
    return opened;
  }

  /** What was replaced opens nothing: never old and new together. */
  async #checkRest(told: string, opened: OpenedDoor, gone: Ways): Promise<void> {
    const { header } = opened;
    if (gone.passphrase !== this.#ways.passphrase) {
      promise(
        (await unlockWithPassphrase(header, gone.passphrase)) === null,
        `Both passphrases after ${told}`,
      );
    }
    if (gone.words !== this.#ways.words) {
      promise((await unlockWithRecoveryWords(header, gone.words)) === null, `Both sheets after ${told}`);
    }
    if (this.#ways.secret === null) {
      promise(header.slots.device === undefined, `A slot of this computer is left after ${told}`);
    }
  }

  /** Every key of a client file that was acknowledged is there and opens. */
  async #checkKeys(told: string, { header, vaultKey }: OpenedDoor): Promise<void> {
    const { entries } = await value(this.#machine.platform.keyring.load());
    const key = purposeKey(vaultKey, header.vaultId, 'keyring');
    const found = new Map(
      entries.map(({ fileId, wrapped }) => [fileId, unwrapFileKey(key, wrapped, header.vaultId, fileId)]),
    );
    for (const [fileId, expected] of this.#fileKeys) {
      const own = found.get(fileId);
      promise(own !== undefined && equalBytes(own, expected), `A key of a client file is lost after ${told}`);
    }
  }

  async #addFile({ vaultId }: VaultHeader, vaultKey: VaultKey): Promise<void> {
    const [fileId, fileKey] = [newFileId(), newFileKey()];
    const wrapped = wrapFileKey(purposeKey(vaultKey, vaultId, 'keyring'), fileKey, vaultId, fileId);
    await value(this.#machine.platform.keyring.put([{ fileId, wrapped }]));
    this.#fileKeys.set(fileId, fileKey);
  }
}

const sameWays = (one: Ways, other: Ways): boolean =>
  one.passphrase === other.passphrase && one.words === other.words && one.secret === other.secret;

const phrase = (random: Random): string =>
  `passphrase ${String(random.below(1e9))} ${random.pick(['švestka', 'żółw', 'река'])}`;
