import {
  closeVault,
  createVault,
  openVault,
  prepareVault,
  unlockWithPassphrase,
  vault,
  type OpeningReport,
} from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { canaries, type CanaryPlaces, writeCanaries, writeCanaryPractice } from '../support/canaries.ts';
import { faultIn, lastChangeIn, readState, writeChange } from '../support/workload.ts';

// Stands in the place of the app's screens, and does with the app's own vault what it is told from outside.

/** The least work the product accepts: a start takes a sixth of a second instead of a third. */
const LEAST_WORK = { memoryKiB: 65_536, iterations: 3 };

const work: { stopped: boolean; done: Promise<unknown> } = { stopped: true, done: Promise.resolve() };

async function writeFrom(seed: number, first: number, pause: number): Promise<void> {
  for (let number = first; !work.stopped; number += 1) {
    await vault().commit((change) => writeChange(change, seed, number));
    void (globalThis as unknown as { acknowledged: (number: number) => unknown }).acknowledged(number);
    if (pause > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'failure' in error ? (error.failure as { code: string }).code : null;

/** What is said of an error and of all that led to it. */
const causesOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? [`${error.name}: ${error.message}`, ...(error.cause === undefined ? [] : causesOf(error.cause))]
    : [String(error)];

/** What crosses to the outside is a message only: the code goes into it. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Error(`${codeOf(error) ?? 'no code'}: ${causesOf(error).join(', because ')}`, { cause: error });
  }
}

/** What the page is told to do. Answers are data; what fails rejects with the failure's code in its message. */
export const driver = {
  /** Makes a vault. */
  async create(passphrase: string): Promise<void> {
    await createVault(await prepareVault(passphrase, LEAST_WORK));
  },

  /** Opens the vault, as the unlock screen does. */
  async open(passphrase: string): Promise<OpeningReport> {
    const status = await value(platform().vault.status());
    if (status.state !== 'ready') throw new Error(`vault ${status.state}`);
    const key = await unlockWithPassphrase(status.header, passphrase);
    if (key === null) throw new Error('The passphrase does not open the vault');
    return openVault(status.header, key);
  },

  /** Writes change after change, and tells of each when it is saved. Goes on after this has answered. */
  start({ seed, first, pause = 0 }: { seed: number; first: number; pause?: number }): Promise<void> {
    work.stopped = false;
    work.done = writeFrom(seed, first, pause);
    work.done.catch(() => undefined);
    return Promise.resolve();
  },

  /** Waits for the change under way. Rejects with what ended the writing, if it has ended by itself. */
  async stop(): Promise<void> {
    work.stopped = true;
    await work.done;
  },

  /** Writes one change; answers the code of the failure, null when it is saved. */
  async tryToWrite({ seed, number }: { seed: number; number: number }): Promise<string | null> {
    try {
      await vault().commit((change) => writeChange(change, seed, number));
      return null;
    } catch (error) {
      const code = codeOf(error);
      return code === 'diskFull' ? code : `${code ?? 'no code'}: ${causesOf(error).join(', because ')}`;
    }
  },

  /** Compares what is there with what was written; answers the last change there, and what is wrong. */
  async check({ seed, acknowledged }: { seed: number; acknowledged: number }): Promise<Checked> {
    const state = await readState(vault());
    return { last: lastChangeIn(state), fault: faultIn(seed, state, acknowledged) };
  },

  /** Writes so many canaries and a few more; answers how many, and where the first of them lie. */
  async writeCanaries({ seed, count }: { seed: number; count: number }): Promise<Written> {
    const { next, given } = canaries(seed);
    await vault().commit((change) => writeCanaryPractice(change, next));
    const places = await vault().commit((change) => writeCanaries(change, next));
    while (given() < count) await vault().commit((change) => writeCanaries(change, next));
    return { given: given(), places };
  },

  async close(): Promise<void> {
    await closeVault();
  },
};

/** Canaries that were written. */
interface Written {
  readonly given: number;
  readonly places: CanaryPlaces;
}

/** What came of a comparison. */
export interface Checked {
  readonly last: number;
  readonly fault: string | null;
}

export type Driver = typeof driver;

Object.assign(globalThis, {
  driver: Object.fromEntries(
    Object.entries(driver).map(([name, method]) => [
      name,
      (argument: unknown) => told((method as (argument: unknown) => Promise<unknown>)(argument)),
    ]),
  ),
});
