import { describe, expect, it } from 'vitest';
import { isTest, sourceFiles } from './source-files.ts';

const renderer = sourceFiles(['renderer']).filter((file) => !isTest(file));
const naming = (pattern: RegExp): string[] =>
  renderer
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .toSorted();

/** Work behind the screens, of which nothing is shown while a client is looking. */
const BEHIND_THE_SCREENS = [
  'renderer/entities/note/last-contacts.ts',
  'renderer/operations/attachment-check.ts',
  'renderer/operations/document-texts.ts',
  'renderer/operations/reminder-plan.ts',
];

/** What reads the records sealed, past the vault: the index, and who only listens which file was changed. */
const SEALED = [
  'renderer/entities/money/overdue.ts',
  'renderer/entities/note/last-contacts.ts',
  'renderer/entities/search/search-service.ts',
  'renderer/entities/task/open-tasks.ts',
  'renderer/operations/document-texts.ts',
];

/** Stores that hold no word of a client: ids, states, counts, choices; or whose screens are put away while a client is looking. */
const WORDLESS = [
  'renderer/app/session/closing.ts',
  'renderer/app/settings-store.ts',
  'renderer/entities/backup/backup-store.ts',
  'renderer/entities/note/last-contacts.ts',
  'renderer/entities/search/search-service.ts',
  'renderer/features/agreed-sheet/model/languages.ts',
  'renderer/features/reminders/model/due.ts',
  'renderer/lib/restored.ts',
  'renderer/lib/save-state.ts',
  'renderer/operations/attachment-check.ts',
  // Jobs are shown by the file they belong to.
  'renderer/operations/attachment-jobs.ts',
  'renderer/operations/backups.ts',
  // Scans are offered to nobody while a client is looking.
  'renderer/operations/scans.ts',
  'renderer/ui/commands/registry.ts',
  // Their screens are put away: `everything` in the routes.
  'renderer/features/clients/model/view.ts',
  'renderer/features/conflict-check/model/current-check.ts',
  'renderer/features/import/model/flow.ts',
  // Of the one document that is open.
  'renderer/features/requirements/model/view.ts',
];

describe('while a client is looking', () => {
  it('nothing but known work behind the screens reads the whole vault', () => {
    expect(naming(/\bwholeVault\(\)/).filter((path) => !path.startsWith('renderer/db/'))).toEqual(
      BEHIND_THE_SCREENS,
    );
    expect(naming(/\bsealedSource\(\)/).filter((path) => !path.startsWith('renderer/db/'))).toEqual(SEALED);
  });

  it('each store is emptied, or is known to hold no word of a client', () => {
    const stores = naming(/= create(Store)?<|\bcreate(Store)?\(\(/);
    expect(stores.length).toBeGreaterThan(15);
    const emptied = naming(/\bforgetWhenLooking\(/);
    expect(stores.filter((path) => !emptied.includes(path)).toSorted()).toEqual(WORDLESS.toSorted());
  });

  it('only the mode itself is asked, not main', () => {
    expect(naming(/session\.look(ing)?\(/)).toEqual(['renderer/entities/looking/looking-commands.ts']);
  });
});
