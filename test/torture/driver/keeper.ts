import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { armFault } from '#main/lib/armed-fault.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import type { Log } from '#main/services/log/log.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { type Acknowledged, entryNumber, headerNumber, KEEPER, keyNumber } from '../support/keeper-work.ts';
import { randomFrom } from '../support/random.ts';

// A process with the code that keeps a vault on the disk, and nothing around it; it writes until it is killed.
// Arguments: data folder, seed, number of keys and of the header that are there already.

const silent: Log = { info: () => undefined, error: () => undefined };
const [folder = '', seedText, keysText, headerText] = process.argv.slice(2);
const seed = Number(seedText);
const random = randomFrom(seed ^ process.pid);

const say = (acknowledged: Acknowledged): void => {
  writeSync(1, `${JSON.stringify(acknowledged)}\n`);
};

armFault(process.env);
const paths = dataPaths(folder);
const vault = createVaultService({ paths, log: silent });
const keyring = createKeyring({ folder: paths.keyring, log: silent });
const { vaultId } = await vault.requireHeader();
const journal = await openJournal({ folder: paths.journal, vaultId, segmentBytes: 200_000 });
await keyring.load(KEEPER);
say({ what: 'open' });

async function keepJournal(): Promise<void> {
  for (let next = journal.head().seq + 1; ;) {
    const requests = Array.from({ length: random.between(1, 4) }, () => {
      const entries = Array.from({ length: random.between(1, 2) }, (_, at) => entryNumber(seed, next + at));
      next += entries.length;
      return entries;
    });
    await Promise.all(
      requests.map(async (entries) => {
        const { seq } = await journal.append(entries);
        say({ what: 'journal', seq });
      }),
    );
  }
}

/** Compaction, as after a verified backup. */
async function dropOldFiles(): Promise<void> {
  for (;;) {
    await wait(random.between(5, 30));
    const { seq } = journal.head();
    say({ what: 'drop', seq });
    await journal.dropThrough(seq);
  }
}

async function keepKeys(): Promise<void> {
  for (let keys = Number(keysText) + 1; ; keys += 1) {
    await keyring.put(KEEPER, [keyNumber(seed, keys)]);
    say({ what: 'keyring', keys });
  }
}

async function keepHeader(): Promise<void> {
  for (let number = Number(headerText) + 1; ; number += 1) {
    await vault.replaceHeader(headerNumber(seed, number));
    say({ what: 'header', number });
  }
}

await Promise.all([keepJournal(), dropOldFiles(), keepKeys(), keepHeader()]);
