import { useEffect, useState } from 'react';
import { type Client, clientRecord } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { WORK_TABLES } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { type Said, type Side, sinceOf } from '#shared/duplicates/propose.ts';
import { timeOf, vault } from '#renderer/db/index.ts';

/** What of a file bears on a merge. */
export interface FileFacts {
  /** How many records stand in it beside the client. */
  readonly records: number;
  /** What its client said before, as far as it was kept, the newest first. */
  readonly earlier: readonly Said[];
  /** When the client was made, or the oldest that is known of it, milliseconds since the epoch. */
  readonly madeAt: number;
}

async function factsOf(fileId: FileId): Promise<FileFacts> {
  let records = 0;
  for (const table of WORK_TABLES)
    if (table !== 'clients') records += (await vault().inFile(kindOf(table), fileId)).length;
  const id = fileId as string as RecordId;
  const versions = await vault().versionsOf(clientRecord, id);
  const now = await vault().get(clientRecord, id);
  return {
    records,
    earlier: versions.map(({ body, keptAt }) => ({ body, until: keptAt })),
    madeAt: versions.at(-1)?.madeAt ?? (now ? timeOf(now.stamp) : 0),
  };
}

const UNKNOWN: FileFacts = { records: 0, earlier: [], madeAt: 0 };

/** A file as it is compared with another. Of what could not be read, nothing is known. */
export function sideOf(client: Client, facts: FileFacts = UNKNOWN): Side {
  const body = clientRecord.schema.parse(client);
  return { body, records: facts.records, since: sinceOf(body, facts.earlier, facts.madeAt) };
}

/** What of two files bears on a merge; null while it is read. */
export function useFileFacts(one: FileId, other: FileId): ReadonlyMap<FileId, FileFacts> | null {
  const [facts, setFacts] = useState<ReadonlyMap<FileId, FileFacts> | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const found = new Map<FileId, FileFacts>();
      for (const fileId of [one, other]) found.set(fileId, await factsOf(fileId));
      if (current) setFacts(found);
    };
    // Without them the files are compared by what their clients say today.
    read().catch(() => {
      if (current) setFacts(new Map());
    });
    return () => {
      current = false;
    };
  }, [one, other]);
  return facts;
}
