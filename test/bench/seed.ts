import { mkdirSync, writeFileSync } from 'node:fs';
import { emptyClient } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { RichTextNode } from '#shared/domain/rich-text.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import type { Log } from '#main/services/log/log.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { aNote, aPractice } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { randomFrom } from './random.ts';

const silent: Log = { info: () => undefined, error: () => undefined };
const PASSPHRASE = 'seven quiet lamps beside the river';
const NOTES_A_COMMIT = 250;

/** What was written, and what opens it. */
export interface SeededVault {
  readonly passphrase: string;
  /** File that holds {@link SeededVault.longNote}. */
  readonly file: FileId;
  /** A note of 5,000 words. */
  readonly longNote: RecordId;
}

const SYLLABLES = [
  'no',
  'vá',
  'ko',
  'wa',
  'li',
  'řez',
  'ník',
  'ska',
  'пет',
  'ров',
  'ле',
  'мин',
  'ton',
  'field',
  'mar',
];

function words(count: number, random: () => number): string {
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    ).join('');
  return Array.from({ length: count }, word).join(' ');
}

/** A rich text of paragraphs of about fifty words. */
export function longText(count: number, random: () => number = randomFrom(5)): RichTextNode {
  const paragraphs = Math.max(1, Math.round(count / 50));
  return {
    type: 'doc',
    content: Array.from({ length: paragraphs }, () => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words(Math.round(count / paragraphs), random) }],
    })),
  };
}

/** Writes a vault of made-up clients and notes into a data folder, as main would have written it: header, keyring, journal. */
export async function seedVault(
  folder: string,
  { clients, notes }: { readonly clients: number; readonly notes: number },
): Promise<SeededVault> {
  const random = randomFrom(clients + notes);
  const { platform, vault, header } = await openTestVault({ passphrase: PASSPHRASE });
  const files = Array.from({ length: clients }, () => newFileId());
  const longNote = newRecordId();
  await vault.commit((change) => {
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice());
    for (const fileId of files) {
      const id = fileId as string as RecordId;
      change.put(clientRecord, { id, fileId }, emptyClient(words(2, random), 'cs'));
    }
    const fileId = files[0] ?? PRACTICE_FILE;
    change.put(
      noteRecord,
      { id: longNote, fileId },
      aNote({ title: 'Long', body: longText(5000), startedAt: Date.now() }),
    );
  });
  for (let done = 0; done < notes; done += NOTES_A_COMMIT) {
    await vault.commit((change) => {
      for (let index = done; index < Math.min(notes, done + NOTES_A_COMMIT); index += 1) {
        const fileId = files[index % clients] ?? PRACTICE_FILE;
        const startedAt = Date.now() - index * 3_600_000;
        change.put(
          noteRecord,
          { id: newRecordId(), fileId },
          aNote({ title: words(3, random), body: longText(180, random), startedAt }),
        );
        if (index % 3 !== 0) continue;
        const task = {
          title: words(4, random),
          side: 'practice',
          who: '',
          dueOn: null,
          doneAt: null,
          source: null,
        } as const;
        change.put(taskRecord, { id: newRecordId(), fileId }, task);
      }
    });
  }
  const paths = dataPaths(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    paths.settingsFile,
    JSON.stringify({ ...platform.fake.disk.settings, language: 'en', languageChosen: true }),
  );
  await createVaultService({ paths, log: silent }).create(header);
  const keys = [...platform.fake.disk.keyring].map(([fileId, wrapped]) => ({ fileId, wrapped }));
  await createKeyring({ folder: paths.keyring, log: silent }).put(header, keys);
  const journal = await openJournal({ folder: paths.journal, vaultId: header.vaultId });
  await journal.append(platform.fake.disk.frames.map(({ entry }) => entry));
  await journal.close();
  return { passphrase: PASSPHRASE, file: files[0] ?? PRACTICE_FILE, longNote };
}
