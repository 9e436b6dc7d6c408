import { z } from 'zod';
import { practiceKindSchema } from './practice.ts';
import { richTextSchema } from './rich-text.ts';

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
