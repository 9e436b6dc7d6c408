import type { Row } from '../support/row.ts';
import { canariesApp } from './canaries-app.ts';
import { damageApp } from './damage-app.ts';
import { faultsSteps } from './faults-steps.ts';
import { flipsJournal } from './flips-journal.ts';
import { fullApp } from './full-app.ts';
import { keyChanges } from './key-changes.ts';
import { killApp } from './kill-app.ts';
import { killMain } from './kill-main.ts';
import { memoryApp } from './memory-app.ts';
import { powerApp } from './power-app.ts';
import { powerJournal } from './power-journal.ts';
import { powerMain } from './power-main.ts';
import { tamperDoor } from './tamper-door.ts';
import { tamperFiles } from './tamper-files.ts';
import { tamperFormats } from './tamper-formats.ts';
import { tamperStore } from './tamper-store.ts';
import { damageMain } from './damage-main.ts';
import { flipsBackup } from './flips-backup.ts';
import { fullMain } from './full-main.ts';
import { modelDb } from './model-db.ts';

/** Every row of the table, in its order. */
export const ROWS: readonly Row[] = [
  killApp,
  killMain,
  powerApp,
  powerMain,
  powerJournal,
  fullApp,
  fullMain,
  damageApp,
  damageMain,
  flipsJournal,
  flipsBackup,
  modelDb,
  canariesApp,
  tamperFormats,
  tamperStore,
  tamperDoor,
  tamperFiles,
  memoryApp,
  keyChanges,
  faultsSteps,
];
