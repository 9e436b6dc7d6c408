import type { Row } from '../support/row.ts';
import { flipsJournal } from './flips-journal.ts';
import { killApp } from './kill-app.ts';
import { killMain } from './kill-main.ts';
import { powerApp } from './power-app.ts';
import { powerMain } from './power-main.ts';
import { powerJournal } from './power-journal.ts';

/** Every row of the table, in its order. */
export const ROWS: readonly Row[] = [killApp, killMain, powerApp, powerMain, powerJournal, flipsJournal];
