import { z } from 'zod';
import { practiceKindSchema } from './practice.ts';
import type { RecordKind, Stored } from './record.ts';
import { richTextSchema } from './rich-text.ts';
import { languageSchema, lineSchema, textSchema } from './values.ts';

const kinds = z.array(practiceKindSchema);

export const meetingTemplateSchema = z.object({
  /** Same in every language. */
  id: z.string().max(60),
  /** Practice kinds it is offered to; empty: all. */
  kinds,
  name: z.string(),
  /** Points to go through. */
  agenda: z.array(z.string()),
  /** What the sheet starts with; headings with empty paragraphs between them. */
  body: richTextSchema,
});
/** Start of a meeting note. */
export type MeetingTemplate = z.infer<typeof meetingTemplateSchema>;

export const requirementsTemplateSchema = z.object({
  id: z.string().max(60),
  kinds,
  name: z.string(),
  /** `hint` is shown while the section is empty and never printed. */
  sections: z.array(z.object({ id: z.string().max(60), title: z.string(), hint: z.string() })),
  inboxSectionId: z.string().max(60),
});
/** Start of a requirements document. */
export type RequirementsTemplate = z.infer<typeof requirementsTemplateSchema>;

export const templatesSchema = z.object({
  meetings: z.array(meetingTemplateSchema),
  requirements: z.array(requirementsTemplateSchema),
});
/** The templates of one language, as `resources/app/templates/<language>.json` holds them. */
export type Templates = z.infer<typeof templatesSchema>;

const ownSchema = z.object({
  name: lineSchema,
  /** Practice kinds it is offered to; empty: all. */
  kinds,
  /** The language it is written in, in which days and choices are filled in. */
  language: languageSchema,
});

/**
 * A template of the practice's own. Its texts hold merge fields: `{{name}}` in plain text, nodes `mergeField` in the body
 * (`shared/templates`).
 */
export const ownTemplateSchema = z.discriminatedUnion('of', [
  ownSchema.extend({
    of: z.literal('meeting'),
    /** Whether a new meeting starts from it. */
    startsMeetings: z.boolean(),
    agenda: z.array(lineSchema),
    body: richTextSchema,
  }),
  ownSchema.extend({
    of: z.literal('requirements'),
    /** `text` is what the section says from the start; `hint` is shown while it is empty. */
    sections: z.array(
      z.object({ id: z.string().max(60), title: lineSchema, hint: textSchema, text: textSchema }),
    ),
    inboxSectionId: z.string().max(60),
  }),
]);
export type OwnTemplateBody = z.infer<typeof ownTemplateSchema>;
export type OwnTemplate = Stored<OwnTemplateBody>;

/** What an own template starts: the two kinds share a table. */
export type OwnTemplateOf<Of extends OwnTemplateBody['of']> = Extract<OwnTemplateBody, { readonly of: Of }>;

export const templateRecord: RecordKind<OwnTemplateBody> = {
  table: 'templates',
  version: 1,
  schema: ownTemplateSchema,
  history: 'spans',
};
