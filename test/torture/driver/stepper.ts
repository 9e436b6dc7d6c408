import process from 'node:process';
import { type FaultPoint, onFault } from '#shared/lib/fault.ts';
import { openWorld, readWorld, startMain } from '../support/step-world.ts';
import { migrate, workNamed, type WorkName } from '../support/step-works.ts';

// A process that does one work and ends, with no word of warning, at a step of it.
// Arguments: folder of the case, name of the work, fault point, number of its passing.

const [folder = '', name = '', point = '', count = ''] = process.argv.slice(2);
const world = await readWorld(folder);
const work = workNamed(name as WorkName);
migrate(work.migrates === true);
const main = await startMain(folder);
if (work.on === 'openVault') await openWorld(main, folder);
let left = Number(count);
onFault((passed: FaultPoint) => {
  if (passed !== point) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
await work.run(main, world);
process.exit(0);
