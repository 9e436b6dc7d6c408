import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { engagementRecord } from '#shared/domain/engagement.ts';
import { moneyEntryRecord } from '#shared/domain/money-entry.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { VaultWriter } from '#renderer/db/index.ts';
import {
  aClient,
  aMoneyEntry,
  anEngagement,
  aNote,
  aParty,
  aPractice,
  aQuestion,
  aReminder,
  aRequirement,
  aRequirementsDocument,
  aSheet,
  aTask,
} from '#test/builders/bodies.ts';
import { randomFrom } from './random.ts';

/*
 * Canaries: words that stand in what the user writes and nowhere else. All of a run begin alike, so that one search
 * finds any of them.
 */

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';

/** What the canaries of a seed begin with. */
export function canaryStem(seed: number): string {
  const random = randomFrom(seed);
  return Array.from({ length: 14 }, () => LETTERS[random.below(LETTERS.length)]).join('');
}

/** Gives canaries one after another. */
export function canaries(seed: number): { readonly next: () => string; readonly given: () => number } {
  const stem = canaryStem(seed);
  let given = 0;
  return { next: () => `${stem}${(given += 1).toString(36)}`, given: () => given };
}

/** Fields that hold a word of the program's, not of the user's. */
const NOT_TYPED = new Set([
  'type',
  'mark',
  'templateId',
  'zone',
  'id',
  'sectionId',
  'inboxSectionId',
  'hash',
  'lineId',
  'language',
]);

/** The body with a canary in every field that takes one. */
function filled<Body>(kind: RecordKind<Body>, body: Body, next: () => string): Body {
  let full: unknown = body;
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'string' && !NOT_TYPED.has(String(path.at(-1)))) {
      const changed = replaced(full, path, next());
      if (kind.schema.safeParse(changed).success) full = changed;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(body, []);
  return full as Body;
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      String(index) === String(key) ? replaced(item, rest, text) : item,
    );
  }
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaced(record[key], rest, text) };
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Where the first round of canaries lies, for whoever wants to look at it on a screen. */
export interface CanaryPlaces {
  readonly fileId: FileId;
  readonly noteId: RecordId;
  readonly documentId: RecordId;
}

/** Writes one client file with a canary in every field of every kind of record. */
export function writeCanaries(change: VaultWriter, next: () => string): CanaryPlaces {
  const fileId = newFileId();
  const put = <Body>(kind: RecordKind<Body>, body: Body, id = newRecordId()): RecordId => {
    change.put(kind, { id, fileId }, filled(kind, body, next));
    return id;
  };
  put(
    clientRecord,
    aClient({
      contactPerson: 'x',
      address: 'x',
      numbers: [{ kind: 'other', value: 'x' }],
      source: 'x',
      keyFacts: 'x',
      tags: ['x'],
      moreAddresses: [{ label: 'x', text: 'x', from: null, to: null }],
      anniversaries: [{ label: 'x', day: '2026-11-02' }],
      perks: [{ day: '2026-11-02', kind: 'gift', text: 'x', worth: 'x' }],
      consents: [{ kind: 'terms', givenOn: '2026-11-02', validUntil: null, withdrawnOn: null, paper: 'x' }],
      custom: { x: 'x' },
    }),
    fileId as string as RecordId,
  );
  put(partyRecord, aParty({ phone: 'x', remark: 'x' }));
  const noteId = put(
    noteRecord,
    aNote({
      agenda: [{ text: 'x', done: false }],
      body: { type: 'doc', content: [paragraph('x'), paragraph('x'), paragraph('x')] },
      translations: { x: 'x' },
    }),
  );
  const documentId = put(
    requirementsDocumentRecord,
    aRequirementsDocument({ sections: [{ id: 'wishes', title: 'x', text: 'x' }] }),
  );
  put(requirementRecord, aRequirement({ documentId, rationale: 'x', acceptance: 'x', responsible: 'x' }));
  put(taskRecord, aTask());
  put(questionRecord, aQuestion({ answer: 'x' }));
  put(reminderRecord, aReminder());
  put(sheetRecord, aSheet({ noteId }));
  put(engagementRecord, anEngagement({ contract: 'x', unit: 'x', remark: 'x' }));
  put(moneyEntryRecord, aMoneyEntry({ number: 'x' }));
  return { fileId, noteId, documentId };
}

/** Writes the practice with canaries. */
export function writeCanaryPractice(change: VaultWriter, next: () => string): void {
  change.put(
    practiceRecord,
    { id: newRecordId(), fileId: PRACTICE_FILE },
    filled(practiceRecord, aPractice(), next),
  );
}
