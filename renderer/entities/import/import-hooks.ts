import { useLiveQuery } from 'dexie-react-hooks';
import { importRecord, type Imported } from '#shared/domain/import.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

/** Every import that was made, the newest first; undefined while they load. */
export const useImports = (): readonly Imported[] | undefined =>
  useLiveQuery(async () =>
    (await vault().inFile(importRecord, PRACTICE_FILE))
      .filter((record): record is Imported => record.is === 'import')
      .toReversed(),
  );
