import { clientRecord } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

/** What a client is called, or was when its file went into another; null when it was erased. */
export async function clientNameOf(fileId: FileId): Promise<string | null> {
  const id = fileId as string as RecordId;
  const now = await vault().get(clientRecord, id);
  if (now) return now.name;
  return (await vault().versionsOf(clientRecord, id))[0]?.body.name ?? null;
}
