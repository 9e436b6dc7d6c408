import { attachmentRecord } from './attachment.ts';
import { auditRecord } from './audit.ts';
import { clientRecord } from './client.ts';
import { conflictCheckRecord } from './conflict-check.ts';
import { draftRecord } from './draft.ts';
import { duplicateRecord } from './duplicate.ts';
import { engagementRecord } from './engagement.ts';
import { importRecord } from './import.ts';
import { moneyEntryRecord } from './money-entry.ts';
import { noteRecord } from './note.ts';
import { partyRecord } from './party.ts';
import { practiceRecord } from './practice.ts';
import { questionRecord } from './question.ts';
import type { RecordKind, TableName } from './record.ts';
import { registerViewRecord } from './register-view.ts';
import { reminderRecord } from './reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from './requirement.ts';
import { serviceRecord } from './service.ts';
import { sheetRecord } from './sheet.ts';
import { taskRecord } from './task.ts';
import { templateRecord } from './template.ts';
import { versionRecord } from './version.ts';

/** Every kind of record, by its table. */
const KINDS = {
  practice: practiceRecord,
  clients: clientRecord,
  parties: partyRecord,
  notes: noteRecord,
  requirementsDocuments: requirementsDocumentRecord,
  requirements: requirementRecord,
  tasks: taskRecord,
  questions: questionRecord,
  reminders: reminderRecord,
  sheets: sheetRecord,
  attachments: attachmentRecord,
  conflictChecks: conflictCheckRecord,
  imports: importRecord,
  registerViews: registerViewRecord,
  duplicates: duplicateRecord,
  services: serviceRecord,
  engagements: engagementRecord,
  moneyEntries: moneyEntryRecord,
  drafts: draftRecord,
  templates: templateRecord,
  versions: versionRecord,
  audit: auditRecord,
};

/** The kind of the records in a table, for work that is the same for all kinds. */
export const kindOf = (table: TableName): RecordKind<unknown> => KINDS[table] as RecordKind<unknown>;
