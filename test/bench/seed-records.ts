import { mkdirSync, writeFileSync } from 'node:fs';
import { newFileKey, wrapFileKey } from '#shared/crypto/file-key.ts';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { clientRecord, emptyClient } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { sealEntry, type PutOp } from '#shared/formats/entry.ts';
import { sealRecord } from '#shared/formats/sealed-record.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { prepareVault } from '#renderer/db/index.ts';
import { aNote, aPractice } from '#test/builders/bodies.ts';
import { emptyDisk } from '#test/fakes/platform.ts';
import { longText, type SeededVault } from './seed.ts';

const log = { info: () => undefined, error: () => undefined };
const PASSPHRASE = 'seven quiet lamps beside the river';
const CLIENTS = 1000;
/** Changes of one journal entry. */
const BATCH = 100;

/** A client file to be filled. */
export interface SeededFile {
  readonly fileId: FileId;
  readonly key: Uint8Array;
}

/** Seals a record of a file. */
export type SealPut = <Body>(kind: RecordKind<Body>, id: RecordId, file: SeededFile, body: Body) => PutOp;

/** Writes header, keyring and journal of a vault straight into a data folder, faster than the app would. */
export async function seedJournal(
  folder: string,
  clients: number,
  write: (journal: {
    readonly files: readonly SeededFile[];
    readonly put: SealPut;
    readonly append: (ops: readonly PutOp[]) => Promise<unknown>;
  }) => Promise<void>,
): Promise<SeededVault> {
  const { header, vaultKey } = await prepareVault(PASSPHRASE);
  const { vaultId } = header;
  const keyringKey = purposeKey(vaultKey, vaultId, 'keyring');
  const files = Array.from({ length: clients }, () => ({ fileId: newFileId(), key: newFileKey() }));
  const paths = dataPaths(folder);
  mkdirSync(folder, { recursive: true });
  const settings = { ...emptyDisk().settings, language: 'en', languageChosen: true };
  writeFileSync(paths.settingsFile, JSON.stringify(settings));
  await createVaultService({ paths, log }).create(header);
  const keys = files.map(({ fileId, key }) => ({
    fileId,
    wrapped: wrapFileKey(keyringKey, key, vaultId, fileId),
  }));
  await createKeyring({ folder: paths.keyring, log }).put(header, keys);

  let count = 0;
  const put: SealPut = (kind, id, { fileId, key }, body) => {
    count += 1;
    const at = {
      table: kind.table,
      id,
      fileId,
      rev: count.toString(16).padStart(32, '0'),
      parent: null,
      stamp: `0190f0000000-${count.toString(16).padStart(8, '0')}`,
      version: kind.version,
      ...kind.clearIndex?.(body),
    };
    return { op: 'put', ...at, sealed: sealRecord(key, vaultId, at, JSON.stringify(body)) };
  };
  const journal = await openJournal({ folder: paths.journal, vaultId });
  const journalKey = purposeKey(vaultKey, vaultId, 'journal');
  const append = (ops: readonly PutOp[]) => journal.append([sealEntry(journalKey, vaultId, ops)]);
  const practice = { fileId: PRACTICE_FILE, key: purposeKey(vaultKey, vaultId, 'practice-records') };
  await append([put(practiceRecord, newRecordId(), practice, aPractice())]);
  await write({ files, put, append });
  await journal.close();
  return { passphrase: PASSPHRASE, file: files[0]?.fileId ?? PRACTICE_FILE, longNote: newRecordId() };
}

/** A client's record has the id of its file. */
export const idOf = ({ fileId }: SeededFile): RecordId => fileId as string as RecordId;

/** Writes a vault of so many records: clients, and for the rest notes. */
export const seedRecords = (
  folder: string,
  {
    records,
    words,
    clients = CLIENTS,
  }: { readonly records: number; readonly words: number; readonly clients?: number },
): Promise<SeededVault> =>
  seedJournal(folder, clients, async ({ files, put, append }) => {
    await append(
      files.map((file, index) =>
        put(clientRecord, idOf(file), file, emptyClient(`Klient ${String(index)}`, 'cs')),
      ),
    );
    const body = aNote({ title: 'Jednání', body: longText(words) });
    for (let done = clients + 1; done < records; done += BATCH) {
      const size = Math.min(BATCH, records - done);
      const batch = Array.from({ length: size }, (_, index) => files[(done + index) % clients]);
      await append(batch.flatMap((file) => (file ? [put(noteRecord, newRecordId(), file, body)] : [])));
    }
  });
