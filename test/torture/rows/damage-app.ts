import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFolder } from '#test/e2e/support/vault-files.ts';
import { codeIn, DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { damageFile, filesUnder } from '../support/damage.ts';
import { copyFolder, PREPARED_CHANGES, preparedVault } from '../support/prepared.ts';
import { eachCase, promise, type Row } from '../support/row.ts';

/** Where damage strikes, and whether the rest must be enough to mend it without asking anybody. */
const PLACES = [
  { name: 'store', mends: true, files: (folder: string) => filesUnder(storeFolder(folder)) },
  { name: 'journal', mends: true, files: (folder: string) => filesUnder(join(folder, 'vault', 'journal')) },
  {
    name: 'header',
    mends: true,
    files: (folder: string) => [
      join(folder, 'vault', 'header.json'),
      join(folder, 'vault', 'header.backup.json'),
    ],
  },
  { name: 'keyring', mends: false, files: (folder: string) => filesUnder(join(folder, 'keyring')) },
  { name: 'backup', mends: true, files: (folder: string) => filesUnder(join(folder, 'vault', 'backups')) },
] as const;

/** A copy of the prepared vault in which there is one verified backup. */
async function withBackup(prepared: string, folder: string): Promise<string> {
  await copyFolder(prepared, folder);
  const app = await DrivenApp.start(folder);
  try {
    await app.tell('open', PASSPHRASE);
    const { states } = await app.tell('backUp', undefined);
    promise(states.join(' ') === 'verified', `The first backup ended as ${states.join(' ')}`);
  } finally {
    await app.quit();
  }
  return folder;
}

/** A damaged backup does not count once somebody looks into it, and the next one is made and whole. */
async function checkBackups(app: DrivenApp, container: boolean): Promise<void> {
  const before = await app.tell('checkBackups', undefined);
  const whole = before.verified - before.broken.length;
  promise(!container || whole === 0, 'A damaged backup counts as whole');
  const { states } = await app.tell('backUp', undefined);
  promise(states.join(' ') === 'verified', `The next backup ended as ${states.join(' ')}`);
  const after = await app.tell('checkBackups', undefined);
  promise(after.verified - after.broken.length === whole + 1, 'The next backup is not whole');
}

/** Opens what was damaged; answers how it went, and what is wrong with what it shows. */
async function open(
  folder: string,
  seed: number,
  then: (app: DrivenApp) => Promise<void> = async () => undefined,
): Promise<{ readonly how: string; readonly fault: string | null }> {
  const app = await DrivenApp.start(folder);
  try {
    const how = await app.tell('open', PASSPHRASE).then(
      ({ state }) => state as string,
      (error: unknown) => `refused: ${codeIn(error)}`,
    );
    if (how.startsWith('refused')) return { how, fault: null };
    const { fault } = await app.tell('check', { seed, acknowledged: PREPARED_CHANGES });
    await then(app);
    return { how, fault };
  } finally {
    await app.kill();
  }
}

/** Files of a vault damaged while the app was off; then the app starts. */
export const damageApp: Row = {
  id: 'damage.app',
  promise: 'Damage is noticed, mended or told',
  cases: 'damaged files, seen by the whole app',
  short: { times: 5, seconds: 40 },
  long: { times: 200, seconds: 600 },
  lane: 'browser',
  async run(order) {
    const plain = await preparedVault(order.shared, order.seed);
    const prepared = await withBackup(plain, join(order.scratch, 'prepared'));
    const folder = join(order.scratch, 'damaged');
    return eachCase(order, async (random, counts) => {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      await copyFolder(prepared, folder);
      const place = random.pick(PLACES);
      const file = random.pick(place.files(folder));
      const { what, undo } = damageFile(file, random);
      const { how, fault } = await open(folder, order.seed, async (app) => {
        if (place.name === 'backup') await checkBackups(app, file.endsWith('.age'));
      });
      promise(fault === null, () => `${what}: ${how}, ${fault ?? ''}`);
      counts.add(`${place.name} ${how}`);
      if (!how.startsWith('refused')) return;
      promise(!place.mends, `${what}: ${how}, though there was enough to mend it`);
      undo();
      const again = await open(folder, order.seed);
      promise(
        again.fault === null && !again.how.startsWith('refused'),
        () => `${what}, then put back: ${again.how}, ${again.fault ?? ''}`,
      );
    });
  },
};
