import { attachmentRecord, type Attachment } from '#shared/domain/attachment.ts';
import { clientRecord } from '#shared/domain/client.ts';
import {
  backUp,
  closeVault,
  createVault,
  inspectBackup,
  openVault,
  prepareVault,
  reminderKey,
  restoreFrom,
  unlockWithPassphrase,
  vault,
  type OpeningReport,
} from '#renderer/db/index.ts';
import { addAttachments, saveAttachment } from '#renderer/operations/attachments.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { canaries, type CanaryPlaces, writeCanaries, writeCanaryPractice } from '../support/canaries.ts';
import { faultIn, lastChangeIn, readState, writeChange } from '../support/workload.ts';

// Stands in the place of the app's screens, and does with the app's own vault what it is told from outside.

/** The least work the product accepts: a start takes a sixth of a second instead of a third. */
const LEAST_WORK = { memoryKiB: 65_536, iterations: 3 };

const work: { stopped: boolean; done: Promise<unknown> } = { stopped: true, done: Promise.resolve() };

/** The document that was seen last. */
let document: Attachment | undefined;

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

/** Main starts jobs for an open vault only. */
const tellUnlocked = (): Promise<unknown> =>
  value(platform().session.unlocked({ reminderKey: reminderKey() }));

/** What the page is told to do. Answers are data; what fails rejects with the failure's code in its message. */
export const driver = {
  /** Makes a vault. */
  async create(passphrase: string): Promise<void> {
    await createVault(await prepareVault(passphrase, LEAST_WORK));
    await tellUnlocked();
  },

  /** Opens the vault, as the unlock screen does. */
  async open(passphrase: string): Promise<OpeningReport> {
    const status = await value(platform().vault.status());
    if (status.state !== 'ready') throw new Error(`vault ${status.state}`);
    const key = await unlockWithPassphrase(status.header, passphrase);
    if (key === null) throw new Error('The passphrase does not open the vault');
    const report = await openVault(status.header, key);
    await tellUnlocked();
    return report;
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

  /** Makes a backup in every place. */
  async backUp(): Promise<Backed> {
    const { backupId, places } = await backUp('manual');
    return { backupId, states: places.map(({ state }) => state) };
  },

  /** Makes everything what it was in a backup. */
  async restore(backupId: string): Promise<void> {
    await restoreFrom(backupId, { whole: true });
  },

  /** Opens every backup that counts as verified; answers how many, and which of them do not hold what they should. */
  async checkBackups(): Promise<{ readonly verified: number; readonly broken: readonly string[] }> {
    const listed = (await value(platform().backups.list())).filter(({ verified }) => verified);
    const broken: string[] = [];
    for (const { backupId } of listed) {
      const whole = await inspectBackup(backupId).then(
        ({ unreadable }) => unreadable === 0,
        () => false,
      );
      if (!whole) broken.push(backupId);
    }
    return { verified: listed.length, broken };
  },

  /** Adds the place of backups that the dialog answers with. */
  async addPlace(): Promise<void> {
    await value(platform().backups.addPlace());
  },

  /** Adds a document to the first client file. */
  async attach({ name, text }: { name: string; text: string }): Promise<void> {
    const [client] = await vault().all(clientRecord);
    if (client === undefined) throw new Error('There is no client file');
    await Promise.all(addAttachments(client.fileId, [new File([text], name)]));
    [document] = await vault().all(attachmentRecord);
  },

  /** Saves the first document where the dialog says; answers how that ended. */
  async saveDocument(): Promise<string> {
    // On a full disk the store may be closed; a screen goes on to show what it showed.
    [document = document] = await vault()
      .all(attachmentRecord)
      .catch(() => []);
    if (document === undefined) throw new Error('There is no document');
    return saveAttachment(document).then(
      (saved) => (saved === null ? 'cancelled' : 'saved'),
      (error: unknown) => codeOf(error) ?? 'no code',
    );
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

/** A backup that was made. */
interface Backed {
  readonly backupId: string;
  /** How it ended in each place. */
  readonly states: readonly string[];
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
