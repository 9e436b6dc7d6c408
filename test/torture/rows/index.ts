import type { Row } from '../support/row.ts';
import { canariesApp } from './canaries-app.ts';
import { damageApp } from './damage-app.ts';
import { flipsJournal } from './flips-journal.ts';
import { fullApp } from './full-app.ts';
import { keyChanges } from './key-changes.ts';
import { killApp } from './kill-app.ts';
import { killMain } from './kill-main.ts';
import { memoryApp } from './memory-app.ts';
import { powerApp } from './power-app.ts';
import { powerJournal } from './power-journal.ts';
import { powerMain } from './power-main.ts';
import { tamperFormats } from './tamper-formats.ts';
import { tamperStore } from './tamper-store.ts';

/** Every row of the table, in its order. */
export const ROWS: readonly Row[] = [
  killApp,
  killMain,
  powerApp,
  powerMain,
  powerJournal,
  fullApp,
  damageApp,
  flipsJournal,
  canariesApp,
  tamperFormats,
  tamperStore,
  memoryApp,
  keyChanges,
];
