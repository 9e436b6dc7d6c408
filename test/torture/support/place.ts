import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory, on Linux. */
const MEMORY = '/dev/shm';

/**
 * Makes a folder of our own.
 * @param disk `memory`: on a disk in memory, where there is one, for what cuts no power: nobody waits for it.
 */
export const ownFolder = (disk?: 'memory'): string =>
  mkdtempSync(join(disk === 'memory' && existsSync(MEMORY) ? MEMORY : tmpdir(), 'kartoteka-torture-'));
