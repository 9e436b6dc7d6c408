import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { vault, type UndoState, type Version } from '#renderer/db/index.ts';
import { pointsOf, type Point } from './points.ts';

const subscribe = (listener: () => void): (() => void) => vault().onUndoState(listener);
const snapshot = (): UndoState => vault().undoState();

/** What undo and redo would do now. Only while the vault is open. */
export const useUndoState = (): UndoState => useSyncExternalStore(subscribe, snapshot);

/** What a record says now and said before, the newest first; undefined while it loads. */
export const usePoints = (kind: RecordKind<unknown>, id: RecordId): readonly Point[] | undefined =>
  useLiveQuery(
    async () => pointsOf(await vault().get(kind, id), await vault().versionsOf(kind, id)),
    [kind, id],
  );

/** What was removed from a file and is not there, the last removed first; undefined while it loads. */
export const useRemovedFrom = (fileId: FileId): readonly Version<unknown>[] | undefined =>
  useLiveQuery(() => vault().removedFrom(fileId), [fileId]);
