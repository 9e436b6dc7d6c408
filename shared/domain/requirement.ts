import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import type { RecordKind, Stored } from './record.ts';
import { sourceSchema } from './source.ts';
import { isoDateSchema, lineSchema, textSchema } from './values.ts';

/** MoSCoW priorities (DSDM). */
export const PRIORITIES = ['must', 'should', 'could', 'wont'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const REQUIREMENT_STATUSES = ['draft', 'agreed', 'inWork', 'done', 'dropped'] as const;
export type RequirementStatus = (typeof REQUIREMENT_STATUSES)[number];

export const sectionSchema = z.object({ id: z.string().max(60), title: lineSchema, text: textSchema });
/** A titled part of a requirements document, with free text and numbered requirements. */
export type Section = z.infer<typeof sectionSchema>;

export const requirementsDocumentSchema = z.object({
  title: lineSchema,
  templateId: z.string().max(60),
  sections: z.array(sectionSchema),
  /** Section that receives requirements taken over from meeting notes. */
  inboxSectionId: z.string().max(60),
  /** Number the next requirement gets. Only ever rises, so a number is never given twice. */
  nextNumber: z.number().int().positive(),
});
export type RequirementsDocumentBody = z.infer<typeof requirementsDocumentSchema>;
/** What the client wants, as numbered requirements in sections. */
export type RequirementsDocument = Stored<RequirementsDocumentBody>;
export const requirementsDocumentRecord: RecordKind<RequirementsDocumentBody> = {
  table: 'requirementsDocuments',
  version: 1,
  schema: requirementsDocumentSchema,
  history: 'spans',
  comeBack: (earlier, now) => ({ ...earlier, nextNumber: Math.max(earlier.nextNumber, now.nextNumber) }),
};

export const requirementSchema = z.object({
  documentId: recordIdSchema,
  sectionId: z.string().max(60),
  /** Stable number within the document, never reused. Shown as «R-7». */
  number: z.number().int().positive(),
  /** Position within the section; any finite number, smaller first. */
  order: z.number(),
  text: textSchema,
  rationale: textSchema,
  priority: z.enum(PRIORITIES),
  status: z.enum(REQUIREMENT_STATUSES),
  acceptance: textSchema,
  source: sourceSchema.nullable(),
  dueOn: isoDateSchema.nullable(),
  responsible: lineSchema,
});
export type RequirementBody = z.infer<typeof requirementSchema>;
/** One numbered wish of the client. */
export type Requirement = Stored<RequirementBody>;
export const requirementRecord: RecordKind<RequirementBody> = {
  table: 'requirements',
  version: 1,
  schema: requirementSchema,
  history: 'spans',
};

/** The id of a requirement as people read and cite it: «R-7». */
export const requirementLabel = (number: number): string => `R-${number}`;
