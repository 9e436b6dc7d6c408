import { useLiveQuery } from 'dexie-react-hooks';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { serviceRecord, type Service } from '#shared/domain/service.ts';
import { vault } from '#renderer/db/index.ts';

/** The catalogue in the order in which it was made; undefined while it loads. */
export const useServices = (): readonly Service[] | undefined =>
  useLiveQuery(async () =>
    (await vault().inFile(serviceRecord, PRACTICE_FILE)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
